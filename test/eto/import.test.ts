import { cpSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkFolder } from '../../src/app/check-folder.ts';
import { importProgramme } from '../../src/app/import-programme.ts';
import { ImportReport } from '../../src/contract/import-report.ts';

const OLD = join(import.meta.dirname, '../fixtures/eto-2022');

let place: string;
let out: string;
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'muster-eto-'));
  out = join(place, 'out');
});
afterEach(() => rm(place, { recursive: true }));

/** Every file below a folder, by path. */
async function contents(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(files.sort().map((file) => readFile(file, 'utf8')));
  return Object.fromEntries(files.map((file, i) => [file.slice(folder.length), texts[i]]));
}

describe('the imported folder', () => {
  it('has the same bytes after a second import, wherever it is', async () => {
    await importProgramme('eto', [OLD], out, ['CHN']);
    const first = await contents(out);
    await importProgramme('eto', [OLD], out, ['CHN']);
    await importProgramme('eto', [OLD], join(place, 'deep', 'er'), ['CHN']);
    expect(await contents(out)).toEqual(first);
    expect(await contents(join(place, 'deep', 'er'))).toEqual(first);
    expect((await readdir(place)).sort()).toEqual(['deep', 'out']);
  });

  it('holds a report that fits its schema, names every file and no path of the machine', async () => {
    const report = await importProgramme('eto', [OLD], out, ['CHN']);
    const files = await contents(out);
    expect(ImportReport.parse(JSON.parse(files['/reports/import-eto.json']))).toEqual(report);
    const listed = Object.keys(files).filter((path) => path !== '/reports/import-eto.json');
    expect(
      Object.keys(report.files)
        .map((path) => `/${path}`)
        .sort(),
    ).toEqual(listed.sort());
    for (const text of Object.values(files)) expect(text).not.toContain(import.meta.dirname);
    for (const { code } of report.findings) expect(files['/reports/import-eto.md']).toContain(`### ${code}`);
  });

  it('has no error by `muster check`', async () => {
    await importProgramme('eto', [OLD], out, ['CHN']);
    const { programme, defects } = await checkFolder(out);
    expect(defects.filter((defect) => defect.severity === 'error')).toEqual([]);
    expect(programme?.muster.home).toEqual(['CHN']);
  });

  it('fills an empty folder, replaces an unchanged import and may change its home', async () => {
    await mkdir(out);
    await importProgramme('eto', [OLD], out, ['CHN']);
    await importProgramme('eto', [OLD], out, ['JPN', 'USA']);
    const { programme } = await checkFolder(out);
    expect(programme?.muster.home).toEqual(['JPN', 'USA']);
    expect(programme?.scenarios[0].measures[0].who.jurisdictions).toEqual(['CHN']);
  });
});

describe('what an import refuses', () => {
  const into = (folder: string, source = OLD) => importProgramme('eto', [source], folder, ['CHN']);

  it('a format it does not know, naming those it does', async () => {
    await expect(importProgramme('xyz', [OLD], out, ['CHN'])).rejects.toMatchObject({
      code: 'UNKNOWN_FORMAT',
      exitCode: 2,
      hint: expect.stringMatching(/^Known formats: eto, /),
    });
  });

  it('a folder of something else, leaving it alone', async () => {
    await mkdir(out);
    await writeFile(join(out, 'photo.txt'), 'mine');
    await expect(into(out)).rejects.toMatchObject({ code: 'OUT_NOT_EMPTY' });
    expect(await contents(out)).toEqual({ '/photo.txt': 'mine' });
    expect(await readdir(place)).toEqual(['out']);
  });

  it('a file in place of a folder', async () => {
    await writeFile(out, 'mine');
    await expect(into(out)).rejects.toMatchObject({ code: 'NOT_A_FOLDER' });
  });

  it('an import of another source', async () => {
    const other = join(place, 'other');
    cpSync(OLD, other, { recursive: true });
    await into(out, other);
    await expect(into(out)).rejects.toMatchObject({ code: 'OUT_NOT_EMPTY' });
  });

  it.each([
    ['overlay.yaml', 'changed'],
    ['options.yaml', 'added'],
  ])('an import whose %s was %s since', async (file) => {
    await into(out);
    await writeFile(join(out, file), 'mine');
    await expect(into(out)).rejects.toMatchObject({
      code: 'OUT_EDITED',
      message: expect.stringContaining(file),
    });
    expect(await readFile(join(out, file), 'utf8')).toBe('mine');
  });

  it('an import of which a file is gone', async () => {
    await into(out);
    await rm(join(out, 'scenarios.yaml'));
    await expect(into(out)).rejects.toMatchObject({ code: 'OUT_EDITED' });
  });

  it('a bad source, before anything is written', async () => {
    await expect(into(out, join(place, 'none'))).rejects.toMatchObject({ code: 'ETO_NO_FOLDER' });
    expect(await readdir(place)).toEqual([]);
  });
});
