import type { AskedFigure } from '../contract/ask.ts';
import { meanOf } from '../portfolio/evaluate.ts';
import { JointModel } from '../portfolio/joint-model.ts';
import { KeptPolicy, sameCourse } from '../portfolio/kept-policy.ts';
import { type Paired, type PairedLimits, paired } from '../portfolio/paired.ts';
import { Surprise } from '../portfolio/path.ts';
import type { Policy } from '../portfolio/policy.ts';
import { Reach } from '../portfolio/reach.ts';
import { reread } from '../portfolio/reread-policy.ts';
import { type UncertainFigure, uncertainFigures } from '../programme/uncertain-figures.ts';
import { flipsOf } from './ask-flips.ts';
import { type Changed, changedAt, Screen, type Screened } from './ask-screen.ts';
import { figureLabel, figureUnit } from './figure-label.ts';
import type { SolvedCase } from './solve-case.ts';

/** Work that the ranking may take, in counts. */
export interface AskWork {
  /** Figures tried on the whole plan: those that promise most at the prices of the plan. */
  readonly figures: number;
  /** Courses on which the plan as it is and the plan made knowing the figure are compared at an end. */
  readonly paths: number;
  /** Joint states that an exact comparison may take. */
  readonly states: number;
}

export const ASK_WORK: AskWork = { figures: 12, paths: 96, states: 60_000 };

/**
 * Weight of each end of a range, the rest lying on the central value: Swanson's rule, three points for a distribution
 * whose 10th and 90th percentile are the ends (Hurst, Brown and Swanson 2000).
 */
const WEIGHT_OF_END = 0.3;

/** Standard errors by which a gain must exceed nothing: 95 %, one-sided. */
const SURELY = 1.645;

/** Figures told. */
const TOLD = 10;

/**
 * The figures whose range could change the plan, by what it is worth to know them before the plan is made: expected value
 * of partial perfect information (Felli and Hazen 1998) over the plan as it is, three points for each range. All figures
 * are screened at the prices of the plan; those that promise most are tried on the whole plan. A stop leaves the rest out.
 */
export function figuresToAsk(solved: SolvedCase, work: AskWork, stop: () => boolean): AskedFigure[] {
  const screen = new Screen(solved);
  let promising: Screened[] = [];
  for (const uncertain of uncertainFigures(solved.problem)) {
    if (stop()) return [];
    promising.push(screen.of(uncertain));
    promising = promising
      .filter(({ ends }) => ends.length > 0)
      .sort((a, b) => promise(b) - promise(a))
      .slice(0, work.figures);
  }
  const whole = new WholePlan(solved, work);
  const asked: AskedFigure[] = [];
  for (const screened of promising) {
    if (stop()) break;
    asked.push(...whole.asked(screened));
  }
  return asked.sort((a, b) => b.gain - a.gain).slice(0, TOLD);
}

function promise({ ends }: Screened): number {
  return ends.reduce((sum, { gain }) => sum + gain, 0);
}

/** Tries figures on the whole plan. */
class WholePlan {
  private readonly reach: Reach;
  private readonly limits: PairedLimits;

  constructor(
    private readonly solved: SolvedCase,
    private readonly work: AskWork,
  ) {
    this.reach = new Reach(solved.model);
    this.limits = { ...work, seed: solved.problem.programme.muster.seed + 1 };
  }

  /** The figure with what knowing it gains; nothing where that is not surely anything. */
  asked({ uncertain, ends }: Screened): AskedFigure[] {
    const { problem } = this.solved;
    const gains: Float64Array[] = [];
    const flips: AskedFigure['flips'] = [];
    for (const { end, changed } of ends) {
      const compared = this.compared(uncertain, changed);
      if (!compared) continue;
      const { mean, standardError } = meanOf(compared.gains);
      // Whoever knows the figure may still keep the plan: what is not surely better is not taken.
      if (mean <= SURELY * standardError) continue;
      gains.push(compared.gains);
      flips.push(...flipsOf(changed.problem, end, compared.one, compared.other));
    }
    if (gains.length === 0) return [];
    const gained = gains[0].map((_, i) => gains.reduce((sum, gain) => sum + WEIGHT_OF_END * gain[i], 0));
    const { mean, standardError } = meanOf(gained);
    const { low, central, high, mark, evidence } = uncertain.figure;
    return [
      {
        figure: uncertain.path,
        ...figureLabel(problem, uncertain),
        low,
        central,
        high,
        unit: figureUnit(uncertain.kind, problem.programme.muster.currency),
        mark,
        evidence: evidence ?? null,
        gain: mean,
        gainStandardError: standardError,
        flips,
      },
    ];
  }

  /** The plan as it is against the plan made knowing the figure, where the figure is at one end. */
  private compared(uncertain: UncertainFigure, { problem, processes }: Changed): Paired | null {
    const kept = this.kept(uncertain, processes);
    if (!kept) return null;
    const model = new JointModel(problem.spec, problem.value, processes);
    const reach = new Reach(model, this.reach);
    const knowing = this.reread(model, reach);
    if (!knowing) return null;
    return paired(model, new KeptPolicy(model, kept), knowing, new Surprise(model, reach), this.limits);
  }

  /** The policy of the plan; read again at the central figure kept off 0 and 1 where it never saw what an end may bring. */
  private kept(uncertain: UncertainFigure, processes: Changed['processes']): Policy | null {
    const same = (model: JointModel): boolean =>
      model.groups.every(({ process }, g) => process === processes[g] || sameCourse(process, processes[g]));
    if (same(this.solved.model)) return this.solved.solution.policy;
    const central = changedAt(this.solved, uncertain, 'central');
    const model = new JointModel(central.problem.spec, central.problem.value, central.processes);
    return same(model) ? this.reread(model, new Reach(model, this.reach)) : null;
  }

  private reread(model: JointModel, reach: Reach): Policy | null {
    const { policy, lagrangian } = this.solved.solution;
    return reread(model, reach, policy, { rents: lagrangian.prices.rows, states: this.work.states });
  }
}
