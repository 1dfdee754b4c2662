import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { shellWords } from '../words/shell.ts';
import { useWords } from '../words/subject.ts';
import { EmptyState } from './empty-state.tsx';

/** Where the address names no page. */
export function MissingPage() {
  const say = useWords(shellWords).notFound;
  return (
    <EmptyState
      icon="question"
      title={say.title}
      action={
        <Button component={Link} to="/">
          {say.action}
        </Button>
      }
    />
  );
}
