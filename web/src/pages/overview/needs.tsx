import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Plan } from '../../../../src/contract/plan.ts';
import { type FigureContext, formatMoney } from '../../../../src/figures/text.ts';
import { useList } from '../../api/queries.ts';
import { isUnderWay } from '../../api/use-run.ts';
import { usePending } from '../../edit/pending.ts';
import { useProgramme } from '../../shell/programme.tsx';
import type { Run } from '../../shell/run-choice.ts';
import { overviewWords } from '../../words/overview.ts';
import { useWords } from '../../words/subject.ts';
import css from './overview.module.css';

/** What waits for the reader: each with the way to do it. */
export function Needs({
  plan,
  run,
  context,
}: {
  plan: Plan | null;
  run: Run | null;
  context: FigureContext;
}) {
  const say = useWords(overviewWords);
  const { id, latest, may, isLatest } = useProgramme();
  const pending = usePending(id);
  const sent = { params: { programme: id } };
  const runs = useList('GET /programmes/{programme}/runs', sent);
  const questions = useList('GET /programmes/{programme}/questions', sent);
  const underWay = runs.items.filter(isUnderWay).length;
  const open = questions.items.filter(({ status }) => status === 'open');
  const ready = open.filter(({ experts }) => experts.every(({ answered }) => answered));
  const experts = open.flatMap((question) => question.experts);
  const asked = new Set(questions.items.map(({ figure }) => figure));
  const next = plan?.ask.find(({ figure }) => !asked.has(figure));
  const items: ReactNode[] = [];
  const add = (text: string, to: string, action: string, search: Record<string, string> = {}): void => {
    items.push(
      <li key={text}>
        <span>{text}</span>
        <Button
          component={Link}
          to={`/p/${id}${to}`}
          search={search as never}
          variant="light"
          size="compact-xs"
        >
          {action}
        </Button>
      </li>,
    );
  };
  if (pending.edits.length > 0) add(say.unsaved(pending.edits.length), '/edit', say.toInputs);
  if (may('edit') && isLatest && underWay === 0) {
    const latestPlan =
      runs.items.find(({ kind, resultHash }) => kind === 'plan' && resultHash !== null) ?? run;
    if (!latestPlan && runs.isSuccess) add(say.noPlan, '/jobs', say.planNow, { start: 'plan' });
    if (latestPlan && latestPlan.version < latest.number) {
      add(say.stale(latestPlan.version, latest.number), '/jobs', say.planNow, { start: 'plan' });
    }
  }
  if (underWay > 0) add(say.underWay(underWay), '/jobs', say.toRuns);
  if (ready.length > 0 && may('edit'))
    add(say.readyQuestions(ready.length), '/evidence', say.toQuestions, { tab: 'questions' });
  if (open.length > 0) {
    const answered = experts.filter((expert) => expert.answered).length;
    add(say.openQuestions(open.length, answered, experts.length), '/evidence', say.toQuestions, {
      tab: 'questions',
    });
  }
  if (next && may('edit')) {
    const figure = context.lang === 'zh' ? next.labelZh : next.label;
    add(say.ask(figure, formatMoney(next.gain, context)), '/evidence', say.toAsk, { tab: 'questions' });
  }
  return items.length > 0 ? (
    <ul className={css.needs}>{items}</ul>
  ) : (
    <p className={css.note}>{say.nothingNeedsMe}</p>
  );
}
