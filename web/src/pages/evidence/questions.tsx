import { Badge, Button, Table } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Question } from '../../../../src/contract/api/questions.ts';
import { type FigureContext, formatNumber, formatShare, nameOf } from '../../../../src/figures/text.ts';
import { RunState } from '../../analysis/run-state.tsx';
import { useList, useWrite } from '../../api/queries.ts';
import { isUnderWay, useRun } from '../../api/use-run.ts';
import { EmptyState } from '../../shell/empty-state.tsx';
import { Panel } from '../../shell/panel.tsx';
import { ProblemNote } from '../../shell/problem.tsx';
import { useProgramme } from '../../shell/programme.tsx';
import { useWhen } from '../../shell/when.ts';
import { evidenceWords } from '../../words/evidence.ts';
import { shellWords } from '../../words/shell.ts';
import { useWords } from '../../words/subject.ts';
import css from './evidence.module.css';
import { OutcomeForm } from './outcome-form.tsx';
import { rangeText } from './range-text.ts';

/** What experts are or were asked, the newest first. */
export function Questions({ context }: { context: FigureContext }) {
  const say = useWords(evidenceWords);
  const shell = useWords(shellWords);
  const { id } = useProgramme();
  const { items, more, error, isSuccess } = useList('GET /programmes/{programme}/questions', {
    params: { programme: id },
  });
  if (error) return <ProblemNote error={error} />;
  if (isSuccess && items.length === 0) return <EmptyState icon="question" title={say.noQuestions} />;
  return (
    <>
      {items.map((question) => (
        <OneQuestion key={question.id} question={question} context={context} />
      ))}
      {more && (
        <Button variant="default" onClick={more}>
          {shell.more}
        </Button>
      )}
    </>
  );
}

function OneQuestion({ question, context }: { question: Question; context: FigureContext }) {
  const say = useWords(evidenceWords);
  const when = useWhen();
  const { id, may } = useProgramme();
  const { lang } = context;
  const close = useWrite('POST /programmes/{programme}/questions/{question}/close', [
    'GET /programmes/{programme}/questions',
    'GET /programmes/{programme}/runs',
    'GET /programmes/{programme}/versions',
    'GET /programmes/{programme}',
  ]);
  const { experts, status, answers, pooled, now, unit, version, planRun, flipped, outcome } = question;
  const open = status === 'open';
  return (
    <Panel
      title={lang === 'zh' ? question.labelZh : question.label}
      actions={
        <Badge size="sm" variant="light" color={open ? 'accent' : 'grey'}>
          {open ? say.open : say.closed}
        </Badge>
      }
    >
      <p className={css.note}>
        {say.asked}: {when.moment(question.askedAt)} ·{' '}
        {say.answered(experts.filter(({ answered }) => answered).length, experts.length)}
        {now && ` · ${say.now}: ${rangeText(now, unit, context)}`}
      </p>
      {answers ? (
        <AnswerTable question={question} context={context} />
      ) : (
        <>
          <ul className={css.experts}>
            {experts.map(({ expert, answered }) => (
              <li key={expert}>
                {expert}: {answered ? say.hasAnswered : say.hasNot}
              </li>
            ))}
          </ul>
          <p className={css.note}>{say.private}</p>
        </>
      )}
      {pooled && (
        <p>
          {say.pooled}: {rangeText(pooled, unit, context)};{' '}
          {say.disagreement(formatNumber(pooled.disagreement, lang))}
        </p>
      )}
      <ProblemNote error={close.error} />
      {open && may('edit') && (
        <div className={css.bar}>
          <Button
            loading={close.isPending}
            onClick={() => close.mutate({ params: { programme: id, question: question.id } })}
          >
            {say.close}
          </Button>
          <span className={css.note}>{say.closeNote}</span>
        </div>
      )}
      {version !== null && (
        <p className={css.note}>
          {say.version(version)}{' '}
          {planRun && (
            <Link to={`/p/${id}/plan`} search={{ run: planRun } as never}>
              {say.openPlan}
            </Link>
          )}
        </p>
      )}
      {planRun && !flipped && <PlanUnderWay run={planRun} context={context} />}
      {flipped && (
        <>
          <h3 className={css.sub}>{say.flipped}</h3>
          {flipped.length === 0 ? (
            <p className={css.note}>{say.noneFlipped}</p>
          ) : (
            <ul className={css.experts}>
              {flipped.map((change) => (
                <li key={change.project}>
                  {nameOf(change, lang)} ({change.teamName}):{' '}
                  {change.kinds.map((kind) => say.flips[kind]).join(', ')}
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      {outcome && (
        <p>
          {say.cameOut(formatNumber(outcome.value, lang))} {outcome.reason}
        </p>
      )}
      {question.scores.length > 0 && (
        <>
          <h3 className={css.sub}>{say.scores}</h3>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{say.expert}</Table.Th>
                <Table.Th>{say.statement}</Table.Th>
                <Table.Th ta="right">{say.gave}</Table.Th>
                <Table.Th>{say.held}</Table.Th>
                <Table.Th ta="right">{say.brier}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {question.scores.map(({ expert, statement, chance, held, brier }) => (
                <Table.Tr key={expert}>
                  <Table.Td>{expert}</Table.Td>
                  <Table.Td>{statement}</Table.Td>
                  <Table.Td ta="right">{formatShare(chance, lang)}</Table.Td>
                  <Table.Td>{held ? say.yes : say.no}</Table.Td>
                  <Table.Td ta="right">{formatNumber(brier, lang, 3)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </>
      )}
      {!open && !outcome && may('direct') && <OutcomeForm question={question.id} />}
    </Panel>
  );
}

/** The plan made with the answers while it is worked out; the question tells what it flipped once it is done. */
function PlanUnderWay({ run: id, context }: { run: string; context: FigureContext }) {
  const { id: programme } = useProgramme();
  const client = useQueryClient();
  const { run } = useRun(programme, id);
  // It may have ended before it was first asked for.
  const over = run !== undefined && !isUnderWay(run);
  useEffect(() => {
    if (over) void client.invalidateQueries({ queryKey: ['GET /programmes/{programme}/questions'] });
  }, [client, over]);
  return run ? <RunState run={run} context={context} /> : null;
}

function AnswerTable({ question, context }: { question: Question; context: FigureContext }) {
  return (
    <Table>
      <Table.Tbody>
        {(question.answers ?? []).map(({ expert, low, central, high, comment }) => (
          <Table.Tr key={expert}>
            <Table.Td>{expert}</Table.Td>
            <Table.Td ta="right">{rangeText({ low, central, high }, question.unit, context)}</Table.Td>
            <Table.Td>{comment}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
