import { Alert, Button, List } from '@mantine/core';
import { isProblem } from '../api/problem.ts';
import { problemWords } from '../words/problem.ts';
import { useWords } from '../words/subject.ts';

/** A refusal of the server in words: what it is, every defect of it, what to do; `onRetry` offers to ask again. */
export function ProblemNote({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const say = useWords(problemWords);
  if (!error) return null;
  const problem = isProblem(error) ? error.problem : null;
  const code = isProblem(error) ? error.code : 'bug';
  const title = (say.titles as Record<string, string>)[code] ?? problem?.title ?? say.titles.bug;
  const detail = problem ? problem.detail : error instanceof Error ? error.message : String(error);
  return (
    <Alert color="red" variant="light" title={title} role="alert">
      {detail && detail !== title && <div>{detail}</div>}
      {problem?.errors && (
        <List size="sm" mt={4}>
          {problem.errors.map(({ pointer, message }) => (
            <List.Item key={`${pointer} ${message}`}>
              {message} <code>{pointer}</code>
            </List.Item>
          ))}
        </List>
      )}
      {problem?.defects && (
        <List size="sm" mt={4}>
          {problem.defects.map(({ file, line, message, hint }) => (
            <List.Item key={`${file} ${line} ${message}`}>
              <code>{line === null ? file : `${file}:${line}`}</code> {message}
              {hint && <div>{hint}</div>}
            </List.Item>
          ))}
        </List>
      )}
      {problem?.hint && <div>{problem.hint}</div>}
      {code === 'unreachable' && <div>{say.unreachableHint}</div>}
      {onRetry && (
        <Button variant="default" mt="xs" onClick={onRetry}>
          {say.retry}
        </Button>
      )}
    </Alert>
  );
}
