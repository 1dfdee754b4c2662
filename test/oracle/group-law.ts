import type { GroupSpec, StageSpec } from '../../src/portfolio/spec.ts';

/** Where one project stands at the start of a period. */
type Status =
  | { readonly is: 'not-started' }
  | { readonly is: 'waiting'; readonly variant: number; readonly stage: number }
  /** It has run for `elapsed` periods already. */
  | { readonly is: 'running'; readonly variant: number; readonly stage: number; readonly elapsed: number }
  | { readonly is: 'failed-at-proving'; readonly chance: number }
  | { readonly is: 'failed-elsewhere' };

interface GroupState {
  readonly attained: boolean;
  readonly projects: readonly Status[];
  /** By approach: whether some team has shown that it works. */
  readonly proved: readonly boolean[];
}

interface Start {
  readonly project: number;
  readonly variant: number;
}

/** What could be done with one group in one of its states. */
export interface Choice {
  /** Stages that begin, that run (those included), and before which a project waits. */
  readonly begun: readonly StageSpec[];
  readonly running: readonly StageSpec[];
  readonly waiting: readonly StageSpec[];
  /** Commitments: in which periods from now (0: this one), at the longest remaining time. */
  readonly use: readonly {
    readonly row: number;
    readonly amount: number;
    readonly periods: readonly number[];
  }[];
  /** Chance that a stage passes in this period. */
  readonly passes: readonly { readonly stage: StageSpec; readonly chance: number }[];
  readonly requires: readonly number[];
  /** Next stages of bound courses that are left for later. */
  readonly left: readonly {
    readonly project: number;
    readonly stage: number;
    readonly couldBegin: boolean;
  }[];
  /** Projects that start for the first time, and how. */
  readonly first: readonly { readonly project: number; readonly variant: number }[];
  /** The law of the state at the end of the period. */
  readonly next: readonly { readonly node: Node; readonly probability: number }[];
}

/** One state of one group; its choices are worked out when first asked for. */
export interface Node {
  readonly id: number;
  readonly state: GroupState;
  choices: Choice[] | null;
}

/** One group by itself: its states, what can be begun in each, and what may come of it. */
export class Group {
  private readonly nodes = new Map<string, Node>();

  constructor(private readonly spec: GroupSpec) {}

  beginning(): Node {
    return this.node({
      attained: false,
      projects: this.spec.projects.map(() => ({ is: 'not-started' })),
      proved: this.spec.approaches.map((q) => q === 1),
    });
  }

  choices(node: Node): Choice[] {
    node.choices ??= isClosed(node.state)
      ? [
          {
            begun: [],
            running: [],
            waiting: [],
            use: [],
            passes: [],
            requires: [],
            left: [],
            first: [],
            next: [{ node, probability: 1 }],
          },
        ]
      : this.startSets(node.state).flatMap((starts) => this.choice(node.state, starts) ?? []);
    return node.choices;
  }

  private node(raw: GroupState): Node {
    const state = this.simplest(raw);
    const key = JSON.stringify(state);
    let node = this.nodes.get(key);
    if (!node) {
      node = { id: this.nodes.size, state, choices: null };
      this.nodes.set(key, node);
    }
    return node;
  }

  /** Drops what can matter no more. */
  private simplest(state: GroupState): GroupState {
    if (state.attained) return { attained: true, projects: [], proved: [] };
    const alive = (p: number): boolean => !state.projects[p].is.startsWith('failed');
    const teams = this.spec.projects.map((_, p) => p);
    if (!teams.some(alive)) return { attained: false, projects: [], proved: [] };
    const watched = this.spec.approaches.map((_, a) =>
      teams.some((p) => this.spec.projects[p].approach === a && alive(p)),
    );
    return {
      attained: false,
      projects: state.projects.map((status, p) => {
        const { approach } = this.spec.projects[p];
        const informative = watched[approach] && !state.proved[approach];
        return status.is === 'failed-at-proving' && !informative ? { is: 'failed-elsewhere' } : status;
      }),
      proved: state.proved.map((proved, a) => proved && watched[a]),
    };
  }

