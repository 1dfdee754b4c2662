import { describe, expect, it } from 'vitest';
import type { NewVersion } from '../../src/app/workbench/ports/programmes.ts';
import { useStore } from '../support/database.ts';

const here = useStore();

/** A programme without versions. */
async function programme(): Promise<string> {
  return (await here.records.transaction(null, (writes) => writes.programmes.add('Chips'))).id;
}

function add(version: Partial<NewVersion> & Pick<NewVersion, 'programme'>) {
  const whole = {
    parent: null,
    reason: 'first',
    kind: 'create',
    files: new Map([['a', 'x']]),
    ...version,
  } as const;
  return here.records.transaction(null, (writes) => writes.versions.add(whole));
}

describe('versions of a programme', () => {
  it('are numbered, give their files back as they were, and the same content has the same hash', async () => {
    const id = await programme();
    const files = new Map([
      ['muster.yaml', 'name: Übung 芯片\n'],
      ['chain/links.csv', 'id\na\n'],
      ['empty.csv', ''],
    ]);
    const one = await add({ programme: id, files });
    const two = await add({
      programme: id,
      parent: 1,
      kind: 'edit',
      files: new Map([...files, ['chain/links.csv', 'id\nb\n']]),
    });
    const three = await add({ programme: id, parent: 2, kind: 'undo', files: new Map([...files].reverse()) });
    expect([one.number, two.number, three.number]).toEqual([1, 2, 3]);
    expect(three.contentHash).toBe(one.contentHash);
    expect(two.contentHash).not.toBe(one.contentHash);
    const back = await here.records.versions.files(id, 1);
    expect([...back!]).toEqual([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
    const hashes = await Promise.all([1, 2].map((number) => here.records.versions.fileHashes(id, number)));
    expect(hashes[0]!.get('muster.yaml')).toBe(hashes[1]!.get('muster.yaml'));
    expect((await here.records.programmes.get(id))!.latest).toBe(3);
    expect(await here.records.versions.latest(id)).toEqual(three);
    expect(await here.records.versions.files(id, 4)).toBeNull();
  });

  it('made from one parent at once: one is written, the others are told of the conflict', async () => {
    const id = await programme();
    await add({ programme: id });
    const tries = await Promise.allSettled(
      Array.from({ length: 8 }, (_, i) =>
        add({ programme: id, parent: 1, kind: 'edit', files: new Map([['a', `${i}`]]) }),
      ),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const attempt of tries) {
      if (attempt.status === 'rejected') expect(attempt.reason.code).toBe('VERSION_CONFLICT');
    }
    const { items } = await here.records.versions.list(id, { limit: 10, after: null });
    expect(items.map(({ number }) => number)).toEqual([2, 1]);
    const winner = tries.findIndex(({ status }) => status === 'fulfilled');
    expect((await here.records.versions.files(id, 2))!.get('a')).toBe(`${winner}`);
  });

  it('refuse a parent that is not the newest, a second first one, no files, and a programme that is not there', async () => {
    const id = await programme();
    await add({ programme: id });
    await expect(add({ programme: id })).rejects.toMatchObject({ code: 'VERSION_CONFLICT' });
    await expect(add({ programme: id, parent: 2 })).rejects.toMatchObject({ code: 'VERSION_CONFLICT' });
    await expect(add({ programme: id, parent: 1, files: new Map() })).rejects.toMatchObject({
      code: 'EMPTY_VERSION',
    });
    const nowhere = '00000000-0000-4000-8000-000000000000';
    await expect(add({ programme: nowhere })).rejects.toMatchObject({ code: 'NO_SUCH_PROGRAMME' });
  });

  it('keep every character in files; a reason or a name with NUL is refused', async () => {
    const id = await programme();
    const text = '\0\u{1f6e1} \r\n';
    await add({ programme: id, files: new Map([['a', text]]) });
    expect((await here.records.versions.files(id, 1))!.get('a')).toBe(text);
    const withNul = add({ programme: id, parent: 1, reason: 'a\0b' });
    await expect(withNul).rejects.toMatchObject({ code: 'NUL_CHARACTER' });
    const named = here.records.transaction(null, (writes) => writes.programmes.add('a\0b'));
    await expect(named).rejects.toMatchObject({ code: 'NUL_CHARACTER' });
  });

  it('come in pages without gap or overlap', async () => {
    const id = await programme();
    for (let parent = 0; parent < 7; parent++) await add({ programme: id, parent: parent || null });
    const seen: number[] = [];
    for (let after: string | null = null, pages = 0; pages === 0 || after !== null; pages++) {
      const page = await here.records.versions.list(id, { limit: 3, after });
      seen.push(...page.items.map(({ number }) => number));
      after = page.next;
    }
    expect(seen).toEqual([7, 6, 5, 4, 3, 2, 1]);
    const bad = here.records.versions.list(id, { limit: 3, after: 'nonsense' });
    await expect(bad).rejects.toMatchObject({ code: 'BAD_PAGE_MARK' });
  });
});
