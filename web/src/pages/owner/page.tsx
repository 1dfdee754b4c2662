import { Button, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { useWrite } from '../../api/queries.ts';
import { useForm } from '../../shell/form.ts';
import { ProblemNote } from '../../shell/problem.tsx';
import { accessWords } from '../../words/access.ts';
import { useWords } from '../../words/subject.ts';

export default function OwnerPage() {
  const say = useWords(accessWords);
  const { token } = useParams({ strict: false }) as { token: string };
  const form = useForm({ name: '', login: '', password: '' });
  const client = useQueryClient();
  const navigate = useNavigate();
  const take = useWrite('POST /owner');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    take.mutate(
      { body: { token, ...form.values } },
      {
        onSuccess: (session) => {
          client.setQueryData(['GET /session', {}], session);
          void navigate({ to: '/' });
        },
      },
    );
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Title order={1}>{say.owner.title}</Title>
        <Text c="dimmed">{say.owner.lead}</Text>
        <TextInput label={say.name} autoComplete="name" autoFocus required {...form.field('name')} />
        <TextInput
          label={say.login}
          description={say.loginHint}
          autoComplete="username"
          required
          {...form.field('login')}
        />
        <PasswordInput
          label={say.password}
          description={say.passwordHint}
          autoComplete="new-password"
          minLength={12}
          required
          {...form.field('password')}
        />
        <ProblemNote error={take.error} />
        <Button type="submit" size="sm" loading={take.isPending}>
          {say.owner.action}
        </Button>
      </Stack>
    </form>
  );
}
