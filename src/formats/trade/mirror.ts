import { groupBy } from '../../kernel/collections.ts';
import type { Findings } from './findings.ts';
import type { Flow } from './flow.ts';
import { type Amounts, sumOf } from './home-imports.ts';

/** A difference that freight, insurance and the turn of the year explain. */
const USUAL = 1.1;

/**
 * What partners say they exported to home, of one code in one year, by partner. Every flow that both sides report is
 * held against its mirror, in every year, and a difference that is more than usual is said.
 */
export function mirrorOf(
  code: string,
  year: number,
  flows: readonly Flow[],
  home: readonly string[],
  findings: Findings,
): Map<string, Amounts> {
  const imports = flows.filter(
    ({ kind, reporter, partner }) =>
      kind === 'import' &&
      home.includes(reporter.id) &&
      partner.is === 'country' &&
      !home.includes(partner.id),
  );
  const exports = groupBy(
    flows.filter(({ kind, partner }) => kind === 'export' && home.includes(partner.id)),
    ({ year: of, reporter }) => `${of} ${reporter.id}`,
  );
  const byPartner = new Map<string, Amounts>();
  for (const same of groupBy(imports, ({ year: of, partner }) => `${of} ${partner.id}`).values()) {
    const [first] = same;
    const mirror = exports.get(`${first.year} ${first.partner.id}`);
    if (!mirror) continue;
    const amounts = sumOf(mirror);
    if (first.year === year) byPartner.set(first.partner.id, amounts);
    sayDifference(code, first, sumOf(same), mirror[0], amounts, findings);
  }
  return byPartner;
}

function sayDifference(
  code: string,
  imported: Flow,
  by: Amounts,
  exported: Flow,
  mirror: Amounts,
  findings: Findings,
): void {
  const factors = (['kg', 'usd'] as const).map((key) => {
    const [a, b] = [by[key], mirror[key]];
    return a && b ? Math.max(a / b, b / a) : null;
  });
  if (factors.every((factor) => factor === null || factor <= USUAL)) return;
  const times = factors.map((factor) => (factor === null ? 'unknown' : factor.toFixed(1)));
  const message =
    `${code} in ${imported.year}: ${imported.reporter.name} reports ${spell(by)} from ${imported.partner.name}; ` +
    `${exported.reporter.name} reports ${spell(mirror)} to ${exported.partner.name} on line ${exported.line}. ` +
    `Factor ${times[0]} by weight, ${times[1]} by value.`;
  findings.add('MIRROR', imported.file, imported.line, code, message);
}

const spell = ({ kg, usd }: Amounts): string =>
  `${kg === null ? 'no weight' : `${Math.round(kg)} kg`} (${usd === null ? 'no value' : `${Math.round(usd)} USD`})`;
