import { Button } from '@mantine/core';
import { isProblem } from '../api/problem.ts';
import { shellWords } from '../words/shell.ts';
import { useWords } from '../words/subject.ts';
import { EmptyState } from './empty-state.tsx';
import { ProblemNote } from './problem.tsx';

/** A chunk that is gone: the application was built anew since this page was opened. */
const GONE = /dynamically imported module|module script failed|error loading/i;

/** In place of a page that threw. The shell around it stays. */
export function BrokenPage({ error, reset }: { error: unknown; reset?: () => void }) {
  const say = useWords(shellWords);
  if (isProblem(error)) return <ProblemNote error={error} onRetry={reset} />;
  const message = error instanceof Error ? error.message : String(error);
  const renewed = GONE.test(message);
  const { title, text } = renewed ? say.newBuild : say.broken;
  return (
    <EmptyState
      icon="question"
      title={title}
      text={
        <>
          {text}
          {!renewed && (
            <code style={{ display: 'block', marginTop: 8, whiteSpace: 'pre-wrap' }}>{message}</code>
          )}
        </>
      }
      action={<Button onClick={() => location.reload()}>{say.reload}</Button>}
    />
  );
}
