import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { csvFiles } from '../figures/csv.ts';
import { type ReportInput, renderReport } from '../figures/report/render-report.ts';

/** Writes the answers of a programme to a folder: `assess.json`, `plan.json`, the CSV tables, the report in both languages. */
export async function writeOutputs(dir: string, input: ReportInput): Promise<string[]> {
  return writeFiles(dir, await outputFiles(input));
}

/**
 * Writes files into a folder, under temporary names first and renamed last, so that a failure leaves the former files
 * as they were. Returns their names.
 */
export async function writeFiles(
  dir: string,
  files: readonly { readonly name: string; readonly text: string }[],
): Promise<string[]> {
  await mkdir(dir, { recursive: true });
  const temporary = (name: string): string => join(dir, `.${name}.${process.pid}.tmp`);
  try {
    for (const file of files) await writeFile(temporary(file.name), file.text);
    for (const file of files) await rename(temporary(file.name), join(dir, file.name));
  } catch (error) {
    await Promise.all(files.map((file) => rm(temporary(file.name), { force: true })));
    throw error;
  }
  return files.map((file) => file.name);
}

async function outputFiles(input: ReportInput): Promise<{ name: string; text: string }[]> {
  const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
  const plan = input.plan ?? null;
  return [
    { name: 'assess.json', text: json(input.assessment) },
    ...(plan === null ? [] : [{ name: 'plan.json', text: json(plan) }]),
    ...csvFiles(input.assessment, plan),
    { name: 'report.html', text: await renderReport(input, 'en') },
    { name: 'report.zh.html', text: await renderReport(input, 'zh') },
  ];
}
