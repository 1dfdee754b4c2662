import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Content } from '../../../src/contract/api/content.ts';
import { EmptyState } from '../shell/empty-state.tsx';
import { useProgramme } from '../shell/programme.tsx';
import type { Run } from '../shell/run-choice.ts';
import { analysisWords } from '../words/analysis.ts';
import { useWords } from '../words/subject.ts';
import { StartRun } from './start-run.tsx';

/** What a page of plans is for while there is none, and the way to start one. */
export function NoPlan({ content, onStarted }: { content: Content | null; onStarted: (run: Run) => void }) {
  const say = useWords(analysisWords);
  const { may } = useProgramme();
  const [starting, setStarting] = useState(false);
  if (starting && content) {
    return (
      <StartRun kind="plan" content={content} onStarted={onStarted} onCancel={() => setStarting(false)} />
    );
  }
  return (
    <EmptyState
      icon="plan"
      title={say.noPlan.title}
      text={may('edit') ? say.noPlan.text : say.noPlanGuest}
      action={may('edit') && <Button onClick={() => setStarting(true)}>{say.noPlan.action}</Button>}
    />
  );
}
