import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AssessmentReport } from '../src/contract/assess.ts';
import { CheckReport } from '../src/contract/check.ts';
import { DiffReport } from '../src/contract/diff.ts';
import { InfeasibleReport } from '../src/contract/infeasible.ts';
import { PipelineResult, Plan } from '../src/contract/plan.ts';
import { PlanDiff } from '../src/contract/plan-diff.ts';
import { writeFolder } from '../src/formats/programme-folder/write.ts';
import {
  deny,
  fund,
  goal,
  link,
  made,
  needs,
  option,
  programme,
  scenario,
} from './decisions/small-programme.ts';
import { requireBuild, runMuster } from './support/run-muster.ts';

/** A chip that needs two tools of which BAD cuts all; each can be made, for 10 and 20 a year. */
const SMALL = programme({
  links: [made('chip'), link('tool'), link('part')],
  needs: needs('chip', ['tool', 'part']),
  supply: { tool: { BAD: 1 }, part: { BAD: 1 } },
  scenarios: [scenario([deny(['BAD'], { id: 'stop' })])],
  periods: 4,
  goals: [
    goal('tool', [option('make-tool', { costPerPeriod: 10, success: 0.9 })]),
    goal('part', [option('make-part', { costPerPeriod: 20, success: 0.8 })]),
  ],
  funds: [fund('budget', 25)],
});

let work: string;
let folder: string;

beforeAll(async () => {
  requireBuild();
  work = await mkdtemp(join(tmpdir(), 'muster-cli-'));
  folder = join(work, 'small');
  await writeFolder(SMALL, folder);
});
afterAll(() => rm(work, { recursive: true, force: true }));

/** Runs the built program as a newcomer would, from an empty folder. */
const muster = (...args: string[]) => runMuster(work, ...args);

/** What a successful command prints as JSON: one object on stdout. */
async function json(...args: string[]): Promise<Record<string, unknown>> {
  const { code, stdout, stderr } = await muster(...args, '--json');
  expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as Record<string, unknown>;
}

