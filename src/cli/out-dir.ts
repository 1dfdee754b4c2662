import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { csvFiles } from '../figures/csv.ts';
import { type ReportInput, renderReport } from '../figures/report/render-report.ts';

/**
 * Writes an answer to a folder: `assess.json`, `plan.json`, the CSV tables, `report.html` and `report.zh.html`.
 * Everything is written under temporary names first and renamed last, so that a failure leaves the former files
 * as they were. Returns the names written.
 */
export async function writeOutputs(dir: string, input: ReportInput): Promise<string[]> {
  const files = await outputFiles(input);
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
