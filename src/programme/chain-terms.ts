import { BoostedSupply, type LinkBoost } from '../chain/boosted-supply.ts';
import type { Chain, Link } from '../chain/chain.ts';
import { levelsAsked, type Relief } from '../chain/relief.ts';
import { StructureFunction } from '../chain/structure-function.ts';
import { type Availability, availabilityOf, CENTRAL_ADVERSE } from '../chain/supply.ts';
import { SupplyOverTime } from '../chain/supply-over-time.ts';
import { type Supplier, Threat } from '../chain/threat.ts';
import { TimeToStop } from '../chain/time-to-stop.ts';
import type { Scenario } from '../contract/folder/index.ts';
import { centralOf } from '../evidence/figure.ts';
import { dayNumber, periodStarts, periodYears } from '../kernel/days.ts';
import type { ChainTerm } from '../portfolio/chain-value.ts';
import { Bdd, TRUE } from '../structure/bdd.ts';
import { FormulaBuilder } from '../structure/formula.ts';
import { boostOf } from './option-effects.ts';
import type { PlanGroup } from './plan-groups.ts';
import type { Programme } from './programme.ts';

/** A scenario with a certain start. One with a hazard becomes one for every period, and one that never comes. */
export interface TimedScenario {
  readonly scenario: Scenario;
  readonly weight: number;
  /** Day number of the start; null: never within the horizon. */
  readonly start: number | null;
}

/** A product at a level of its ladder: its diagram over the groups in every period, weighted over the scenarios. */
export interface ProductLevel {
  readonly product: string;
  readonly level: number;
  /** Per period: functions and their weights over scenarios, which sum to one; each scenario at its place. */
  readonly byPeriod: readonly { readonly node: number; readonly weight: number }[][];
}

export interface ChainTerms {
  readonly terms: readonly ChainTerm[];
  readonly products: readonly ProductLevel[];
  /** For each goal group: the chance that the link of the goal works at its level, as a function per period. */
  readonly timed: readonly TimedScenario[];
}

/** The parts of a programme that say what happens when. */
type Timed = Pick<Programme, 'muster' | 'scenarios'>;

/** Splits scenarios with a hazard by their start; weights are normed to one. */
export function timedScenarios(programme: Timed): TimedScenario[] {
  const starts = periodStarts(programme.muster.periods);
  const T = programme.muster.periods.count;
  const total = programme.scenarios.reduce((sum, s) => sum + s.weight, 0) || 1;
  return programme.scenarios.flatMap((scenario): TimedScenario[] => {
    const weight = scenario.weight / total;
    const hazard = scenario.hazardPerPeriod;
    if (hazard === undefined) {
      return [{ scenario, weight, start: scenario.start ? dayNumber(scenario.start) : starts[0] }];
    }
    return [
      ...Array.from({ length: T }, (_, t) => ({
        scenario,
        weight: weight * hazard * (1 - hazard) ** t,
        start: starts[t],
      })),
      { scenario, weight: weight * (1 - hazard) ** T, start: null },
    ];
  });
}

/**
 * The value of the chain as a sum of weighted functions of what is attained: for every scenario, period, product and
 * step of its value ladder, need weight × value × share × length of the period × discount.
 */
export function chainTerms(
  programme: Programme,
  chain: Chain,
  suppliers: ReadonlyMap<string, Supplier>,
  groups: readonly PlanGroup[],
  formula: FormulaBuilder,
  discount: readonly number[],
): ChainTerms {
  const starts = periodStarts(programme.muster.periods);
  const timed = timedScenarios(programme);
  const compiler = new PeriodCompiler(programme, chain, suppliers, groups, formula);
  const products: ProductLevel[] = programme.muster.products.flatMap(({ link, ladder }) =>
    ladder.map(({ level }) => ({ product: link, level, byPeriod: discount.map(() => []) })),
  );
  for (const entry of timed) {
    const world = compiler.world(entry);
    discount.forEach((_, t) => {
      const structure = world(starts[t]);
      let i = 0;
      for (const product of programme.muster.products) {
        for (const { level } of product.ladder) {
          const node = structure.works(product.link, level);
          products[i++].byPeriod[t].push({ node, weight: entry.weight });
        }
      }
    });
  }
  return { terms: levelTerms(programme, products, discount), products, timed };
}

/** What the levels of the products are worth in every period, over the scenarios, by the figures of a programme. */
export function levelTerms(
  { muster }: Programme,
  products: readonly ProductLevel[],
  discount: readonly number[],
): ChainTerm[] {
  const years = periodYears(muster.periods.length);
  const shares = muster.products.flatMap(({ needWeight, valuePerYear, ladder }) =>
    ladder.map(({ share }, i) => ({
      perYear: centralOf(needWeight) * centralOf(valuePerYear),
      share: share - (i > 0 ? ladder[i - 1].share : 0),
    })),
  );
  const cases = products[0]?.byPeriod[0].length ?? 0;
  const terms: ChainTerm[] = [];
  for (let c = 0; c < cases; c++) {
    discount.forEach((factor, period) => {
      products.forEach(({ byPeriod }, i) => {
        const { node, weight } = byPeriod[period][c];
        terms.push({ period, weight: shares[i].perYear * years * factor * weight * shares[i].share, node });
      });
    });
  }
  return merged(terms);
}

/**
 * Whether a link reaches a level in every scenario and at every period of the programme though nothing is attempted.
 */
export function unaided(
  programme: Timed,
  chain: Chain,
  suppliers: ReadonlyMap<string, Supplier>,
): (link: string, level: number) => boolean {
  const starts = periodStarts(programme.muster.periods).slice(0, -1);
  const compiler = new PeriodCompiler(programme, chain, suppliers, [], new FormulaBuilder(new Bdd(0)));
  const worlds = timedScenarios(programme).map((entry) => compiler.world(entry));
  return (link, level) =>
    worlds.every((world) => starts.every((day) => world(day).works(link, level) === TRUE));
}