describe('a newcomer', () => {
  test('asks for help', async () => {
    const { code, stdout, stderr } = await muster('--help');
    expect([code, stderr]).toEqual([0, '']);
    const listed = [...stdout.matchAll(/^ {2}([a-z]+) .* {2}\w/gm)].map(([, command]) => command);
    const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
    const told = [...readme.matchAll(/^\| `muster (\w+)/gm)].map(([, command]) => command);
    expect(listed.toSorted()).toEqual([...told, 'help'].toSorted());
    const plan = await muster('plan', '--help');
    expect(plan.code).toBe(0);
    for (const word of ['--time-limit', '--gap', '--out', '--json']) expect(plan.stdout).toContain(word);
  });

  test('types nothing, or a command or an option that does not exist', async () => {
    for (const args of [[], ['plna', folder], ['assess', folder, '--reading', 'mars']]) {
      const { code, stdout, stderr } = await muster(...args);
      expect([args, code, stdout]).toEqual([args, 2, '']);
      expect(stderr).toMatch(/usage/i);
      expect(stderr).not.toContain('bug');
    }
  });

  test('names a folder that is not there, or is not a programme', async () => {
    for (const command of ['plan', 'check']) {
      const { code, stderr, stdout } = await muster(command, 'nowhere');
      expect([command, code]).toEqual([command, 2]);
      expect(stderr + stdout).toContain('nowhere');
      expect(stderr).not.toContain('bug');
    }
  });

  test('gives limits that make no sense', async () => {
    for (const args of [
      ['plan', folder, '--time-limit', '0'],
      ['plan', folder, '--gap', '2'],
      ['assess', folder, '--max-order', '1.5'],
      ['assess', folder, '--survive', '0'],
      ['assess', folder, '--survive', '4000'],
    ]) {
      const { code, stdout } = await muster(...args);
      expect([args, code, stdout]).toEqual([args, 2, '']);
    }
  });
});

describe('muster check', () => {
  test('finds nothing wrong with the small programme, and says so as JSON', async () => {
    const report = CheckReport.parse(await json('check', folder));
    expect(report.errors).toBe(0);
  });
});

describe('muster assess', () => {
  test('prints what its schema and the stable contract say', async () => {
    const report = await json('assess', folder);
    expect(Object.keys(report)[0]).toBe('schema');
    expect(AssessmentReport.parse(report)).toEqual(report);
    const stable = ['scenario', 'reading', 'dataCoverage', 'products', 'chokepoints', 'cutSets'];
    expect(Object.keys(report)).toEqual(expect.arrayContaining(stable));
    const { products, chokepoints, cutSets } = AssessmentReport.parse(report);
    expect(products[0]).toMatchObject({ id: 'chip', works: 'no', coverage: 0, stopsOnDay: 0 });
    expect(chokepoints.map((c) => [c.link, c.rank])).toEqual([
      ['part', 1],
      ['tool', 2],
    ]);
    expect(cutSets).toContainEqual({
      product: 'chip',
      actsOn: 'jurisdiction',
      members: ['BAD'],
      order: 1,
      certain: true,
    });
  });

  test('takes its options', async () => {
    const report = await json('assess', folder, '--reading', 'world', '--gates', 'all', '--max-order', '1');
    expect(report).toMatchObject({ reading: 'world', gates: 'all', cutSetsMaxOrder: 1 });
  });

  test('tells the stock for a cut-off of so many days where it is asked', async () => {
    const report = AssessmentReport.parse(await json('assess', folder, '--survive', '90'));
    expect(report.stock).toMatchObject({ days: 90 });
    expect(AssessmentReport.parse(await json('assess', folder)).stock).toBeNull();
    const { code, stdout } = await muster('assess', folder, '--survive', '90');
    expect([code, stdout]).toEqual([0, expect.stringMatching(/cut-off of 90 days|for 90 days/)]);
  });

  test('speaks in words without --json', async () => {
    const { code, stdout, stderr } = await muster('assess', folder);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('chip');
    expect(stdout).toContain('What stops, in order:');
    expect(stdout).toContain('survives, days');
  });

  test('refuses a scenario that does not exist, and names those that do', async () => {
    const { code, stdout, stderr } = await muster('assess', folder, '--scenario', 'storm', '--json');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('storm');
    expect(stderr).toContain('cut');
  });
});

describe('muster diff', () => {
  test('prints what its schema says, and nothing for the same programme', async () => {
    const report = DiffReport.parse(await json('diff', folder, folder));
    expect(report.changes).toEqual([]);
  });

  test('tells in words what differs, and writes it into a folder', async () => {
    const other = join(work, 'milder');
    const milder = scenario([deny(['BAD'], { id: 'stop', severity: 0.5 })]);
    await writeFolder({ ...SMALL, scenarios: [milder] }, other);
    const { code, stdout } = await muster('diff', folder, other, '--out', join(work, 'diff'));
    expect(code).toBe(0);
    expect(stdout).toMatch(/^1 thing differs: 1 measure\.\n/);
    expect(stdout).toContain('2 links less exposed');
    const files = [
      'changes.csv',
      'chokepoints.csv',
      'combinations.csv',
      'diff.html',
      'diff.json',
      'diff.zh.html',
      'products.csv',
    ];
    expect((await readdir(join(work, 'diff'))).sort()).toEqual(files);
  });

  test('compares two plans, and refuses a plan beside a folder or an option for folders', async () => {
    const plan = join(work, 'a-plan.json');
    await writeFile(plan, (await muster('plan', folder, '--json')).stdout);
    const report = PlanDiff.parse(await json('diff', plan, plan));
    expect([report.valueChange, report.projects]).toEqual([0, []]);
    const words = await muster('diff', plan, plan);
    expect([words.code, words.stdout]).toEqual([0, expect.stringContaining('no plan can exceed')]);
    const mixed = await muster('diff', plan, folder);
    expect([mixed.code, mixed.stderr]).toEqual([2, expect.stringContaining('NOT_COMPARABLE')]);
    const scenarioOfPlans = await muster('diff', plan, plan, '--scenario', 'cut');
    expect([scenarioOfPlans.code, scenarioOfPlans.stderr]).toEqual([
      2,
      expect.stringContaining('--scenario'),
    ]);
  });
});

describe('muster plan', () => {
  test('prints what its schema and the stable contract say: JSON on stdout, progress on stderr', async () => {
    const { code, stdout, stderr } = await muster('plan', folder, '--json');
    expect(code).toBe(0);
    const printed = JSON.parse(stdout) as Record<string, unknown>;
    expect(Object.keys(printed)[0]).toBe('schema');
    expect(Plan.parse(printed)).toEqual(printed);
    const stable =
      'status value bound gap proof reproducible seconds baselines funded goals products funds'.split(' ');
    expect(Object.keys(printed)).toEqual(expect.arrayContaining(stable));
    expect(stderr).toMatch(/ s {2}proving how good a plan can be/);
    const plan = Plan.parse(printed);
    // 25 a year pay one after the other: 20 for the part, and if it is there (0.8) 10 for the tool (0.9), in time
    // for two years: 0.72 × 200 − 20 − 0.8 × 10 = 116. The tool first: 0.72 × 200 − 10 − 0.9 × 20 = 116 as well.
    expect(plan).toMatchObject({ status: 'optimal', proof: 'exact', reproducible: true, gap: 0 });
    expect(plan.value).toBeCloseTo(116, 6);
    expect(plan.products[0]!.availableByPeriod.map((x) => Number(x.toFixed(9)))).toEqual([
      0, 0.72, 0.72, 0.72,
    ]);
    expect(plan.goals.every(({ availableByPeriod }) => availableByPeriod.length === 4)).toBe(true);
  });

  test('prints the same bytes twice, the seconds aside', async () => {
    const [first, second] = await Promise.all([
      muster('plan', folder, '--json'),
      muster('plan', folder, '--json'),
    ]);
    const still = (text: string): string => text.replace(/^ {2}"seconds": .*$/m, '');
    expect(still(first!.stdout)).toContain('"muster/plan@1"');
    expect(still(first!.stdout)).toBe(still(second!.stdout));
  });

  test('keeps to a time limit: an answer that is not called reproducible, or exit 4', async () => {
    const { code, stdout, stderr } = await muster('plan', folder, '--json', '--time-limit', '0.001');
    expect([0, 4]).toContain(code);
    expect(stderr).not.toContain('bug');
    if (code === 4) {
      expect(stdout).toBe('');
      return;
    }
    const plan = Plan.parse(JSON.parse(stdout));
    // So small a programme may be solved exactly all the same; its reasons are not those of a full run.
    expect(['stopped', 'optimal']).toContain(plan.status);
    expect(plan.reproducible).toBe(false);
    expect(plan.bound).toBeGreaterThanOrEqual(plan.value - 1e-9);
    expect(plan.bound).toBeGreaterThanOrEqual(116 - 1e-6);
  });

  test('says that there is nothing to plan with exit 3', async () => {
    const bare = join(work, 'bare');
    await writeFolder({ ...SMALL, goals: [] }, bare);
    const { code, stdout, stderr } = await muster('plan', bare, '--json');
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toContain('NOTHING_TO_PLAN');
  });

  test('keeps to commitments, and tells with exit 3 which exclude each other', async () => {
    const kept = Plan.parse(await json('plan', folder, '--with', 'make-part/lab@1'));
    expect(kept.commitments).toMatchObject([{ commitment: 'lock-in:make-part/lab', latestStartPeriod: 1 }]);
    expect(kept.value).toBeCloseTo(116, 6);
    const both = ['--with', 'make-tool/lab@1', '--with', 'make-part/lab@1'];
    const refused = await muster('plan', folder, ...both, '--json', '--out', join(work, 'refused'));
    expect(refused.code).toBe(3);
    const report = InfeasibleReport.parse(JSON.parse(refused.stdout));
    expect(report.conflict).toHaveLength(3);
    expect(report.repairs[0]).toMatchObject({ kind: 'more', money: 5 });
    const words = await muster('plan', folder, ...both);
    expect([words.code, words.stdout]).toEqual([3, expect.stringContaining('exclude each other')]);
    const file = join(work, 'refused', 'infeasible.json');
    const why = await muster('explain', folder, file, 'lock-in:make-tool/lab');
    expect([why.code, why.stdout]).toEqual([0, expect.stringContaining('What would flip it')]);
    const unknown = await muster('plan', folder, '--with', 'make-tool/nobody');
    expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining('UNKNOWN_SUBJECT')]);
    const badPeriod = await muster('plan', folder, '--with', 'make-tool/lab@0');
    expect(badPeriod.code).toBe(2);
  });

  test('writes its answer into a folder', async () => {
    const out = join(work, 'answers', 'small');
    const { code, stdout, stderr } = await muster('plan', folder, '--json', '--out', out);
    expect(code).toBe(0);
    const names = await readdir(out);
    for (const name of ['assess.json', 'plan.json', 'report.html', 'report.zh.html'])
      expect(names).toContain(name);
    expect(names.some((name) => name.endsWith('.csv'))).toBe(true);
    expect(names.filter((name) => name.startsWith('.'))).toEqual([]);
    expect(stderr).toContain(`Wrote ${names.length} files`);
    for (const name of names) expect((await readFile(join(out, name), 'utf8')).length).toBeGreaterThan(0);
    expect(await readFile(join(out, 'plan.json'), 'utf8')).toBe(stdout);
    AssessmentReport.parse(JSON.parse(await readFile(join(out, 'assess.json'), 'utf8')));
    expect(await readFile(join(out, 'report.html'), 'utf8')).toContain('chip');
  });

  test('refuses to write where a file stands in the way', async () => {
    const file = join(work, 'in-the-way');
    await writeFile(file, 'mine');
    const { code, stdout, stderr } = await muster('plan', folder, '--json', '--out', file);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).not.toContain('bug');
    expect(await readFile(file, 'utf8')).toBe('mine');
  });
});

describe('muster pipeline', () => {
  test('refuses a file that is malformed, empty or missing', async () => {
    const texts = {
      'words.dat': 'this is not an instance',
      'empty.dat': '',
      'half.dat': 'set product := A B;',
    };
    for (const [name, text] of Object.entries(texts)) {
      await writeFile(join(work, name), text);
      const { code, stdout, stderr } = await muster('pipeline', name, '--json');
      expect([name, code, stdout]).toEqual([name, 2, '']);
      expect(stderr).not.toContain('bug');
    }
    const missing = await muster('pipeline', 'none.dat');
    expect(missing.code).toBe(2);
    expect(missing.stderr).toContain('none.dat');
  });

  test('solves an instance of one drug as by hand', async () => {
    // One trial of one period at 10, passes with one half, revenue 100 and no losses. Cost falls by 2.5 points a
    // period, so it is best begun in the third: 0.5 × 100 − 0.95 × 10 = 40.5; never begun, what is left is worth
    // 0.5 × (0.9 × 100 − 10) = 40.
    await writeFile(
      join(work, 'one.dat'),
      `set model_type := PRDP;
set product := A;
set trial := 1;
set time_step := 1 2 3;
set resource_type := people;
param trial_cost: A := 1 10;
param trial_duration: A := 1 1;
param probability: A := 1 .5;
param resource_requirement := A 1 people 1;
param maximum_revenue := A 100;
param gammaL := A 0;
param gammaD := A 0;
param max_resource := people 1;
`,
    );
    const result = await json('pipeline', 'one.dat');
    expect(PipelineResult.parse(result)).toEqual(result);
    expect(Object.keys(result)[0]).toBe('schema');
    expect(result).toMatchObject({ instance: 'one', projects: 1, proof: 'exact' });
    expect(result.value).toBeCloseTo(40.5, 9);
  });
});
