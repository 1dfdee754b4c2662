import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { Cascade, type CascadeLoss, type CascadeOptions, type Shock } from '../../src/chain/cascade.ts';
import { type FirmFacts, firmNetwork } from '../../src/chain/firm-network.ts';
import { CascadeReport } from '../../src/contract/cascade.ts';
import { readNetwork } from '../../src/formats/firm-network/read.ts';

const KINDS = ['essential', 'non-essential', 'none'] as const;
const FIRMS = 7;
const SECTORS = 3;

const facts = fc
  .record({
    sectorOf: fc.array(fc.nat(SECTORS - 1), { minLength: FIRMS, maxLength: FIRMS }),
    weights: fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 9 })), {
      minLength: FIRMS * FIRMS,
      maxLength: FIRMS * FIRMS,
    }),
    outside: fc.array(fc.nat(20), { minLength: FIRMS, maxLength: FIRMS }),
    kinds: fc.array(fc.nat(2), { minLength: SECTORS * SECTORS, maxLength: SECTORS * SECTORS }),
  })
  .map(({ sectorOf, weights, outside, kinds }): FirmFacts => {
    const links = weights
      .map((weight, i) => ({ supplier: Math.floor(i / FIRMS), buyer: i % FIRMS, weight }))
      .filter(({ supplier, buyer, weight }) => weight > 0 && supplier !== buyer);
    const sold = (firm: number): number =>
      links.reduce((sum, { supplier, weight }) => sum + (supplier === firm ? weight : 0), 0);
    return {
      sectorOf,
      sectors: SECTORS,
      output: outside.map((x, firm) => (x === 0 ? null : sold(firm) + x)),
      links,
      essentiality: (a, b) => KINDS[kinds[a * SECTORS + b]],
    };
  });

/** The cascade by the book: dense matrices, every firm in every round. */
function naive(
  f: FirmFacts,
  shocks: readonly Shock[],
  { tolerance, maxRounds, replaceable }: CascadeOptions,
): CascadeLoss {
  const all = f.sectorOf.map((_, i) => i);
  const w = all.map(() => all.map(() => 0));
  for (const { supplier, buyer, weight } of f.links) w[supplier][buyer] = weight;
  const output = f.output.map((x, i) => x ?? w[i].reduce((a, b) => a + b, 0));
  const bought = all.map((b) => all.reduce((sum, s) => sum + w[s][b], 0));
  const cap = all.map((i) =>
    Math.min(1, ...shocks.filter(({ firm }) => firm === i).map(({ loss }) => 1 - loss)),
  );
  let down = all.map(() => 1);
  let up = all.map(() => 1);
  let rounds = 0;
  let lastRise = 0;
  let converged = false;
  while (!converged && rounds < maxRounds) {
    rounds += 1;
    const sigma = (j: number): number => {
      if (!replaceable) return 1;
      const left = all.reduce(
        (sum, l) => sum + (f.sectorOf[l] === f.sectorOf[j] ? output[l] * down[l] : 0),
        0,
      );
      return output[j] >= left ? 1 : output[j] / left;
    };
    const nextDown = all.map((i) => {
      let level = cap[i];
      for (let sector = 0; sector < SECTORS; sector++) {
        if (f.essentiality(sector, f.sectorOf[i]) !== 'essential') continue;
        const from = all.filter((j) => f.sectorOf[j] === sector && w[j][i] > 0);
        const total = from.reduce((sum, j) => sum + w[j][i], 0);
        const lost = from.reduce((sum, j) => sum + (sigma(j) * w[j][i] * (1 - down[j])) / total, 0);
        if (total > 0) level = Math.min(level, 1 - lost);
      }
      const lost = all
        .filter((j) => w[j][i] > 0 && f.essentiality(f.sectorOf[j], f.sectorOf[i]) === 'non-essential')
        .reduce((sum, j) => sum + (sigma(j) * w[j][i] * (1 - down[j])) / bought[i], 0);
      return Math.max(0, Math.min(level, 1 - lost));
    });
    const nextUp = all.map((i) => {
      const lost = all.reduce((sum, j) => sum + (w[i][j] > 0 ? (w[i][j] / output[i]) * (1 - up[j]) : 0), 0);
      return Math.max(0, Math.min(cap[i], 1 - lost));
    });
    const moves = all.map((i) => Math.max(Math.abs(nextDown[i] - down[i]), Math.abs(nextUp[i] - up[i])));
    down = nextDown;
    up = nextUp;
    lastRise = Math.max(...moves);
    converged = lastRise <= tolerance;
  }
  const total = output.reduce((a, b) => a + b, 0) || 1;
  const loss = (of: (i: number) => number): number =>
    all.reduce((sum, i) => sum + (output[i] * of(i)) / total, 0);
  return {
    total: loss((i) => 1 - Math.min(down[i], up[i])),
    downstream: loss((i) => 1 - down[i]),
    upstream: loss((i) => 1 - up[i]),
    rounds,
    lastRise,
    converged,
  };
}