  /** Nothing; then every way to begin some of what is not running and not over. */
  private startSets(state: GroupState): Start[][] {
    let sets: Start[][] = [[]];
    state.projects.forEach((status, project) => {
      let variants: number[] = [];
      if (status.is === 'not-started') variants = this.spec.projects[project].variants.map((_, v) => v);
      if (status.is === 'waiting') variants = [status.variant];
      sets = sets.flatMap((set) => [set, ...variants.map((variant) => [...set, { project, variant }])]);
    });
    return sets;
  }

  private choice(state: GroupState, starts: readonly Start[]): Choice | null {
    const projects = [...state.projects];
    const begun: StageSpec[] = [];
    for (const { project, variant } of starts) {
      const before = projects[project];
      const stage = before.is === 'waiting' ? before.stage : 0;
      projects[project] = { is: 'running', variant, stage, elapsed: 0 };
      begun.push(this.stage(project, variant, stage));
    }
    const running: StageSpec[] = [];
    const waiting: StageSpec[] = [];
    const use: { row: number; amount: number; periods: number[] }[] = [];
    projects.forEach((status, p) => {
      if (status.is === 'not-started') waiting.push(this.stage(p, 0, 0));
      if (status.is === 'waiting') waiting.push(this.stage(p, status.variant, status.stage));
      if (status.is !== 'running') return;
      const stage = this.stage(p, status.variant, status.stage);
      running.push(stage);
      const longest = stage.durationLaw.findLastIndex((chance) => chance > 0) + 1;
      const periods = Array.from({ length: longest - status.elapsed }, (_, k) => k);
      const ending = periods.filter((k) => stage.durationLaw[status.elapsed + k] > 0);
      const first = status.elapsed === 0 ? [0] : [];
      for (const { row, amount, when } of stage.use)
        use.push({ row, amount, periods: when === 'end' ? ending : when === 'start' ? first : periods });
    });
    if (starts.length > 0 && this.breaksCuts(projects)) return null;
    const passes: { stage: StageSpec; chance: number }[] = [];
    return {
      begun,
      running,
      waiting,
      use,
      requires: begun.flatMap((stage) => stage.requires),
      left: this.left({ ...state, projects }),
      first: starts.filter(({ project }) => state.projects[project].is === 'not-started'),
      passes,
      next: this.law({ ...state, projects }, passes),
    };
  }

  private left({ projects, ...state }: GroupState): Choice['left'] {
    return this.spec.projects.flatMap(({ bound, approach, variants }, project): Choice['left'] => {
      if (!bound || this.belief({ projects, ...state }, approach) === 0) return [];
      const status = projects[project];
      if (status.is === 'not-started') return [{ project, stage: 0, couldBegin: true }];
      if (status.is === 'waiting') return [{ project, stage: status.stage, couldBegin: true }];
      const more = status.is === 'running' && status.stage + 1 < variants[status.variant].stages.length;
      return more ? [{ project, stage: status.stage + 1, couldBegin: false }] : [];
    });
  }

  /**
   * The law of the state at the end of the period: first whether each approach works in truth (by what is
   * believed at the start of the period), then, given that, what each running project does by itself.
   */
  private law(
    state: GroupState,
    passes: { stage: StageSpec; chance: number }[],
  ): { node: Node; probability: number }[] {
    const law = new Map<Node, number>();
    const truths = this.spec.approaches.reduce<{ works: boolean[]; probability: number }[]>(
      (sofar, _, a) => {
        const belief = this.belief(state, a);
        return sofar.flatMap(({ works, probability }) => [
          { works: [...works, true], probability: probability * belief },
          { works: [...works, false], probability: probability * (1 - belief) },
        ]);
      },
      [{ works: [], probability: 1 }],
    );
    for (const { works, probability } of truths) {
      if (probability > 0) this.spread(state, state, works, 0, probability, law, passes);
    }
    return [...law].map(([node, probability]) => ({ node, probability }));
  }

