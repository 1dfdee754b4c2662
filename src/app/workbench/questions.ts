import type { Edit } from '../../contract/api/edits.ts';
import type { Answer, AnswerRange, ExpertScore, PooledAnswer } from '../../contract/api/questions.ts';
import type { AskedFigure } from '../../contract/ask.ts';
import type { Plan } from '../../contract/plan.ts';
import type { PlanProjectChange } from '../../contract/plan-diff.ts';
import { poolJudgements } from '../../evidence/pool.ts';
import { MusterError } from '../../kernel/errors.ts';
import { judgedRanges } from '../../programme/checks/judgements.ts';
import type { Programme } from '../../programme/programme.ts';
import { planDiff } from '../plan-diff.ts';

/** A figure worth asking about, with what an answer may be. */
export type QuestionToAsk = Pick<
  AskedFigure,
  'figure' | 'label' | 'labelZh' | 'unit' | 'low' | 'central' | 'high'
> & { readonly range: AnswerRange };

/** What one expert believes. */
export type Belief = Pick<Answer, 'low' | 'central' | 'high'> & { readonly expert: string };

/** The question on a figure that a plan found worth asking; refuses any other. */
export function questionOf(plan: Plan, figure: string, programme: Programme): QuestionToAsk {
  const asked = plan.ask.find((one) => one.figure === figure);
  if (!asked) {
    throw new MusterError('NOT_WORTH_ASKING', `"${figure}" is none of the figures that the plan asks for.`, {
      hint: `They are: ${plan.ask.map((one) => one.figure).join(', ') || 'none'}.`,
    });
  }
  const { label, labelZh, unit, low, central, high } = asked;
  return { figure, label, labelZh, unit, low, central, high, range: answerRange(programme, figure) };
}

/** What an answer on a figure may be. Figures of products are amounts; others are those of judgements.csv. */
export function answerRange(programme: Programme, figure: string): AnswerRange {
  const range = productFigure(figure) ? 'amount' : judgedRanges(programme)(figure);
  if (range) return range;
  throw new MusterError('UNKNOWN_FIGURE', `The programme has no figure "${figure}".`, {
    hint: 'It was there when the question was asked: see what changed since.',
  });
}

/** A figure of a product, which stands in muster.yaml and never in judgements.csv. */
function productFigure(figure: string): { link: string; kind: 'needWeight' | 'valuePerYear' } | null {
  const [, link, kind] = /^products\/([^/]+)\/(needWeight|valuePerYear)$/.exec(figure) ?? [];
  return link === undefined ? null : { link, kind: kind as 'needWeight' | 'valuePerYear' };
}

/** Everything wrong with an answer, by its key; empty where nothing is. */
export function answerDefects(
  { low, central, high }: Pick<Answer, 'low' | 'central' | 'high'>,
  range: AnswerRange,
): { readonly key: 'low' | 'central' | 'high'; readonly message: string }[] {
  const most = range === 'share' ? 1 : Number.POSITIVE_INFINITY;
  const limits = range === 'share' ? 'lies from 0 to 1' : 'is not negative';
  const outside = Object.entries({ low, central, high })
    .filter(([, value]) => !(value >= 0 && value <= most))
    .map(([key]) => ({ key: key as 'low', message: `this figure ${limits}` }));
  const unordered = [
    ...(low <= central ? [] : [{ key: 'low' as const, message: 'low is not above central' }]),
    ...(central <= high ? [] : [{ key: 'high' as const, message: 'high is not below central' }]),
  ];
  return [...outside, ...unordered];
}

/** What the answers say together: see `poolJudgements`. Null where nobody answered. */
export function pooledAnswer(answers: readonly Belief[]): PooledAnswer | null {
  const judgements = answers.map((answer) => ({ ...answer, figure: '', date: '' }));
  const { low, central, high, disagreement, experts } = poolJudgements(judgements).get('') ?? {};
  if (low === undefined || central === undefined || high === undefined) return null;
  return { low, central, high, disagreement: disagreement ?? 0, experts: experts ?? 0 };
}

/**
 * The edits that write answers into a programme: a row of judgements.csv for each expert, in place of what they answered
 * on that day before; for a figure of a product, which is no judgement, the pooled figure itself.
 */
export function answerEdits(
  programme: Programme,
  figure: string,
  answers: readonly Belief[],
  date: string,
): Edit[] {
  const product = productFigure(figure);
  if (product) return productEdits(programme, product, pooledAnswer(answers));
  return answers.map(({ expert, low, central, high }): Edit => {
    const before = programme.judgements.find(
      (row) => row.figure === figure && row.expert === expert && row.date === date,
    );
    return {
      part: 'judgements',
      path: [`${figure}/${expert}/${date}`],
      from: before ? { ...before } : null,
      to: { figure, expert, low, central, high, date },
    };
  });
}

function productEdits(
  { muster }: Programme,
  { link, kind }: { readonly link: string; readonly kind: 'needWeight' | 'valuePerYear' },
  pooled: PooledAnswer | null,
): Edit[] {
  const product = muster.products.find((one) => one.link === link);
  if (!product || !pooled) return [];
  const { low, central, high } = pooled;
  const from = product[kind] as Edit['from'];
  return [{ part: 'muster', path: ['products', link, kind], from, to: { low, central, high } }];
}

/** Chance that an answer gives to the outcome lying from its low to its high: 10th to 90th percentile, as the plan reads them. */
const WITHIN = 0.8;

/**
 * How well answers foresaw the outcome, by the score of Brier (1950, Monthly Weather Review 78) in its form for one event:
 * the square of the chance given less 1 where the statement came true, less 0 where it did not. The statement is, of a share whose outcome
 * is 0 or 1 (it happened or not), that it happened, with the central value for its chance; of all others that the outcome lies from low to high,
 * both included, with chance 0.8.
 */
export function scoreAnswers(answers: readonly Belief[], range: AnswerRange, outcome: number): ExpertScore[] {
  const event = range === 'share' && (outcome === 0 || outcome === 1);
  return answers.map(({ expert, low, central, high }) => {
    const held = event ? outcome === 1 : low <= outcome && outcome <= high;
    const chance = event ? central : WITHIN;
    return {
      expert,
      statement: event ? 'happened' : 'within-range',
      chance,
      held,
      brier: (chance - (held ? 1 : 0)) ** 2,
      error: central - outcome,
    };
  });
}

/** Decisions on projects that came out otherwise in the plan made with the answers; null where a plan is missing. */
export function flippedDecisions(before: Plan | null, after: Plan | null): PlanProjectChange[] | null {
  return before && after ? planDiff(before, after).projects : null;
}
