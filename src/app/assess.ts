import { linksOfGroups } from '../chain/chain.ts';
import { Coverage } from '../chain/coverage.ts';
import { dependence } from '../chain/dependence.ts';
import { RepairStructure, type ValuedLevel } from '../chain/repair.ts';
import { gatesOf, StructureFunction } from '../chain/structure-function.ts';
import { CENTRAL_ADVERSE, CENTRAL_FAVOURABLE, type Reading } from '../chain/supply.ts';
import type { Threat } from '../chain/threat.ts';
import { TimeToStop } from '../chain/time-to-stop.ts';
import type { AssessedProduct, Assessment, AssessmentReport, CutSet } from '../contract/assess.ts';
import type { Verdict } from '../contract/common.ts';
import type { Scenario } from '../contract/folder/index.ts';
import { centralOf } from '../evidence/figure.ts';
import { dayText } from '../kernel/days.ts';
import { MusterError } from '../kernel/errors.ts';
import type { Programme } from '../programme/programme.ts';
import { Bdd, TRUE } from '../structure/bdd.ts';
import { assessNotes } from './assess-notes.ts';
import { BasisCount } from './basis.ts';
import { chokepoints } from './chokepoints.ts';
import { ChainWorld } from './scenario-world.ts';

export interface AssessOptions {
  /** One scenario; without it all, the first of the programme in front. */
  readonly scenario?: string;
  /** Minimal cut sets up to this many members. */
  readonly maxOrder: number;
  /** Overrides the reading that the scenario names. */
  readonly reading?: 'home' | 'world';
  /** How gates that nobody has stated are read; `unknown` gives the range from all to any. */
  readonly gates: 'all' | 'any' | 'unknown';
}

/** Sets listed for each product. */
const CUT_SETS_LISTED = 60;
const REPAIR_SETS_LISTED = 12;

/** Assesses a programme: what stops under each scenario, when, and because of whom. */
export function assess(programme: Programme, options: AssessOptions): AssessmentReport {
  const world = new ChainWorld(programme);
  const scenarios = options.scenario ? [world.scenario(options.scenario)] : programme.scenarios;
  if (scenarios.length === 0) {
    throw new MusterError('NO_SCENARIO', 'The programme has no scenario to assess.', {
      hint: 'Write one into scenarios.yaml.',
    });
  }
  const cutSets = new Map<string, CutSet[]>();
  const [first, ...others] = scenarios.map((scenario) => assessScenario(world, scenario, options, cutSets));
  return { ...first, otherScenarios: others };
}

function assessScenario(
  world: ChainWorld,
  scenario: Scenario,
  options: AssessOptions,
  cutSets: Map<string, CutSet[]>,
): Assessment {
  const { programme } = world;
  const reading = options.reading ?? scenario.reading;
  const threat = world.threat(scenario);
  const inTheEnd = threat.changes().at(-1)!;
  const repair = new RepairStructure(
    world.chain,
    valuedLevels(programme),
    reading,
    adverseGates(options),
    world.availability(threat, inTheEnd, CENTRAL_ADVERSE),
  );
  if (!cutSets.has(reading)) cutSets.set(reading, supplierCutSets(world, reading, options));
  const stops = new TimeToStop(
    world.chain,
    world.suppliers,
    programme.muster.home,
    threat,
    CENTRAL_ADVERSE,
    adverseGates(options),
  );
  const basis = new BasisCount(programme).addLinks(world.chain, world.below).finish();
  return {
    schema: 'muster/assess@1',
    programme: programme.muster.name,
    scenario: scenario.id,
    scenarioName: scenario.name,
    scenarioNameZh: scenario.name_zh ?? null,
    hypothetical: scenario.hypothetical,
    reading,
    asOf: scenario.asOf,
    startsOn: scenario.hazardPerPeriod === undefined ? dayText(threat.start) : null,
    actsOn: [...new Set(threat.measures.map((measure) => measure.actsOn))].sort(),
    gates: options.gates,
    dataCoverage: dataCoverage(world),
    basis,
    products: programme.muster.products.map((product) =>
      assessProduct(world, threat, reading, options, stops, product),
    ),
    chokepoints: chokepoints(world, threat, reading, repair, stops),
    cutSets: cutSets.get(reading)!,
    cutSetsMaxOrder: options.maxOrder,
    repairSets: repair
      .repairSets(REPAIR_SETS_LISTED)
      .map(({ product, level, members, value }) => ({ product, level, members, valuePerYear: value })),
    initiative: initiative(world),
    links: drawnLinks(world, threat, reading, options, stops),
    notes: assessNotes(world, scenario, threat, options),
  };
}

/** What each step of each product's value ladder adds, per year. */
export function valuedLevels(programme: Programme): ValuedLevel[] {
  return programme.muster.products.flatMap(({ link, needWeight, valuePerYear, ladder }) =>
    ladder.map(({ level, share }, i) => ({
      product: link,
      level,
      value: centralOf(needWeight) * centralOf(valuePerYear) * (share - (i > 0 ? ladder[i - 1].share : 0)),
    })),
  );
}

function adverseGates(options: AssessOptions): 'all' | 'any' {
  return options.gates === 'any' ? 'any' : 'all';
}

function favourableGates(options: AssessOptions): 'all' | 'any' {
  return options.gates === 'all' ? 'all' : 'any';
}