  /** Adds the outcomes of the projects p, p+1, … of a group to its law. */
  private spread(
    before: GroupState,
    state: GroupState,
    works: readonly boolean[],
    p: number,
    probability: number,
    law: Map<Node, number>,
    passed: { stage: StageSpec; chance: number }[],
  ): void {
    if (probability === 0) return;
    if (p === this.spec.projects.length) {
      const node = this.node(state);
      law.set(node, (law.get(node) ?? 0) + probability);
      return;
    }
    const status = state.projects[p];
    const go = (next: GroupState, chance: number): void =>
      this.spread(before, next, works, p + 1, probability * chance, law, passed);
    if (status.is !== 'running') {
      go(state, 1);
      return;
    }
    const { approach } = this.spec.projects[p];
    const { variant, stage, elapsed } = status;
    const spec = this.stage(p, variant, stage);
    const ends = spec.memoryless ? spec.durationLaw[0] : hazard(spec.durationLaw, elapsed);
    const ifWorks = this.chanceAmongRivals(before, p, spec.success);
    const passes = spec.proves && !works[approach] ? 0 : ifWorks;
    passed.push({ stage: spec, chance: probability * ends * passes });
    const isLast = stage === this.spec.projects[p].variants[variant].stages.length - 1;

    const longer = spec.memoryless ? elapsed : elapsed + 1;
    go(withStatus(state, p, { is: 'running', variant, stage, elapsed: longer }), 1 - ends);
    const after = isLast
      ? { ...state, attained: true }
      : withStatus(state, p, { is: 'waiting', variant, stage: stage + 1 });
    go(spec.proves ? { ...after, proved: after.proved.with(approach, true) } : after, ends * passes);
    const failure: Status = spec.proves
      ? { is: 'failed-at-proving', chance: ifWorks }
      : { is: 'failed-elsewhere' };
    go(withStatus(state, p, failure), ends * (1 - passes));
  }

  /** The chance of a team beside its rivals in the same stage, with what those that are over elsewhere have learnt. */
  private chanceAmongRivals(state: GroupState, p: number, success: number): number {
    const mine = state.projects[p];
    const race = (i: number) => this.spec.races?.[this.spec.projects[i].approach] ?? null;
    let chance = success;
    for (const [i, other] of state.projects.entries()) {
      const together = this.spec.projects[i].approach === this.spec.projects[p].approach;
      if (!together && other.is.startsWith('failed')) chance += (1 - chance) * (race(i)?.reuse ?? 0);
    }
    for (const [i, other] of state.projects.entries()) {
      if (i === p || this.spec.projects[i].approach !== this.spec.projects[p].approach) continue;
      if (mine.is === 'running' && other.is === 'running' && mine.stage === other.stage)
        chance -= chance * (race(i)?.effortLoss ?? 0);
    }
    return chance;
  }

  /** More teams in a stage of an approach than it lets through. */
  private breaksCuts(projects: readonly Status[]): boolean {
    return this.spec.approaches.some((_, a) =>
      (this.spec.races?.[a]?.cuts ?? []).some((most, stage) => {
        const there = projects.filter((status, p) => {
          return this.spec.projects[p].approach === a && status.is === 'running' && status.stage === stage;
        });
        return there.length > most;
      }),
    );
  }

  /** Chance that an approach works given every outcome seen so far. */
  private belief(state: GroupState, approach: number): number {
    if (state.proved[approach]) return 1;
    const q = this.spec.approaches[approach];
    let failuresIfWorks = 1;
    state.projects.forEach((status, p) => {
      if (status.is !== 'failed-at-proving' || this.spec.projects[p].approach !== approach) return;
      failuresIfWorks *= 1 - status.chance;
    });
    const works = q * failuresIfWorks;
    const fails = 1 - q;
    return works + fails === 0 ? 0 : works / (works + fails);
  }

  private stage(project: number, variant: number, stage: number): StageSpec {
    return this.spec.projects[project].variants[variant].stages[stage];
  }
}

/** Attained, or every project over: nothing of it can matter any more but whether it is attained. */
function isClosed(state: GroupState): boolean {
  return state.projects.length === 0;
}

function withStatus(state: GroupState, p: number, status: Status): GroupState {
  return { ...state, projects: state.projects.with(p, status) };
}

/** Chance that a stage ends in this period, when it has run for `elapsed` periods and not ended. */
function hazard(law: readonly number[], elapsed: number): number {
  let later = 0;
  for (let k = elapsed + 1; k < law.length; k++) later += law[k];
  return later === 0 ? 1 : law[elapsed] / (law[elapsed] + later);
}
