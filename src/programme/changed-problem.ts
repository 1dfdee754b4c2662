import type { Option } from '../contract/folder/index.ts';
import { centralOf } from '../evidence/figure.ts';
import { ChainValue } from '../portfolio/chain-value.ts';
import { mapFigures } from '../portfolio/judged.ts';
import type { GroupSpec } from '../portfolio/spec.ts';
import { levelTerms } from './chain-terms.ts';
import { groupSpec, type PlanGroup } from './plan-groups.ts';
import type { PlanProblem } from './plan-problem.ts';
import type { UncertainFigure } from './uncertain-figures.ts';

/** Values that a figure is tried at. */
export type End = 'low' | 'central' | 'high';

/** A plan problem with one figure at another value of its range. */
export interface ChangedProblem {
  readonly problem: PlanProblem;
  /** Groups, by index, whose own law or cost differs. */
  readonly groups: readonly number[];
}

/**
 * The problem with a figure at one end of its range, or at its central value. Its groups have the same projects, variants
 * and stages; chances that vary over the range are kept off 0 and 1, so that the same can happen at every end.
 */
export function changedProblem(problem: PlanProblem, uncertain: UncertainFigure, end: End): ChangedProblem {
  return uncertain.kind === 'needWeight' || uncertain.kind === 'valuePerYear'
    ? withProductFigure(problem, uncertain, uncertain.figure[end])
    : withOptionFigure(problem, uncertain, end);
}

function withProductFigure(
  problem: PlanProblem,
  { subject, kind }: UncertainFigure,
  value: number,
): ChangedProblem {
  const { programme, spec, value: chain, terms } = problem;
  const products = programme.muster.products.map((product) =>
    product.link === subject ? { ...product, [kind]: value } : product,
  );
  const changed = { ...programme, muster: { ...programme.muster, products } };
  const worth = levelTerms(changed, terms.products, spec.discount);
  return {
    problem: {
      ...problem,
      programme: changed,
      terms: { ...terms, terms: worth },
      value: new ChainValue(spec.periods, spec.groups.length, chain.formula, worth),
    },
    groups: [],
  };
}

function withOptionFigure(
  problem: PlanProblem,
  { path, subject }: UncertainFigure,
  end: End,
): ChangedProblem {
  const { spec, context } = problem;
  const changed = problem.groups.flatMap(({ projects }, g) =>
    projects.some(({ option }) => option.id === subject) ? [g] : [],
  );
  const groupAt = (g: number, at: End): PlanGroup => {
    const known = new Map<Option, Option>();
    const optionAt = (option: Option): Option => {
      const set = known.get(option) ?? withFigure(option, path, at);
      known.set(option, set);
      return set;
    };
    return {
      ...problem.groups[g],
      projects: problem.groups[g].projects.map((project) => {
        if (project.option.id !== subject) return project;
        const option = optionAt(project.option);
        return { ...project, option, team: option.teams.find(({ actor }) => actor === project.team.actor)! };
      }),
    };
  };
  const specAt = (g: number, at: End): GroupSpec => groupSpec(groupAt(g, at), context);
  const groups = spec.groups.map((own, g) =>
    changed.includes(g) ? boundAs(own, offEdges(specAt(g, end), specAt(g, 'low'), specAt(g, 'high'))) : own,
  );
  return {
    problem: {
      ...problem,
      groups: problem.groups.map((group, g) => (changed.includes(g) ? groupAt(g, end) : group)),
      spec: { ...spec, groups },
    },
    groups: changed,
  };
}

function withFigure(option: Option, path: string, end: End): Option {
  return mapFigures(option, (at, _, figure) =>
    at === path
      ? end === 'central'
        ? centralOf(figure)
        : typeof figure === 'number'
          ? figure
          : figure[end]
      : figure,
  );
}

/** How far from 0 and 1 a chance is kept, and variants from each other. */
const EDGE = 1e-9;

function offEdges(spec: GroupSpec, low: GroupSpec, high: GroupSpec): GroupSpec {
  const inside = (x: number, a: number, b: number, place: number): number =>
    a === b ? x : Math.min(1 - EDGE * (1 + place), Math.max(EDGE * (1 + place), x));
  return {
    ...spec,
    approaches: spec.approaches.map((q, i) => inside(q, low.approaches[i], high.approaches[i], 0)),
    projects: spec.projects.map((project, p) => ({
      ...project,
      variants: project.variants.map((variant, v) => ({
        ...variant,
        stages: variant.stages.map((stage, s) => {
          const [a, b] = [low, high].map((at) => at.projects[p].variants[v].stages[s].success);
          return { ...stage, success: inside(stage.success, a, b, v) };
        }),
      })),
    })),
  };
}

/** The courses that a plan is bound to stay as they are. */
function boundAs(own: GroupSpec, changed: GroupSpec): GroupSpec {
  return {
    ...changed,
    projects: changed.projects.map((project, p) => {
      const { bound } = own.projects[p];
      return bound ? { ...project, bound } : project;
    }),
  };
}
