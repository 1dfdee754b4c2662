import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { Cascade } from '../../src/chain/cascade.ts';
import { type Essentiality, type FirmNetwork, firmNetwork } from '../../src/chain/firm-network.ts';
import { eachFixture, fixturePath } from '../fixtures.ts';

/** Rows of a fixture without its header, as numbers. */
function table(file: string): number[][] {
  const [, ...lines] = readFileSync(fixturePath('esri', file), 'utf8').trim().split('\n');
  return lines.map((line) => line.split(',').map((cell) => Number(cell.replaceAll('"', ''))));
}

const KINDS: readonly Essentiality[] = ['none', 'non-essential', 'essential'];

function elevenFirms(setting: string): FirmNetwork {
  const matrix = table(`out_E_${setting}.csv`).map((row) => row.slice(1));
  const sectorOf = table('out_p.csv').map(([, sector]) => sector - 1);
  return firmNetwork({
    sectorOf,
    sectors: matrix.length,
    output: sectorOf.map(() => null),
    links: table('out_W.csv').map(([s, b, weight]) => ({ supplier: s - 1, buyer: b - 1, weight })),
    essentiality: (a, b) => KINDS[matrix[a][b]],
  });
}

const closures = (network: FirmNetwork, tolerance: number, count: number) => {
  const cascade = new Cascade(network, { tolerance, maxRounds: 10_000, replaceable: false });
  return Array.from({ length: count }, (_, firm) => {
    const { total, downstream, upstream } = cascade.run([{ firm, loss: 1 }])!;
    return { losses: [total, downstream, upstream], ofFirms: cascade.losses.downstream.slice() };
  });
};

eachFixture('eleven firms within 1e-9', 'esri', ['given', 'mixed', 'all_essential'], (setting) => {
  const expected = table(`out_ESRI_${setting}_1e-10.csv`);
  const ofFirms = table(`out_hd_${setting}_1e-10.csv`);
  closures(elevenFirms(setting), 1e-10, 11).forEach(({ losses, ofFirms: ours }, closed) => {
    losses.forEach((loss, k) => {
      expect(Math.abs(loss - expected[closed][k + 1])).toBeLessThan(1e-9);
    });
    // The losses of firms were printed to five digits.
    ours.forEach((loss, firm) => {
      expect(Math.abs(loss - ofFirms[firm][closed + 1])).toBeLessThan(1e-5);
    });
  });
});

const OFFSETS = [1, 7, 31, 67, 127, 211, 331, 457];

/** The network of the fixture's README, written out here for the test alone. */
function byRule(firms: number, sectors: number): FirmNetwork {
  const links = [];
  for (let s = 1; s <= firms; s++) {
    for (const o of OFFSETS) {
      const b = ((s - 1 + o) % firms) + 1;
      links.push({ supplier: s - 1, buyer: b - 1, weight: 1 + ((13 * s + 7 * b) % 17) });
    }
  }
  return firmNetwork({
    sectorOf: Array.from({ length: firms }, (_, i) => i % sectors),
    sectors,
    output: new Array<null>(firms).fill(null),
    links,
    essentiality: (i, j) => {
      const [a, b] = [i + 1, j + 1];
      if ((7 * a + 3 * b) % 5 === 0) return 'essential';
      return (a + b) % 2 === 0 ? 'non-essential' : 'none';
    },
  });
}

/**
 * In these networks next to nothing spreads downstream; upstream nothing is sold outside, so that every figure is that of
 * the round in which the reference stops.
 */
eachFixture('larger networks within 1e-9', 'esri', ['500_20', '1232_616', '2000_50'], (size) => {
  const [firms, sectors] = size.split('_').map(Number);
  const expected = table(`bench_${size}_ESRI.csv`);
  closures(byRule(firms, sectors), 1e-2, expected.length).forEach(({ losses }, closed) => {
    losses.forEach((loss, k) => {
      expect(Math.abs(loss - expected[closed][k + 1])).toBeLessThan(1e-9);
    });
  });
});
