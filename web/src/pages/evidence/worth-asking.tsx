import { Button, Modal, Stack, Table, Text, Textarea, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import type { AskedFigure } from '../../../../src/contract/ask.ts';
import type { Plan } from '../../../../src/contract/plan.ts';
import { type FigureContext, formatMoney, nameOf } from '../../../../src/figures/text.ts';
import { useWrite } from '../../api/queries.ts';
import { OneTimeLink } from '../../shell/one-time-link.tsx';
import { Panel } from '../../shell/panel.tsx';
import { ProblemNote } from '../../shell/problem.tsx';
import { useProgramme } from '../../shell/programme.tsx';
import type { Run } from '../../shell/run-choice.ts';
import { evidenceWords } from '../../words/evidence.ts';
import { shellWords } from '../../words/shell.ts';
import { useWords } from '../../words/subject.ts';
import css from './evidence.module.css';
import { rangeText } from './range-text.ts';

/** Figures of the plan that are most worth asking about, each with a way to ask. */
export function WorthAsking({
  plan,
  run,
  context,
}: {
  plan: Plan | null;
  run: Run | null;
  context: FigureContext;
}) {
  const say = useWords(evidenceWords);
  const shell = useWords(shellWords);
  const { may } = useProgramme();
  const [asking, setAsking] = useState<AskedFigure | null>(null);
  const { lang } = context;
  const labelOf = (figure: AskedFigure): string => (lang === 'zh' ? figure.labelZh : figure.label);
  return (
    <Panel title={say.worthAsking}>
      {!plan || plan.ask.length === 0 ? (
        <Text size="sm" c="dimmed">
          {say.noPlan}
        </Text>
      ) : (
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{say.figure}</Table.Th>
              <Table.Th ta="right">{say.range}</Table.Th>
              <Table.Th ta="right">{say.worth}</Table.Th>
              <Table.Th>{say.wouldFlip}</Table.Th>
              <Table.Th>
                <VisuallyHidden>{say.ask}</VisuallyHidden>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {plan.ask.map((figure) => (
              <Table.Tr key={figure.figure}>
                <Table.Td>{labelOf(figure)}</Table.Td>
                <Table.Td ta="right">{rangeText(figure, figure.unit, context)}</Table.Td>
                <Table.Td ta="right">{formatMoney(figure.gain, context)}</Table.Td>
                <Table.Td>{[...new Set(figure.flips.map((flip) => nameOf(flip, lang)))].join(', ')}</Table.Td>
                <Table.Td ta="right">
                  {may('edit') && run && (
                    <Button size="compact-xs" variant="light" onClick={() => setAsking(figure)}>
                      {say.ask}
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {asking && run && (
        <Modal
          opened
          onClose={() => setAsking(null)}
          title={say.askTitle}
          size="lg"
          closeButtonProps={{ 'aria-label': shell.close }}
        >
          <p className={css.lead}>
            {labelOf(asking)}: {rangeText(asking, asking.unit, context)}
          </p>
          <AskForm run={run.id} figure={asking.figure} onDone={() => setAsking(null)} />
        </Modal>
      )}
    </Panel>
  );
}

function AskForm({ run, figure, onDone }: { run: string; figure: string; onDone: () => void }) {
  const say = useWords(evidenceWords);
  const { id } = useProgramme();
  const [text, setText] = useState('');
  const ask = useWrite('POST /programmes/{programme}/questions', ['GET /programmes/{programme}/questions']);
  const experts = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  if (ask.data) {
    return (
      <Stack gap="sm">
        <Text size="sm">{say.links}</Text>
        {ask.data.links.map(({ expert, path }) => (
          <OneTimeLink key={path} label={expert} path={path} />
        ))}
        <div>
          <Button onClick={onDone}>{say.done}</Button>
        </div>
      </Stack>
    );
  }
  return (
    <Stack gap="sm">
      <Textarea
        label={say.experts}
        description={say.expertsHint}
        data-autofocus
        autosize
        minRows={3}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <ProblemNote error={ask.error} />
      <div>
        <Button
          disabled={experts.length === 0}
          loading={ask.isPending}
          onClick={() => ask.mutate({ params: { programme: id }, body: { run, figure, experts } })}
        >
          {say.send}
        </Button>
      </div>
    </Stack>
  );
}
