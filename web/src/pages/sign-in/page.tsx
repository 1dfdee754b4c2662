import { Button, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { useWrite } from '../../api/queries.ts';
import { useForm } from '../../shell/form.ts';
import { ProblemNote } from '../../shell/problem.tsx';
import { useUrl } from '../../shell/url-state.ts';
import { accessWords } from '../../words/access.ts';
import { useWords } from '../../words/subject.ts';

/** Where to go after signing in: a page of this application, nothing else. */
const inside = (next: string | undefined): string => (next && /^\/(?![/\\])/.test(next) ? next : '/');

export default function SignInPage() {
  const say = useWords(accessWords);
  const form = useForm({ login: '', password: '' });
  const client = useQueryClient();
  const navigate = useNavigate();
  const [search] = useUrl();
  const signIn = useWrite('POST /session');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    signIn.mutate(
      { body: form.values },
      {
        onSuccess: (session) => {
          client.clear();
          client.setQueryData(['GET /session', {}], session);
          const next = new URL(inside(search.next), location.origin);
          void navigate({ to: next.pathname, search: Object.fromEntries(next.searchParams) } as never);
        },
      },
    );
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Title order={1}>{say.signIn}</Title>
        <TextInput label={say.login} autoComplete="username" autoFocus required {...form.field('login')} />
        <PasswordInput
          label={say.password}
          autoComplete="current-password"
          required
          {...form.field('password')}
        />
        <ProblemNote error={signIn.error} />
        <Button type="submit" size="sm" loading={signIn.isPending}>
          {say.signIn}
        </Button>
        <Text size="xs" c="dimmed">
          {say.forgotten}
        </Text>
      </Stack>
    </form>
  );
}
