import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Programme } from '../../programme/programme.ts';
import { parseFiles } from './parse.ts';
import { printProgramme } from './write.ts';

const VALID = join(import.meta.dirname, '../../../test/fixtures/folders/valid');

function read(files: ReadonlyMap<string, string | Uint8Array>) {
  return parseFiles((path) => {
    const content = files.get(path);
    return typeof content === 'string' ? new TextEncoder().encode(content) : (content ?? null);
  });
}

const VALID_PROGRAMME = parseFiles((path) => readFileSync(join(VALID, path))).programme!;
const VALID_TEXTS = printProgramme(VALID_PROGRAMME);

const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,12}$/);
const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .filter((s) => s.trim() !== '' && !s.includes('\r'));
const awkward = fc.constantFrom(
  '=1+1',
  "'=x",
  'a,b',
  '"',
  'a\nb',
  ' lead',
  '1',
  'null',
  '- x',
  '# x',
  '---',
  'x: y',
  '~',
);
const words = fc.oneof(text, awkward);
const entry = words.filter((s) => !s.includes(';') && s.trim() === s);
const share = fc.double({ min: 0, max: 1, noNaN: true });
const amount = fc.double({ min: 0, max: 1e15, noNaN: true });
const rangeOf = (one: fc.Arbitrary<number>) =>
  fc.tuple(one, one, one).map((three) => {
    const [low, central, high] = three.sort((a, b) => a - b) as [number, number, number];
    return { low, central, high };
  });
const figure = (one: fc.Arbitrary<number>) => fc.oneof(one, rangeOf(one));

const link = fc.record(
  {
    id,
    name: words,
    name_zh: words,
    field: fc.constantFrom('chips', 'equipment', 'other'),
    kind: fc.constantFrom('tool', 'material', 'category'),
    grade: fc.double({ min: -1e9, max: 1e9, noNaN: true }),
    home_need: figure(amount),
    home_capacity: figure(amount),
    obtainable: figure(share),
    stock_days: figure(amount),
    life_days: figure(amount),
    service: figure(share),
    market_per_year: figure(amount),
    tags: fc.array(entry, { maxLength: 3 }),
    evidence: fc.array(id, { maxLength: 2 }),
  },
  { requiredKeys: ['id', 'name', 'field', 'kind', 'tags', 'evidence'] },
);

const judgement = fc.record({
  figure: words,
  expert: words,
  low: fc.double({ noNaN: true, noDefaultInfinity: true }),
  central: fc.double({ noNaN: true, noDefaultInfinity: true }),
  high: fc.double({ noNaN: true, noDefaultInfinity: true }),
  date: fc.constantFrom('2024-02-29', '2025-12-31'),
});

const statement = fc.record({
  what: fc.constant('figure' as const),
  link: id,
  figure: fc.constantFrom('home_need' as const, 'service' as const),
  value: figure(amount),
  author: words,
  reason: words,
  confidence: fc.constantFrom('low' as const, 'high' as const),
  evidence: id,
});

const fund = fc.record({
  id,
  name: words,
  type: fc.constantFrom('fiscal' as const, 'loan' as const),
  public: fc.boolean(),
  perPeriod: fc.oneof(figure(amount), fc.array(amount, { maxLength: 4 })),
  purpose: fc.record(
    { fields: fc.array(fc.constantFrom('chips' as const), { maxLength: 1 }) },
    { requiredKeys: [] },
  ),
  carryOver: fc.boolean(),
  evidence: id,
});

const period = fc.integer({ min: 1, max: 60 });
const project = fc.tuple(id, id).map((ids) => ids.join('/'));
const commitment = fc.oneof(
  fc.record(
    { lockIn: project, mode: fc.constant('mixed' as const), from: period, by: period, reason: words },
    { requiredKeys: ['lockIn', 'reason'] },
  ),
  fc.record({ lockOut: project, reason: words }),
  fc.record({ deadline: id, by: period, reason: words }),
);

const programme = fc
  .record({
    commitments: fc.array(commitment, { maxLength: 3 }),
    links: fc.array(link, { maxLength: 4 }),
    judgements: fc.array(judgement, { maxLength: 3 }),
    statements: fc.array(statement, { maxLength: 3 }),
    funds: fc.array(fund, { maxLength: 3 }),
    description: words,
    needs: fc.dictionary(id, amount, { maxKeys: 3, noNullPrototype: true }),
  })
  // Cloned, because the generator makes objects without a prototype.
  .map(({ links, judgements, statements, funds, description, needs, commitments }): Programme => {
    const base = VALID_PROGRAMME;
    const goals = structuredClone(base.goals) as Programme['goals'];
    goals[0]!.options[0]!.stages[0]!.needs = needs;
    return structuredClone({
      ...base,
      links,
      judgements,
      funds,
      goals,
      commitments,
      muster: { ...base.muster, description },
      overlay: { schema: 'muster/overlay@1' as const, statements },
    });
  });

test('what is written reads back as the same programme, and prints as the same bytes', () => {
  fc.assert(
    fc.property(programme, (p) => {
      const printed = printProgramme(p);
      const { programme: back, defects } = read(printed);
      expect(defects).toEqual([]);
      expect(back).toStrictEqual(p);
      expect(printProgramme(back!)).toEqual(printed);
    }),
    { numRuns: 60 },
  );
});

test('a byte-order mark and carriage returns are read, and not written', () => {
  const windows = new Map([...VALID_TEXTS].map(([path, s]) => [path, `\uFEFF${s.replaceAll('\n', '\r\n')}`]));
  const { programme: back, defects } = read(windows);
  expect(defects).toEqual([]);
  expect(back).toStrictEqual(VALID_PROGRAMME);
  expect(printProgramme(back!)).toEqual(VALID_TEXTS);
});

test('any bytes are read or refused, never half-read', () => {
  const paths = [...VALID_TEXTS.keys()];
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 60 }),
    text.map((s) => new TextEncoder().encode(s)),
  );
  fc.assert(
    fc.property(fc.constantFrom(...paths), bytes, (path, content) => {
      const { programme: back, defects } = read(
        new Map([...VALID_TEXTS, [path, content]] as [string, Uint8Array][]),
      );
      expect(back === null).toBe(defects.some((d) => d.severity === 'error'));
    }),
    { numRuns: 60 },
  );
});
