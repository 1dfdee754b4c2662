import { RepairStructure } from '../../chain/repair.ts';
import type { WhatIf, WhatIfReply } from '../../contract/api/what-if.ts';
import type { Chokepoint } from '../../contract/assess.ts';
import type { Scenario } from '../../contract/folder/index.ts';
import { MusterError } from '../../kernel/errors.ts';
import { chokepoints } from '../chokepoints.ts';
import { type LinkOutcome, ScenarioView } from '../scenario-view.ts';
import type { ChainWorld } from '../scenario-world.ts';
import { beforeAndAfter } from './what-if-scenario.ts';

/** Differences smaller than this are rounding. */
const SAME = 1e-9;

/** What a scenario made up on the spot does to products, links and chokepoints, beside what was before it. */
export function whatIf(world: ChainWorld, asked: WhatIf): WhatIfReply {
  const scenarios = beforeAndAfter(world, asked);
  const view = (scenario: Scenario): ScenarioView =>
    new ScenarioView(world, scenario, { reading: asked.reading, gates: asked.gates });
  const [before, after] = [view(scenarios.before), view(scenarios.after)];
  const points = [before, after].map(rankedChokepoints);
  return {
    schema: 'muster/what-if@1',
    reading: after.reading,
    measures: scenarios.after.measures.map(({ id }) => id),
    products: changedProducts(before, after),
    links: changedLinks(before, after),
    chokepoints: pairedChokepoints(points[0] ?? [], points[1] ?? []),
    chokepointsLeftOut: points.includes(null),
  };
}

/** All products, changed or not. */
function changedProducts(before: ScenarioView, after: ScenarioView): WhatIfReply['products'] {
  const old = before.products();
  return after.products().map((product, i) => {
    const { id, name, nameZh } = product;
    return { id, name, nameZh, before: productState(old[i]), after: productState(product) };
  });
}

type Product = ReturnType<ScenarioView['products']>[number];

function productState(product: Product): WhatIfReply['products'][number]['before'] {
  const { works, coverage, coverageLow, coverageHigh, stopsOnDay, levels } = product;
  return { works, coverage, coverageLow, coverageHigh, stopsOnDay, cause: levels.at(-1)!.cause };
}

function changedLinks(before: ScenarioView, after: ScenarioView): WhatIfReply['links'] {
  const old = before.links();
  return after
    .links()
    .flatMap((now, i) => (sameState(old[i], now) ? [] : [{ now, was: old[i] }]))
    .sort((a, b) => change(b) - change(a) || (a.now.id < b.now.id ? -1 : 1))
    .map(({ now, was }) => {
      const { name, nameZh, field } = after.world.chain.links.get(now.id)!;
      return { id: now.id, name, nameZh, field, before: stateOf(was), after: stateOf(now) };
    });
}

function change({ now, was }: { readonly now: LinkOutcome; readonly was: LinkOutcome }): number {
  return Math.abs(now.coverage - was.coverage);
}

function sameState(a: LinkOutcome, b: LinkOutcome): boolean {
  const close = Math.abs(a.coverage - b.coverage) <= SAME && Math.abs(a.exposure - b.exposure) <= SAME;
  return close && a.works === b.works && a.stopsOnDay === b.stopsOnDay;
}

function stateOf({
  works,
  coverage,
  exposure,
  stopsOnDay,
}: LinkOutcome): WhatIfReply['links'][number]['before'] {
  return { works, coverage, exposure, stopsOnDay };
}

/** Chokepoints of a view; null where the structure of what is broken grows too large to rank them. */
function rankedChokepoints(view: ScenarioView): Chokepoint[] | null {
  try {
    const { chain, valued } = view.world;
    const available = (link: { readonly id: string }) => view.available(link.id);
    return chokepoints(view, new RepairStructure(chain, valued, view.reading, view.adverseGates, available));
  } catch (error) {
    if (error instanceof MusterError && error.code === 'STRUCTURE_TOO_LARGE') return null;
    throw error;
  }
}

function pairedChokepoints(
  before: readonly Chokepoint[],
  after: readonly Chokepoint[],
): WhatIfReply['chokepoints'] {
  const old = new Map(before.map((point) => [point.link, point]));
  const now = new Set(after.map(({ link }) => link));
  const gone = before.filter(({ link }) => !now.has(link));
  return [...after, ...gone].map((point) => {
    const { link: id, name, nameZh, field } = point;
    const then = old.get(id);
    return {
      id,
      name,
      nameZh,
      field,
      before: then ? pointState(then) : null,
      after: now.has(id) ? pointState(point) : null,
    };
  });
}

function pointState(point: Chokepoint): NonNullable<WhatIfReply['chokepoints'][number]['after']> {
  const { rank, exposure, coverage, stopsOnDay, marginalValuePerYear, valueAtStakePerYear } = point;
  const { suppliersCut, reason } = point;
  return {
    rank,
    exposure,
    coverage,
    stopsOnDay,
    marginalValuePerYear,
    valueAtStakePerYear,
    suppliersCut,
    reason,
  };
}