function merged(terms: readonly ChainTerm[]): ChainTerm[] {
  const byKey = new Map<string, ChainTerm>();
  for (const term of terms) {
    const key = `${term.period} ${term.node}`;
    const before = byKey.get(key);
    byKey.set(key, before ? { ...term, weight: term.weight + before.weight } : term);
  }
  return [...byKey.values()].filter((term) => term.weight > 0);
}

/** Compiles the structure of a day in a scenario, once for days on which nothing differs. */
class PeriodCompiler {
  private readonly boosts: Map<string, LinkBoost[]> = new Map();
  private readonly reliefs: Map<string, Relief[]> = new Map();
  private readonly openWorlds = new Map<string, StructureFunction>();
  private readonly cutOffWorlds = new Map<string, (elapsed: number) => StructureFunction>();
  private readonly stocks: { link: string; boost: LinkBoost; coverDays: number }[] = [];

  constructor(
    private readonly programme: Timed,
    private readonly chain: Chain,
    private readonly suppliers: ReadonlyMap<string, Supplier>,
    groups: readonly PlanGroup[],
    private readonly formula: FormulaBuilder,
  ) {
    groups.forEach(({ goal, route, effect, coverDays }, leaf) => {
      const boost = boostOf(goal, effect, leaf);
      if (!boost) {
        const { substitute = null, users = null } = effect;
        const relief = { attained: formula.leaf(leaf), level: goal.level, users, substitute };
        this.reliefs.set(goal.link, [...(this.reliefs.get(goal.link) ?? []), relief]);
      } else if (route === 'stock') {
        this.stocks.push({ link: goal.link, boost, coverDays: coverDays ?? 0 });
      } else this.boosts.set(goal.link, [...(this.boosts.get(goal.link) ?? []), boost]);
    });
  }

  /** The structure function of a scenario by day. */
  world({ scenario, start }: TimedScenario): (day: number) => StructureFunction {
    const cutOff = start === null ? null : this.cutOff(new Threat(scenario, this.programme.scenarios, start));
    return (day) =>
      cutOff === null || start === null || day < start ? this.open(scenario.reading) : cutOff(day - start);
  }

  /** The structure with nothing cut. */
  private open(reading: Scenario['reading']): StructureFunction {
    const known = this.openWorlds.get(reading) ?? this.structure(reading, null, 0, () => false, []);
    this.openWorlds.set(reading, known);
    return known;
  }

  /** The structure by days from the start of a cut-off; starts from which the same follows share it. */
  private cutOff(threat: Threat): (elapsed: number) => StructureFunction {
    const signature = threat.signature();
    const known = this.cutOffWorlds.get(signature) ?? this.followed(threat);
    this.cutOffWorlds.set(signature, known);
    return known;
  }

  private followed(threat: Threat): (elapsed: number) => StructureFunction {
    const { programme, chain, suppliers } = this;
    const { reading } = threat.scenario;
    const overTime = new SupplyOverTime(chain, suppliers, programme.muster.home, threat);
    const stops = new TimeToStop(overTime, { asks: reading, figures: CENTRAL_ADVERSE, unknownGates: 'all' });
    const runOut = this.runOutDays(stops);
    const changes = overTime.days;
    const known = new Map<string, StructureFunction>();
    return (elapsed) => {
      const stocked = this.stocks.filter(({ coverDays }) => elapsed < coverDays);
      const passed = (days: readonly number[]): number => days.filter((day) => day <= elapsed).length;
      const key = `${passed(changes)} ${passed(runOut)} ${stocked.length}`;
      const before = known.get(key);
      if (before) return before;
      const carried = (link: string, level: number): boolean => {
        const stop = stops.day(link, level);
        return Number.isFinite(stop) && elapsed < stop;
      };
      const structure = this.structure(reading, threat, threat.start + elapsed, carried, stocked);
      known.set(key, structure);
      return structure;
    };
  }

  private structure(
    reading: Scenario['reading'],
    threat: Threat | null,
    day: number,
    carried: (link: string, level: number) => boolean,
    stocked: readonly { link: string; boost: LinkBoost }[],
  ): StructureFunction {
    const { chain, suppliers, programme } = this;
    const { home } = programme.muster;
    const supply = new Map<string, Availability>();
    const availability = (link: Link): Availability => {
      const now = supply.get(link.id) ?? availabilityOf(link, suppliers, home, threat, day, CENTRAL_ADVERSE);
      supply.set(link.id, now);
      return now;
    };
    return new StructureFunction(chain, this.formula, {
      reading,
      unknownGates: 'all',
      supply: new BoostedSupply(this.formula, reading, availability, this.boostsWith(stocked)),
      reliefs: this.reliefs,
      carried: (link, level) => carried(link.id, level),
    });
  }

  /** Days from the start on which some link's stock or service life runs out, in order: between them nothing differs. */
  private runOutDays(stops: TimeToStop): number[] {
    const days = new Set<number>();
    const ladders = this.programme.muster.products.flatMap(({ ladder }) => ladder.map((step) => step.level));
    for (const level of levelsAsked(ladders, [...this.reliefs.values()].flat())) {
      for (const id of this.chain.links.keys()) days.add(stops.day(id, level));
    }
    return [...days].filter((day) => Number.isFinite(day));
  }

  private boostsWith(
    stocked: readonly { link: string; boost: LinkBoost }[],
  ): ReadonlyMap<string, LinkBoost[]> {
    const all = new Map(this.boosts);
    for (const { link, boost } of stocked) all.set(link, [...(all.get(link) ?? []), boost]);
    return all;
  }
}
