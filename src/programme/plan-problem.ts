import { buildChain } from '../chain/build.ts';
import type { Chain } from '../chain/chain.ts';
import { type Supplier, supplierOf } from '../chain/threat.ts';
import { periodStarts, periodYears } from '../kernel/days.ts';
import { ChainValue } from '../portfolio/chain-value.ts';
import type { CapacityRow, PlanSpec } from '../portfolio/spec.ts';
import { Bdd } from '../structure/bdd.ts';
import { FormulaBuilder } from '../structure/formula.ts';
import { type CarriedOver, carriedOver } from './carry-over.ts';
import { withCertifiedParts } from './certified-parts.ts';
import { type ChainTerms, chainTerms } from './chain-terms.ts';
import { fundByPeriod, fundRows, publicDemands, takesPublicMoney } from './financing.ts';
import {
  type Excluded,
  type GroupContext,
  groupSpec,
  type PlanGroup,
  type PlanRows,
  planGroups,
} from './plan-groups.ts';
import type { Programme } from './programme.ts';
import type { EvidenceCase } from './team-chances.ts';
import type { PlanVariant } from './variants.ts';

/** A programme as a plan problem, with what its numbers stand for. */
export interface PlanProblem {
  readonly programme: Programme;
  readonly chain: Chain;
  readonly suppliers: ReadonlyMap<string, Supplier>;
  readonly groups: readonly PlanGroup[];
  readonly excluded: readonly Excluded[];
  /** What the rules of money changed in what the folder says. */
  readonly notes: readonly string[];
  readonly spec: PlanSpec;
  readonly value: ChainValue;
  readonly terms: ChainTerms;
  /** What funds may put by, as in the spec. */
  readonly savings: readonly CarriedOver[];
  /** Money of each fund by period. */
  readonly money: readonly (readonly number[])[];
  /** For each row of the spec: the funds it stands for, or the resource. */
  readonly rows: readonly PlanRow[];
  /** What its groups are specified in. */
  readonly context: GroupContext;
}

export type PlanRow =
  | { readonly kind: 'money'; readonly funds: readonly number[] }
  | { readonly kind: 'resource'; readonly id: string }
  /** Lets projects begin only while funds may take them on. */
  | { readonly kind: 'award' };

/** Builds the plan problem of a programme, with the success figures at their low, central or high values. */
export function planProblem(given: Programme, evidenceCase: EvidenceCase = 'central'): PlanProblem {
  const programme = withCertifiedParts(given);
  const chain = buildChain(programme);
  const suppliers = new Map(programme.providers.map((row) => [row.id, supplierOf(row)]));
  const { groups, excluded, notes } = planGroups(
    programme,
    (link) => chain.links.get(link)?.field ?? 'other',
  );
  const { periods } = programme.muster;
  const years = periodYears(periods.length);
  const discount = Array.from(
    { length: periods.count },
    (_, t) => (1 + programme.muster.discountRate) ** (-t * years),
  );
  const starts = periodStarts(periods);
  const money = programme.funds.map((fund) => fundByPeriod(fund, starts));
  const { rows, capacity, planRows } = rowsOf(programme, groups, money);
  const savings = carriedOver(
    programme.funds,
    starts,
    rows.map((row) => (row.kind === 'money' ? row : {})),
  );
  const context: GroupContext = {
    programme,
    rows: planRows,
    evidenceCase,
    periods: periods.count,
    discountFactor: (1 + programme.muster.discountRate) ** -years,
    groupOfGoal: (goal) => groupOfGoal(groups, goal),
  };
  const spec: PlanSpec = {
    periods: periods.count,
    discount,
    rows: capacity,
    savings,
    groups: groups.map((group) => groupSpec(group, context)),
  };
  const formula = new FormulaBuilder(new Bdd(groups.length));
  const terms = chainTerms(programme, chain, suppliers, groups, formula, discount);
  const value = new ChainValue(periods.count, groups.length, formula, terms.terms);
  return {
    programme,
    chain,
    suppliers,
    groups,
    excluded,
    notes,
    spec,
    value,
    terms,
    savings,
    money,
    rows,
    context,
  };
}

/** The group whose attainment a stage that requires the goal waits for: home's own making where there is one, stock last. */
function groupOfGoal(groups: readonly PlanGroup[], goal: string): number | undefined {
  const own = (route: PlanGroup['route']): number =>
    groups.findIndex((group) => group.goal.id === goal && group.route === route);
  for (const route of ['home', 'foreign', 'recycled', 'relief', 'stock'] as const)
    if (own(route) >= 0) return own(route);
  return undefined;
}

/** More projects than could ever begin in a period. */
const AWARDS_MAX = 1e6;

/** Sets of funds that money of a variant may be paid from. */
function fundSets(
  { funds }: Programme,
  { mode, instrument, publicShare, eligible }: PlanVariant,
): (readonly number[])[] {
  const asks = instrument !== null && takesPublicMoney({ ...mode, publicShare }, instrument);
  return [
    ...(asks ? publicDemands(funds, eligible, publicShare, 1).map((demand) => demand.funds) : []),
    ...(publicShare < 1 || instrument?.cover || instrument?.paidOn ? [eligible.privateFunds] : []),
  ];
}

function rowsOf(programme: Programme, groups: readonly PlanGroup[], money: readonly (readonly number[])[]) {
  const T = programme.muster.periods.count;
  const variants = groups.flatMap(({ projects }) => projects.flatMap((project) => project.variants));
  const sets = variants.flatMap((variant) => fundSets(programme, variant));
  const awards = new Map(
    variants.flatMap(({ begins }) => (begins ? [[begins.join(), begins] as const] : [])),
  );
  const funds = fundRows(sets, programme.funds, money);
  const resources = [...new Set(programme.resources.map((row) => row.id))];
  const rows: PlanRow[] = [
    ...funds.map((row) => ({ kind: 'money' as const, funds: row.funds })),
    ...resources.map((id) => ({ kind: 'resource' as const, id })),
    ...[...awards].map(() => ({ kind: 'award' as const })),
  ];
  const capacity: CapacityRow[] = [
    ...funds,
    ...resources.map((id) => ({ id, capacity: resourceByPeriod(programme, id, T) })),
    ...[...awards.values()].map((begins) => ({
      id: 'award',
      capacity: begins.map((may) => (may ? AWARDS_MAX : 0)),
    })),
  ];
  const planRows: PlanRows = {
    money: (eligible) =>
      eligible.length === 0
        ? []
        : funds.flatMap((row, i) => (eligible.every((f) => row.funds.includes(f)) ? [i] : [])),
    resource: (id) => {
      const at = resources.indexOf(id);
      return at < 0 ? undefined : funds.length + at;
    },
    award: (begins) => funds.length + resources.length + [...awards.keys()].indexOf(begins.join()),
  };
  return { rows, capacity, planRows };
}

/** What a period offers of a resource: the last row that has begun; nothing before the first. */
export function resourceByPeriod(programme: Programme, id: string, periods: number): number[] {
  const rows = programme.resources
    .filter((row) => row.id === id)
    .sort((a, b) => a.from_period - b.from_period);
  return Array.from(
    { length: periods },
    (_, t) => rows.filter((row) => row.from_period <= t + 1).at(-1)?.amount ?? 0,
  );
}
