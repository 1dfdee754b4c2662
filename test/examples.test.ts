import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { BasisCount } from '../src/app/basis.ts';
import { type CheckedFolder, checkFolder } from '../src/app/check-folder.ts';
import { ChainWorld } from '../src/app/scenario-world.ts';
import { printProgramme } from '../src/formats/programme-folder/write.ts';
import { planGroups } from '../src/programme/plan-groups.ts';
import type { Programme } from '../src/programme/programme.ts';
import { chancesNotJudged } from './support/chances.ts';

const FOLDER = join(import.meta.dirname, '../examples/advanced-chips');

let checked: CheckedFolder;
let programme: Programme;
beforeAll(async () => {
  checked = await checkFolder(FOLDER);
  programme = checked.programme!;
});

describe('the bundled programme', () => {
  it('checks without an error; its warnings are links of the data that no product needs', () => {
    expect(checked.defects.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(checked.unread).toEqual([]);
    expect(new Set(checked.defects.map(({ code }) => code))).toEqual(new Set(['LINK_UNREACHABLE']));
  });

  it('has end uses, options in all four fields and several kinds of money', () => {
    const options = programme.goals.flatMap((goal) => goal.options);
    const links = new Set(programme.goals.map(({ link }) => link));
    const { chain } = new ChainWorld(programme);
    const fields = new Set([...links].map((link) => chain.links.get(link)!.field));
    expect(programme.muster.products.length).toBeGreaterThanOrEqual(4);
    expect(options.length).toBeGreaterThanOrEqual(40);
    expect(links.size).toBeGreaterThanOrEqual(20);
    expect([...fields].sort()).toEqual(['chips', 'core-software', 'equipment', 'industrial-materials']);
    expect(programme.funds.length).toBeGreaterThanOrEqual(5);
    expect(new Set(programme.funds.map(({ type }) => type)).size).toBeGreaterThanOrEqual(5);
  });

  it('has evidence behind every figure that an assessment or a plan uses', () => {
    const world = new ChainWorld(programme);
    const { groups } = planGroups(programme, world.chain);
    const basis = new BasisCount(programme).addLinks(world.chain, world.below).addGroups(groups).finish();
    expect(basis.figures).toBeGreaterThan(1000);
    expect(basis.unsourced).toBe(0);
  });

  it('calls every chance of success a judgement', () => {
    expect(chancesNotJudged(programme)).toEqual([]);
  });

  it('prints as the bytes that are committed', () => {
    const printed = printProgramme(programme);
    expect(printed.size).toBe(14);
    for (const [path, text] of printed) expect(readFileSync(join(FOLDER, path), 'utf8'), path).toBe(text);
  });

  it('is under its own licence and not part of the package', () => {
    const { files, license } = JSON.parse(readFileSync(join(FOLDER, '../../package.json'), 'utf8'));
    expect(readFileSync(join(FOLDER, 'LICENSE'), 'utf8')).toContain('CC BY-NC 4.0');
    expect(license).toBe('Apache-2.0');
    expect(files.filter((path: string) => path.startsWith('examples'))).toEqual([
      'examples/critical-minerals',
    ]);
  });
});
