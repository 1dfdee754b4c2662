import { linksOfGroups } from '../chain/chain.ts';
import { RepairStructure } from '../chain/repair.ts';
import type { Assessment, AssessmentReport } from '../contract/assess.ts';
import type { Scenario } from '../contract/folder/index.ts';
import type { FigureDraws } from '../evidence/draws.ts';
import { dayText } from '../kernel/days.ts';
import { MusterError } from '../kernel/errors.ts';
import type { LinearSolver } from '../kernel/linear-program.ts';
import type { Programme } from '../programme/programme.ts';
import { assessNotes } from './assess-notes.ts';
import { BasisCount } from './basis.ts';
import { chokepoints } from './chokepoints.ts';
import { type CriticalCombinations, criticalCombinations } from './critical-combinations.ts';
import { ScenarioView, type ViewOptions } from './scenario-view.ts';
import { ChainWorld } from './scenario-world.ts';
import { stopDraws, stoppages } from './stoppages.ts';
import { stockFor, survivalTimes } from './survival.ts';
import { rankedUnknowns } from './unknowns.ts';

export interface AssessOptions extends ViewOptions {
  /** One scenario; without it all, the first of the programme in front. */
  readonly scenario?: string;
  /** Minimal cut sets up to this many members. */
  readonly maxOrder: number;
  /** Whether combinations of jurisdictions and companies together are listed too. */
  readonly mixed?: boolean;
  /** For a cut-off of so many days the stock that is needed. */
  readonly survive?: { readonly days: number; readonly solver: LinearSolver };
}

/** Sets listed for each product. */
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
  const shared: Shared = { combinations: new Map(), draws: stopDraws(world) };
  const [first, ...others] = scenarios.map((scenario) => assessScenario(world, scenario, options, shared));
  return { ...first, otherScenarios: others };
}

/** What does not depend on the scenario and is found once: combinations by reading, draws of uncertain figures. */
interface Shared {
  readonly combinations: Map<string, CriticalCombinations>;
  readonly draws: FigureDraws;
}

function assessScenario(
  world: ChainWorld,
  scenario: Scenario,
  options: AssessOptions,
  { combinations, draws }: Shared,
): Assessment {
  const { programme } = world;
  const view = new ScenarioView(world, scenario, options);
  const { reading, threat, adverseGates } = view;
  const repair = new RepairStructure(world.chain, world.valued, reading, adverseGates, (link) =>
    view.available(link.id),
  );
  const critical =
    combinations.get(reading) ?? criticalCombinations(view, options.maxOrder, options.mixed ?? false);
  combinations.set(reading, critical);
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
    basis: new BasisCount(programme).addLinks(world.chain, world.below).finish(),
    products: view.products(),
    chokepoints: chokepoints(view, repair),
    ...stoppages(view, repair, draws),
    survival: survivalTimes(view),
    stock: options.survive ? stockFor(view, options.survive.days, options.survive.solver) : null,
    cutSets: [...critical.sets],
    cutSetsMaxOrder: options.maxOrder,
    repairSets: repair
      .repairSets(REPAIR_SETS_LISTED)
      .map(({ product, level, members, value }) => ({ product, level, members, valuePerYear: value })),
    initiative: initiative(world),
    unknowns: rankedUnknowns(view, options.gates),
    links: drawnLinks(view),
    notes: assessNotes(world, scenario, threat, options, critical.openProducts),
  };
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

function drawnLinks(view: ScenarioView): Assessment['links'] {
  return view.links().map(({ id, works, coverage, stopsOnDay }) => {
    const link = view.world.chain.links.get(id)!;
    const known = link.kind === 'category' || link.supply.length === 0 || link.homeNeed !== null;
    return {
      id,
      name: link.name,
      nameZh: link.nameZh,
      field: link.field,
      kind: link.kind,
      exposure: known ? 1 - coverage : null,
      works,
      stopsOnDay,
      needs: linksOfGroups(link.groups),
    };
  });
}
