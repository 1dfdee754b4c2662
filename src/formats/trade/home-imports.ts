import { groupBy } from '../../kernel/collections.ts';
import type { Area } from './areas.ts';
import type { Findings } from './findings.ts';
import type { Flow, TradeData } from './flow.ts';

/** Amounts of a flow; null where it is not given for every part of it. */
export interface Amounts {
  readonly kg: number | null;
  readonly usd: number | null;
}

/** What home imports of one code in one year, by partner. */
export interface HomeImports {
  readonly code: string;
  readonly year: number;
  readonly partners: readonly (Amounts & { readonly area: Area; readonly first: Flow })[];
  /** Imports from the whole world: as reported, or of all partners where the format lists all; null where nobody says it. */
  readonly world: Amounts | null;
}

/** Imports of home of one code in the latest year; null where nothing says what they are. */
export function homeImports(
  { source, format }: TradeData,
  code: string,
  flows: readonly Flow[],
  home: readonly string[],
  findings: Findings,
): HomeImports | null {
  const own = flows.filter(({ kind, reporter }) => kind === 'import' && home.includes(reporter.id));
  const imports = own.length > 0 ? own : mirrored(flows, home);
  if (imports.length === 0) {
    findings.add('NO_IMPORTS', source, null, code, `${code}: none into ${home.join(', ')}.`);
    return null;
  }
  const year = Math.max(...imports.map((flow) => flow.year));
  if (own.length === 0) {
    findings.add(
      'MIRROR_ONLY',
      source,
      imports[0].line,
      code,
      `${code} in ${year}: exports to ${home.join(', ')}.`,
    );
  }
  sayYears(source, code, imports, year, home, findings);
  const used = imports.filter((flow) => flow.year === year);
  const foreign = used.filter((flow) => flow.partner.is !== 'world' && !home.includes(flow.partner.id));
  const inside = used.filter((flow) => home.includes(flow.partner.id));
  for (const { file, line, partner } of inside) {
    findings.add('HOME_AS_PARTNER', file, line, code, `${code} in ${year}: from ${partner.name}.`);
  }
  if (foreign.length === 0) {
    findings.add('NO_PARTNERS', source, used[0].line, code, `${code} in ${year}: only a total.`);
    return null;
  }
  const worlds = used.filter((flow) => flow.partner.is === 'world');
  const reported = worlds.length > 0 ? less(sumOf(worlds), sumOf(inside)) : null;
  return {
    code,
    year,
    partners: [...groupBy(foreign, (flow) => flow.partner.id).values()].map((same) => ({
      area: same[0].partner,
      first: same[0],
      ...sumOf(same),
    })),
    world: format === 'baci' ? sumOf(foreign) : reported,
  };
}

/** Exports of others to home, turned round: as if home had reported them as imports. */
function mirrored(flows: readonly Flow[], home: readonly string[]): Flow[] {
  return flows
    .filter(
      ({ kind, partner, reporter }) =>
        kind === 'export' && home.includes(partner.id) && !home.includes(reporter.id),
    )
    .map((flow) => ({ ...flow, kind: 'import', reporter: flow.partner, partner: flow.reporter }));
}

/** Amounts of several flows together; unknown where one of them is. */
export function sumOf(flows: readonly Flow[]): Amounts {
  const sum = (key: 'kg' | 'usd'): number | null =>
    flows.reduce<number | null>((total, flow) => {
      const amount = flow[key];
      return total === null || amount === null ? null : total + amount;
    }, 0);
  return { kg: sum('kg'), usd: sum('usd') };
}

function less(whole: Amounts, part: Amounts): Amounts {
  const minus = (a: number | null, b: number | null): number | null =>
    a === null || b === null ? null : a - b;
  return { kg: minus(whole.kg, part.kg), usd: minus(whole.usd, part.usd) };
}

function sayYears(
  source: string,
  code: string,
  imports: readonly Flow[],
  year: number,
  home: readonly string[],
  findings: Findings,
): void {
  const earlier = [...new Set(imports.map((flow) => flow.year))].filter((other) => other !== year).sort();
  if (earlier.length > 0) {
    findings.add('EARLIER_YEAR', source, null, code, `${earlier.join(', ')}; shares are of ${year}.`);
  }
  for (const jurisdiction of home) {
    const reports = imports.filter(({ reporter }) => reporter.id === jurisdiction);
    if (reports.length === 0 || reports.some((flow) => flow.year === year)) continue;
    findings.add(
      'HOME_YEAR_MISSING',
      source,
      null,
      code,
      `${jurisdiction} reports no imports of ${code} in ${year}.`,
    );
  }
}
