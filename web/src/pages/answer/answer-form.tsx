import { Button, Group, NumberInput, Stack, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { AnswerPage as Asked } from '../../../../src/contract/api/questions.ts';
import { useWrite } from '../../api/queries.ts';
import { ProblemNote } from '../../shell/problem.tsx';
import { stored } from '../../shell/stored.ts';
import { answerWords } from '../../words/answer.ts';
import { useWords } from '../../words/subject.ts';

/** What is typed, kept in the browser until it is sent. */
interface Draft {
  readonly low: string | number;
  readonly central: string | number;
  readonly high: string | number;
  readonly comment: string;
}

const isDraft = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'comment' in value;

/** Low, best guess and high, and why. */
export function AnswerForm({
  asked,
  token,
  onAnswered,
}: {
  asked: Asked;
  token: string;
  onAnswered: () => void;
}) {
  const say = useWords(answerWords);
  const kept = stored<Draft>(`muster.answer.${token.slice(0, 8)}`, isDraft);
  const [draft, setDraft] = useState<Draft>(
    () => kept.read() ?? asked.answer ?? { low: '', central: '', high: '', comment: '' },
  );
  const answer = useWrite('PUT /answers/{token}');
  const set = (change: Partial<Draft>): void => {
    const next = { ...draft, ...change };
    setDraft(next);
    kept.write(next);
  };
  const [low, central, high] = [draft.low, draft.central, draft.high].map((value) =>
    value === '' ? Number.NaN : Number(value),
  );
  const whole = [low, central, high].every(Number.isFinite);
  const wrong = !whole
    ? null
    : low > central || central > high
      ? say.order
      : asked.range === 'share' && (low < 0 || high > 1)
        ? say.share
        : asked.range === 'amount' && low < 0
          ? say.amount
          : null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    answer.mutate(
      { params: { token }, body: { low, central, high, comment: draft.comment } },
      {
        onSuccess: () => {
          kept.write(null);
          onAnswered();
        },
      },
    );
  };
  const shared = { step: asked.range === 'share' ? 0.05 : 1, required: true, size: 'md' };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Group grow align="flex-start">
          <NumberInput
            {...shared}
            label={say.low}
            description={say.lowHint}
            value={draft.low}
            onChange={(value) => set({ low: value })}
            autoFocus
          />
          <NumberInput
            {...shared}
            label={say.central}
            description={' '}
            value={draft.central}
            onChange={(value) => set({ central: value })}
          />
          <NumberInput
            {...shared}
            label={say.high}
            description={say.highHint}
            value={draft.high}
            onChange={(value) => set({ high: value })}
            error={wrong}
          />
        </Group>
        <Textarea
          label={say.comment}
          description={say.commentHint}
          autosize
          minRows={3}
          value={draft.comment}
          onChange={(event) => set({ comment: event.currentTarget.value })}
        />
        <ProblemNote error={answer.error} />
        <div>
          <Button type="submit" size="sm" disabled={!whole || wrong !== null} loading={answer.isPending}>
            {say.send}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
