import type { Findings } from './findings.ts';
import type { Flow, TradeData } from './flow.ts';
import { type HomeImports, sumOf } from './home-imports.ts';

/** What some codes hold by the Harmonized System, where the file does not say it. */
const BASKETS: Readonly<Record<string, string>> = {
  '280530': 'rare-earth metals, scandium and yttrium, whether or not intermixed or interalloyed',
  '284690':
    'compounds of rare-earth metals, of yttrium, of scandium, or of mixtures of these, other than of cerium',
  '811292':
    'several minor metals, unwrought, as powders, waste and scrap: gallium, germanium, indium, niobium and vanadium, and up to the edition of 2017 hafnium and rhenium',
};

/** What a code holds, in the words of the file or of the Harmonized System; undefined where nobody says it. */
export function contentsOf(code: string, { descriptions }: TradeData): string | undefined {
  return descriptions.get(code) ?? (Object.hasOwn(BASKETS, code) ? BASKETS[code] : undefined);
}

/** What hangs on codes and their editions, before anything is taken for supply. */
export function inspectCodes(data: TradeData, codes: readonly string[], findings: Findings): void {
  const { source, editions } = data;
  for (const code of codes) {
    const contents = contentsOf(code, data) ?? 'the file does not say what';
    findings.add('BASKET', source, null, code, `${code} holds ${contents}.`);
    const within = codes.find(
      (other) => other !== code && other.length < code.length && code.startsWith(other),
    );
    if (within) findings.add('CODE_OVERLAP', source, null, code, `${code} lies within ${within}.`);
  }
  if (editions.size > 1) {
    const listed = [...editions]
      .sort()
      .map(([edition, years]) => `${edition} in ${[...years].sort().join(', ')}`);
    findings.add('CLASSIFICATION', source, null, '', `${listed.join('; ')}.`);
  }
}

/** What home sends out and on of the same code, partners that are not one country, and flows that tell nothing of home. */
export function inspectFlows(
  { code, year, partners, world }: HomeImports,
  flows: readonly Flow[],
  home: readonly string[],
  source: string,
  findings: Findings,
): void {
  for (const { area, first } of partners) {
    if (area.is === 'country') continue;
    const finding = area.is === 'unknown' ? 'UNKNOWN_AREA' : 'AREAS_NES';
    findings.add(finding, first.file, first.line, code, `${code} in ${year}: ${area.name}.`);
  }
  const kinds = { export: 'HOME_EXPORTS', 're-export': 'RE_EXPORT', 're-import': 'RE_IMPORT' } as const;
  for (const kind of ['export', 're-export', 're-import'] as const) {
    const own = flows.filter(
      (flow) => flow.kind === kind && home.includes(flow.reporter.id) && flow.year === year,
    );
    const toWorld = own.filter(({ partner }) => partner.is === 'world');
    const counted = toWorld.length > 0 ? toWorld : own;
    if (counted.length === 0) continue;
    const { kg, usd } = sumOf(counted);
    const share =
      usd && world?.usd ? `, ${(100 * (usd / world.usd)).toFixed(0)} % of the value of its imports` : '';
    const message = `${code} in ${year}: ${kg ?? 'unknown'} kg, ${usd ?? 'unknown'} USD${share}.`;
    findings.add(kinds[kind], counted[0].file, counted[0].line, code, message);
  }
  const others = flows.filter(
    ({ reporter, partner }) => !home.includes(reporter.id) && !home.includes(partner.id),
  );
  if (others.length > 0) {
    findings.add('OTHER_REPORTERS', source, others[0].line, code, `${others.length} flows of ${code}.`);
  }
}
