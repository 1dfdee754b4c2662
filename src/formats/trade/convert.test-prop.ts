import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areaOf } from './areas.ts';
import { convertTrade } from './convert.ts';
import { Findings } from './findings.ts';
import type { Flow } from './flow.ts';

const PARTNERS = [156, 152, 392, 490, 899];

/** Imports of the United States from some partners, the mirror of some of them, and perhaps their total. */
const flowsOfOneYear = fc
  .record({
    imports: fc.dictionary(fc.constantFrom(...PARTNERS.map(String)), fc.integer({ min: 1, max: 1000 }), {
      minKeys: 1,
    }),
    exports: fc.dictionary(fc.constantFrom('156', '152', '392'), fc.integer({ min: 1, max: 2000 })),
    world: fc.option(fc.integer({ min: 1, max: 5000 }), { nil: null }),
  })
  .map(({ imports, exports, world }): Flow[] => {
    const flow = (kind: Flow['kind'], reporter: number, partner: number, kg: number): Flow => ({
      ...{ file: 'f.csv', line: 2, code: '811292', year: 2024, kind, kg, kgEstimated: false, usd: kg },
      ...{ reporter: areaOf(reporter), partner: areaOf(partner) },
    });
    return [
      ...Object.entries(imports).map(([partner, kg]) => flow('import', 842, Number(partner), kg)),
      ...Object.entries(exports).map(([reporter, kg]) => flow('export', Number(reporter), 842, kg)),
      ...(world === null ? [] : [flow('import', 842, 0, world)]),
    ];
  });

test('every import has its share, shares sum to one, and a range holds both reports of a flow', () => {
  fc.assert(
    fc.property(flowsOfOneYear, (flows) => {
      const data = {
        ...{ format: 'comtrade' as const, source: 'f.csv', layout: '', flows, mirrored: true },
        ...{ descriptions: new Map(), editions: new Map() },
      };
      const { supply } = convertTrade(data, ['USA'], new Findings()).programme;
      const kgOf = (kind: Flow['kind'], end: 'partner' | 'reporter', id: string) =>
        flows.find((flow) => flow.kind === kind && flow[end].id === id)?.kg;
      const imported = flows.filter(({ kind, partner }) => kind === 'import' && partner.is !== 'world');
      const listed = imported.reduce((sum, { kg }) => sum + kg!, 0);
      const total = Math.max(listed, kgOf('import', 'partner', 'world') ?? 0);
      for (const { partner, kg } of imported) {
        const row = supply.find(({ provider }) => provider === partner.id)!;
        const mirror = Math.min(total, kgOf('export', 'reporter', partner.id) ?? kg!);
        expect(row.share).toBeCloseTo(kg! / total, 5);
        expect(row.share_low ?? row.share).toBeCloseTo(Math.min(kg!, mirror) / total, 5);
        expect(row.share_high ?? row.share).toBeCloseTo(Math.max(kg!, mirror) / total, 5);
      }
      const sum = supply.reduce((s, { share }) => s + share!, 0);
      expect(Math.abs(1 - sum)).toBeLessThan(0.0051);
    }),
  );
});
