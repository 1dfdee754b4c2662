import type { Assessment } from '../../../../src/contract/assess.ts';
import type { Plan } from '../../../../src/contract/plan.ts';
import {
  type FigureContext,
  formatDays,
  formatMoney,
  formatShare,
  label,
} from '../../../../src/figures/text.ts';
import { words } from '../../../../src/figures/words/index.ts';
import { overviewWords } from '../../words/overview.ts';
import { useWords } from '../../words/subject.ts';
import css from './overview.module.css';

/** The few numbers a director asks for first. */
export function Tiles(props: {
  assessment: Assessment | undefined;
  plan: Plan | null;
  context: FigureContext;
}) {
  const say = useWords(overviewWords);
  const { assessment, plan, context } = props;
  const { lang } = context;
  const stopping = assessment?.products.filter(({ stopsOnDay }) => stopsOnDay !== null) ?? [];
  const first = stopping.map(({ stopsOnDay }) => stopsOnDay!).sort((a, b) => a - b)[0];
  const tiles: [name: string, value: string, note: string][] = [];
  if (plan) {
    const { proofs } = words(lang).labels;
    tiles.push([say.value, formatMoney(plan.value, context), say.valueNote]);
    if (plan.gap !== null)
      tiles.push([say.gap, formatShare(plan.gap, lang), say.gapNote(label(proofs, plan.proof))]);
    const goals = new Set(plan.funded.map(({ goal }) => goal)).size;
    tiles.push([say.funded, String(plan.funded.length), say.fundedNote(goals)]);
  }
  if (assessment) {
    tiles.push([say.stops, String(stopping.length), say.stopsNote(assessment.products.length)]);
    tiles.push([say.first, formatDays(first ?? null, lang), say.firstNote]);
    const { judgementShare, figures } = assessment.basis;
    tiles.push([say.judgement, formatShare(judgementShare, lang), say.judgementNote(figures)]);
  }
  return (
    <dl className={css.tiles}>
      {tiles.map(([name, value, note]) => (
        <div key={name} className={css.tile}>
          <dt>{name}</dt>
          <dd>
            <span className={css.value}>{value}</span>
            <span className={css.note}>{note}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