const shock = fc.record({ firm: fc.nat(FIRMS - 1), loss: fc.constantFrom(0, 0.4, 0.75, 1) });
const KEYS = ['total', 'downstream', 'upstream'] as const;

it('agrees with dense matrices, whatever ran before', () => {
  fc.assert(
    fc.property(
      facts,
      fc.array(fc.array(shock, { maxLength: 3 }), { minLength: 1, maxLength: 3 }),
      fc.boolean(),
      fc.constantFrom(1e-2, 1e-6, 1e-10),
      (f, series, replaceable, tolerance) => {
        const options = { tolerance, maxRounds: 2000, replaceable };
        const cascade = new Cascade(firmNetwork(f), options);
        for (const shocks of series) {
          const ours = cascade.run(shocks)!;
          const theirs = naive(f, shocks, options);
          for (const key of KEYS) expect(Math.abs(ours[key] - theirs[key])).toBeLessThan(1e-9);
          // A rise at the tolerance may fall on either side of it.
          expect(Math.abs(ours.rounds - theirs.rounds)).toBeLessThanOrEqual(1);
        }
      },
    ),
    { numRuns: 400 },
  );
});

it('loses nothing without a shock, at most everything, and no less when more is closed', () => {
  fc.assert(
    fc.property(
      facts,
      fc.array(shock, { minLength: 1, maxLength: 3 }),
      shock,
      fc.boolean(),
      fc.integer({ min: 1, max: 40 }),
      (f, shocks, more, replaceable, maxRounds) => {
        const cascade = new Cascade(firmNetwork(f), { tolerance: 0, maxRounds, replaceable });
        const nothing = cascade.run([])!;
        expect(nothing).toMatchObject({ total: 0, downstream: 0, upstream: 0, rounds: 1, converged: true });
        const less = cascade.run(shocks)!;
        const all = cascade.run([...shocks, more])!;
        // Exactly, without an allowance: rounding keeps the order of sums taken in one order.
        for (const key of KEYS) {
          expect(less[key]).toBeGreaterThanOrEqual(0);
          expect(all[key]).toBeLessThanOrEqual(1);
          expect(all[key]).toBeGreaterThanOrEqual(less[key]);
        }
      },
    ),
    { numRuns: 400 },
  );
});

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function networkWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'muster-network-'));
  folders.push(folder);
  cpSync('examples/firm-network', folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const MUSTER = join(import.meta.dirname, '../../bin/muster');

const muster = (...args: string[]) =>
  spawnSync(process.execPath, [MUSTER, 'cascade', ...args], { encoding: 'utf8' });

it('reports every defect of a network at once, with file, line and code', async () => {
  const folder = networkWith({
    'firms.csv': 'id,name,sector,output\nA,,x,1\nB,,y,-3\nC,,y,5\nC,,z,5\n',
    'links.csv': 'supplier,buyer,weight\nA,C,7\nA,C,1\nC,C,1\nA,NOBODY,1\nC,A,0\nC,A,many\n',
    'essentiality.csv': 'supplier_sector,buyer_sector,kind\nx,y,essential\nx,y,none\nq,*,essential\n',
  });
  const { network, defects } = await readNetwork(folder);
  expect(network).toBeNull();
  expect(defects.map(({ file, line, code }) => `${file}:${line} ${code}`)).toEqual([
    'firms.csv:3 BAD_VALUE',
    'links.csv:6 BAD_VALUE',
    'links.csv:7 NOT_A_NUMBER',
    'firms.csv:5 DUPLICATE_ID',
    'essentiality.csv:3 DUPLICATE_ROW',
    'essentiality.csv:4 UNKNOWN_SECTOR',
    'links.csv:3 DUPLICATE_ROW',
    'links.csv:4 OWN_SUPPLIER',
    'links.csv:4 ESSENTIALITY_UNSTATED',
    'links.csv:5 UNKNOWN_FIRM',
    'firms.csv:2 OUTPUT_BELOW_SALES',
  ]);
  const run = muster(folder);
  expect(run.status).toBe(2);
  expect(run.stdout).toBe('');
  expect(run.stderr).toContain('INVALID_NETWORK');
});

it('closes every firm of the example, and one, from the command line', () => {
  const all = muster('examples/firm-network', '--json');
  expect(all.status).toBe(0);
  const report = CascadeReport.parse(JSON.parse(all.stdout));
  expect(report.scenarios).toHaveLength(13);
  const totals = report.scenarios.map(({ total }) => total);
  expect(totals).toEqual([...totals].sort((a, b) => b - a));
  expect(report.scenarios.map(({ hit }) => hit !== null)).toEqual(totals.map((_, i) => i < 10));
  const out = networkWith({});
  const one = muster('examples/firm-network', '--firm', 'RESIST', '--out', out);
  expect(one.status).toBe(0);
  expect(one.stdout).toContain('Large foundry');
  const written = CascadeReport.parse(JSON.parse(readFileSync(join(out, 'cascade.json'), 'utf8')));
  const same = report.scenarios.find(({ name }) => name === 'RESIST')!;
  expect(written.scenarios).toEqual([{ ...same, hit: written.scenarios[0].hit }]);
  expect(readFileSync(join(out, 'cascade.csv'), 'utf8').split('\n')[1]).toContain('RESIST');
  expect(muster('examples/firm-network', '--shock', 'FOUNDRY=3').status).toBe(2);
});

it('runs the scenarios of a file, the same bytes whatever the number of threads', () => {
  const folder = networkWith({
    'shocks.csv': 'scenario,firm,loss\nflood,FOUNDRY,0.4\nflood,FAB,1\nstrike,PACK,0.2\n',
  });
  const run = (...args: string[]) => muster('examples/firm-network', ...args, '--json');
  const bytes = (threads: number, ...args: string[]): string =>
    run(...args, '--threads', String(threads)).stdout.replace(/"seconds": .*/, '');
  const shocks = ['--shock-file', join(folder, 'shocks.csv'), '--tolerance', '1e-9', '--top', '1'];
  expect(bytes(1, ...shocks)).toBe(bytes(3, ...shocks));
  expect(bytes(1, '--all')).toBe(bytes(3));
  const { asked, scenarios } = CascadeReport.parse(JSON.parse(run(...shocks).stdout));
  expect(asked).toBe(2);
  expect(scenarios.map(({ name, firms }) => ({ name, firms }))).toEqual([
    {
      name: 'flood',
      firms: [
        { id: 'FOUNDRY', loss: 0.4 },
        { id: 'FAB', loss: 1 },
      ],
    },
    { name: 'strike', firms: [{ id: 'PACK', loss: 0.2 }] },
  ]);
  expect(scenarios.map(({ hit }) => hit?.length ?? null)).toEqual([1, null]);
});

it('refuses shocks that make no sense, every row of a file at once', () => {
  const folder = networkWith({
    'shocks.csv': 'scenario,firm,loss\na,NOBODY,0.4\na,FAB,2\na,PACK,0.2\na,PACK,0.3\n',
  });
  const file = muster('examples/firm-network', '--shock-file', join(folder, 'shocks.csv'));
  expect(file.status).toBe(2);
  for (const words of [':2  UNKNOWN_FIRM', ':3  BAD_VALUE', ':5  DUPLICATE_ROW', 'has 3 defects']) {
    expect(file.stderr).toContain(words);
  }
  const refused = (...args: string[]): string => {
    const { status, stderr } = muster('examples/firm-network', ...args);
    return `${status} ${stderr.split(':')[0]}`;
  };
  expect(refused('--firm', 'FAB', 'NOBODY')).toBe('2 UNKNOWN_FIRM');
  expect(refused('--shock', 'FAB')).toBe('2 BAD_SHOCK');
  expect(refused('--firm', 'FAB', '--shock', 'FAB=0.5')).toBe('2 SHOCK_TWICE');
  expect(refused('--shock', 'FAB=0.005')).toBe('2 SHOCK_BELOW_TOLERANCE');
  expect(refused('--all', '--firm', 'FAB')).toBe('2 TOO_MANY_OPTIONS');
});

it('can be stopped between two rounds, and says where it stopped at the limit of rounds', () => {
  const ring = firmNetwork({
    sectorOf: [0, 0, 0],
    sectors: 1,
    output: [null, null, null],
    links: [0, 1, 2].map((supplier) => ({ supplier, buyer: (supplier + 1) % 3, weight: 1 })),
    essentiality: () => 'essential',
  });
  const options = { tolerance: 0, maxRounds: 2, replaceable: false };
  const cascade = new Cascade(ring, options);
  expect(cascade.run([{ firm: 0, loss: 1 }], () => true)).toBeNull();
  const cut = cascade.run([{ firm: 0, loss: 1 }])!;
  expect(cut).toMatchObject({ rounds: 2, lastRise: 1, converged: false });
  expect(new Cascade(ring, { ...options, maxRounds: 9 }).run([{ firm: 0, loss: 1 }])).toMatchObject({
    total: 1,
    downstream: 1,
    upstream: 1,
    converged: true,
  });
});