/** Whether links work in the end, in the adverse and in the favourable reading of what nobody knows. */
function verdicts(
  world: ChainWorld,
  threat: Threat | null,
  reading: 'home' | 'world',
  options: AssessOptions,
): (link: string, level: number) => Verdict {
  const day = threat ? threat.changes().at(-1)! : 0;
  const structure = (figures: Reading, unknownGates: 'all' | 'any') =>
    new StructureFunction(world.chain, gatesOf(new Bdd(0)), {
      reading,
      unknownGates,
      availability: world.availability(threat, day, figures),
      carried: () => false,
      boosts: new Map(),
    });
  const adverse = structure(CENTRAL_ADVERSE, adverseGates(options));
  const favourable = structure(CENTRAL_FAVOURABLE, favourableGates(options));
  return (link, level) => {
    if (adverse.works(link, level) === TRUE) return 'yes';
    return favourable.works(link, level) === TRUE ? 'unknown' : 'no';
  };
}

function assessProduct(
  world: ChainWorld,
  threat: Threat,
  reading: 'home' | 'world',
  options: AssessOptions,
  stops: TimeToStop,
  product: Programme['muster']['products'][number],
): AssessedProduct {
  const link = world.chain.links.get(product.link)!;
  const works = verdicts(world, threat, reading, options);
  const day = threat.changes().at(-1)!;
  const coverage = (figures: Reading, gates: 'all' | 'any'): number =>
    new Coverage(world.chain, reading, gates, world.availability(threat, day, figures)).of(link.id);
  const levels = product.ladder.map(({ level }) => {
    const verdict = works(link.id, level);
    const stop = stops.of(link.id, level);
    const stopped = verdict !== 'yes';
    return {
      level,
      works: verdict,
      stopsOnDay: stopped && Number.isFinite(stop.day) ? Math.round(stop.day) : null,
      cause: stopped ? [...stop.cause] : [],
    };
  });
  return {
    id: link.id,
    name: link.name,
    nameZh: link.nameZh,
    works: levels.at(-1)!.works,
    coverage: coverage(CENTRAL_ADVERSE, adverseGates(options)),
    coverageLow: coverage({ unknowns: 'adverse', figures: 'low' }, adverseGates(options)),
    coverageHigh: coverage({ unknowns: 'favourable', figures: 'high' }, favourableGates(options)),
    stopsOnDay: levels.at(-1)!.stopsOnDay,
    levels,
  };
}

/** Minimal sets of jurisdictions, and of providers, whose loss alone takes a product below its highest level. */
function supplierCutSets(world: ChainWorld, reading: 'home' | 'world', options: AssessOptions): CutSet[] {
  const { muster } = world.programme;
  return muster.products.flatMap(({ link, ladder }) =>
    (['jurisdiction', 'provider'] as const).flatMap((actsOn) =>
      dependence(world.chain, world.suppliers, link, ladder.at(-1)!.level, {
        reading,
        actsOn,
        unknownGates: adverseGates(options),
        home: muster.home,
        maxOrder: options.maxOrder,
        limit: CUT_SETS_LISTED,
      }).sets.map((members) => ({ product: link, actsOn, members: [...members], order: members.length })),
    ),
  );
}

/** Fraction of the links below the products, groupings and home's own processes aside, whose supply is quantified. */
function dataCoverage(world: ChainWorld): number {
  const traded = [...world.below]
    .map((id) => world.chain.links.get(id)!)
    .filter((link) => !['category', 'process', 'product'].includes(link.kind));
  const quantified = traded.filter(
    (link) => link.supply.some(({ share }) => share !== null) || (link.homeNeed && link.homeCapacity),
  );
  return traded.length === 0 ? 0 : quantified.length / traded.length;
}

/** Share of the world's supply above which others depend on home for a link. */
const INITIATIVE_SHARE = 0.3;

function initiative(world: ChainWorld): Assessment['initiative'] {
  const { home } = world.programme.muster;
  return [...world.chain.links.values()]
    .flatMap((link) => {
      const homeShare = link.supply.reduce((sum, { provider, share }) => {
        const supplier = world.suppliers.get(provider);
        const counts = supplier?.type === 'jurisdiction' && home.includes(supplier.headquarters);
        return sum + (counts ? (share?.central ?? 0) : 0);
      }, 0);
      return homeShare >= INITIATIVE_SHARE
        ? [
            {
              link: link.id,
              name: link.name,
              homeShare,
              share: 'of the supply of the world, by jurisdiction',
            },
          ]
        : [];
    })
    .sort((a, b) => b.homeShare - a.homeShare);
}

function drawnLinks(
  world: ChainWorld,
  threat: Threat,
  reading: 'home' | 'world',
  options: AssessOptions,
  stops: TimeToStop,
): Assessment['links'] {
  const works = verdicts(world, threat, reading, options);
  const day = threat.changes().at(-1)!;
  const coverage = new Coverage(
    world.chain,
    reading,
    adverseGates(options),
    world.availability(threat, day, CENTRAL_ADVERSE),
  );
  return [...world.below].map((id) => {
    const link = world.chain.links.get(id)!;
    const verdict = works(id, 1);
    const stop = stops.of(id, 1);
    const known = link.kind === 'category' || link.supply.length === 0 || link.homeNeed !== null;
    return {
      id,
      name: link.name,
      nameZh: link.nameZh,
      field: link.field,
      kind: link.kind,
      exposure: known ? 1 - coverage.of(id) : null,
      works: verdict,
      stopsOnDay: verdict !== 'yes' && Number.isFinite(stop.day) ? Math.round(stop.day) : null,
      needs: linksOfGroups(link.groups),
    };
  });
}
