import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FILES } from './files.ts';
import { readFolder } from './read.ts';
import { printProgramme, writeFolder } from './write.ts';

const VALID = join(import.meta.dirname, '../../../test/fixtures/folders/valid');

let place: string;
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'muster-folder-'));
});
afterEach(() => rm(place, { recursive: true }));

async function validProgramme() {
  const { programme, defects } = await readFolder(VALID);
  expect(defects).toEqual([]);
  return programme!;
}

describe('a canonical folder', () => {
  it('is printed with the bytes it was read from', async () => {
    const texts = printProgramme(await validProgramme());
    expect([...texts.keys()].sort()).toEqual(FILES.map((file) => file.path).sort());
    for (const [path, text] of texts) expect(text).toBe(await readFile(join(VALID, path), 'utf8'));
  });
});

describe('writing a folder', () => {
  it('makes a new one that reads back as the same programme', async () => {
    const programme = await validProgramme();
    await writeFolder(programme, join(place, 'new'));
    expect((await readFolder(join(place, 'new'))).programme).toEqual(programme);
    expect(await readdir(place)).toEqual(['new']);
  });

  it('replaces a programme, drops files that say nothing any more and keeps what is not its own', async () => {
    const programme = await validProgramme();
    await writeFolder(programme, join(place, 'p'));
    await writeFile(join(place, 'p', 'README.txt'), 'mine');
    await writeFile(join(place, 'p', 'chain', 'notes.txt'), 'mine too');
    await writeFolder({ ...programme, judgements: [] }, join(place, 'p'));
    expect((await readFolder(join(place, 'p'))).programme).toEqual({ ...programme, judgements: [] });
    expect(await readFile(join(place, 'p', 'README.txt'), 'utf8')).toBe('mine');
    expect(await readFile(join(place, 'p', 'chain', 'notes.txt'), 'utf8')).toBe('mine too');
    expect(await readdir(join(place, 'p'))).not.toContain('judgements.csv');
    expect(await readdir(place)).toEqual(['p']);
  });

  it('writes through a link to the folder that it names', async () => {
    const programme = await validProgramme();
    await writeFolder(programme, join(place, 'real'));
    await symlink(join(place, 'real'), join(place, 'named'));
    await writeFolder({ ...programme, judgements: [] }, join(place, 'named'));
    expect((await readFolder(join(place, 'real'))).programme!.judgements).toEqual([]);
    expect((await readdir(place)).sort()).toEqual(['named', 'real']);
  });

  it('fills an empty folder and refuses one of something else', async () => {
    const programme = await validProgramme();
    await mkdir(join(place, 'empty'));
    await writeFolder(programme, join(place, 'empty'));
    await mkdir(join(place, 'other'));
    await writeFile(join(place, 'other', 'photo.txt'), 'mine');
    await expect(writeFolder(programme, join(place, 'other'))).rejects.toMatchObject({
      code: 'NOT_A_PROGRAMME',
    });
    expect(await readdir(join(place, 'other'))).toEqual(['photo.txt']);
  });

  it('refuses what a cell cannot hold, and leaves nothing behind', async () => {
    const programme = await validProgramme();
    const [first, ...rest] = programme.links;
    const links = [{ ...first!, tags: ['a;b'] }, ...rest];
    await expect(writeFolder({ ...programme, links }, join(place, 'new'))).rejects.toMatchObject({
      code: 'CANNOT_WRITE',
    });
    expect(await readdir(place)).toEqual([]);
  });
});
