import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { WhatIf } from '../../src/contract/api/what-if.ts';
import { Scenario } from '../../src/contract/folder/index.ts';
import {
  COVERS,
  type Draft,
  EMPTY,
  idOf,
  measureOf,
  measuresOf,
  parseMeasures,
  printMeasures,
  scenarioOf,
} from '../../web/src/pages/scenarios/measures.ts';

const texts = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 12 }), { maxLength: 3 });
const draft: fc.Arbitrary<Draft> = fc.record({
  jurisdictions: fc.uniqueArray(fc.constantFrom('CHN', 'USA', 'JPN'), { maxLength: 3 }),
  providers: texts,
  links: texts,
  fields: fc.uniqueArray(fc.constantFrom('chips', 'equipment'), { maxLength: 2 }),
  tags: texts,
  atMost: fc.option(fc.integer({ min: 1, max: 200 })),
  atLeast: fc.option(fc.integer({ min: 1, max: 200 })),
  from: fc.constantFrom('', '2027-01-01'),
  severity: fc.integer({ min: 1, max: 100 }).map((percent) => percent / 100),
  licensed: fc.option(fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100)),
  covers: fc.subarray([...COVERS]),
});

test('measures come back from the address as they were written', () => {
  fc.assert(
    fc.property(fc.array(draft, { maxLength: 4 }), (drafts) => {
      const search = new URLSearchParams({ measures: printMeasures(drafts) }).toString();
      expect(parseMeasures(new URLSearchParams(search).get('measures')!)).toEqual(drafts);
    }),
  );
});

test('an address that nobody wrote is read without harm', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), (text) => {
      for (const one of parseMeasures(text))
        expect(Object.keys(one).sort()).toEqual(Object.keys(EMPTY).sort());
    }),
  );
});

const china: Draft = { ...EMPTY, jurisdictions: ['CHN'] };

describe('a measure', () => {
  it('is one the server takes', () => {
    const drafts = [china, { ...china, links: ['gallium'], atMost: 28, licensed: 0.2, from: '2027-01-01' }];
    const asked = WhatIf.parse({ measures: drafts.map(measureOf) });
    expect(asked.measures[0].links).toEqual({ all: true });
    expect(asked.measures[1]).toMatchObject({
      links: { ids: ['gallium'] },
      grade: { atMost: 28 },
      licence: { policy: 'case-by-case', probability: 0.2 },
      from: '2027-01-01',
    });
  });
});

const base = Scenario.parse({
  id: 'base',
  name: 'Base',
  weight: 1,
  asOf: '2026-01-01',
  start: '2027-01-01',
  includes: ['more'],
  measures: [{ id: 'one', status: 'in-force', ...measureOf(china) }],
});
const more = Scenario.parse({
  id: 'more',
  name: 'More',
  weight: 0,
  asOf: '2026-01-01',
  includes: ['base'],
  measures: [{ id: 'measure-1', status: 'announced', ...measureOf(china) }],
});

describe('a scenario that is kept', () => {
  it('has the measures of its base, those it includes too, each once', () => {
    expect(measuresOf([base, more], 'base').map(({ id }) => id)).toEqual(['one', 'measure-1']);
    expect(measuresOf([base, more], 'gone')).toEqual([]);
  });

  it('is one the folder takes, without what was lifted, and with fresh ids', () => {
    const kept = measuresOf([base, more], 'base').filter(({ id }) => id !== 'one');
    const scenario = scenarioOf({
      id: 'new',
      name: 'New',
      weight: 0.5,
      asOf: '2026-11-24',
      start: '',
      reading: undefined,
      base,
      kept,
      drafts: [china],
    });
    expect(Scenario.parse(scenario)).toEqual(scenario);
    expect(scenario.measures.map(({ id }) => id)).toEqual(['measure-1', 'measure-2']);
    expect(scenario).toMatchObject({
      start: '2027-01-01',
      reading: 'home',
      includes: [],
      hypothetical: true,
    });
  });

  it('has an id nobody has', () => {
    expect(idOf('Wide stop: 2027!', [])).toBe('wide-stop-2027');
    expect(idOf('断供', ['scenario'])).toBe('scenario-2');
  });
});
