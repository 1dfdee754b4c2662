import { Button, Stack, Text, Title } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { AnswerPage as Asked } from '../../../../src/contract/api/questions.ts';
import { formatNumber } from '../../../../src/figures/text.ts';
import { useRead } from '../../api/queries.ts';
import { EmptyState } from '../../shell/empty-state.tsx';
import { useLang } from '../../shell/lang.tsx';
import { ProblemNote } from '../../shell/problem.tsx';
import { Waiting } from '../../shell/waiting.tsx';
import { answerWords } from '../../words/answer.ts';
import { shellWords } from '../../words/shell.ts';
import { useWords } from '../../words/subject.ts';
import { AnswerForm } from './answer-form.tsx';

export default function AnswerPage() {
  const { token } = useParams({ strict: false }) as { token: string };
  const asked = useRead('GET /answers/{token}', { params: { token } });
  const [changing, setChanging] = useState(false);
  const shell = useWords(shellWords);
  if (asked.error) {
    return (
      <>
        <Title order={1}>{shell.pages.answer}</Title>
        <ProblemNote error={asked.error} onRetry={() => void asked.refetch()} />
      </>
    );
  }
  if (!asked.data) return <Waiting />;
  return (
    <div data-wide>
      <Question
        asked={asked.data}
        token={token}
        changing={changing}
        onChanging={setChanging}
        onAnswered={() => void asked.refetch().then(() => setChanging(false))}
      />
    </div>
  );
}

function Question(props: {
  asked: Asked;
  token: string;
  changing: boolean;
  onChanging: (changing: boolean) => void;
  onAnswered: () => void;
}) {
  const { asked, token } = props;
  const say = useWords(answerWords);
  const { lang } = useLang();
  const range = ({ low, central, high }: { low: number; central: number; high: number }): string =>
    [low, central, high].map((value) => formatNumber(value, lang)).join(' – ');
  const label = lang === 'zh' ? asked.labelZh : asked.label;
  if (asked.status === 'closed') {
    return <EmptyState icon="check" title={say.closed} text={say.closedText} />;
  }
  if (asked.answer && !props.changing) {
    return (
      <EmptyState
        icon="check"
        title={say.thanks}
        text={
          <>
            {say.thanksText}
            <br />
            {label}: {say.yours} {range(asked.answer)}
          </>
        }
        action={
          <Button variant="default" onClick={() => props.onChanging(true)}>
            {say.change}
          </Button>
        }
      />
    );
  }
  return (
    <Stack gap="sm">
      <Title order={1}>{say.hello(asked.expert)}</Title>
      <Text c="dimmed">{say.lead(asked.programme)}</Text>
      <div>
        <Text size="xs" c="dimmed">
          {say.figure}
        </Text>
        <Text size="lg" fw={600}>
          {label}{' '}
          {asked.unit !== '1' && (
            <Text span c="dimmed">
              {say.unit(asked.unit)}
            </Text>
          )}
        </Text>
        {asked.now && (
          <Text size="sm" c="dimmed">
            {say.now}: {range(asked.now)}
          </Text>
        )}
      </div>
      <AnswerForm asked={asked} token={token} onAnswered={props.onAnswered} />
    </Stack>
  );
}
