import { Button, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { useWrite } from '../../api/queries.ts';
import { useForm } from '../../shell/form.ts';
import { ProblemNote } from '../../shell/problem.tsx';
import { accessWords } from '../../words/access.ts';
import { useWords } from '../../words/subject.ts';

export default function InvitationPage() {
  const say = useWords(accessWords);
  const { token } = useParams({ strict: false }) as { token: string };
  const form = useForm({ name: '', password: '' });
  const client = useQueryClient();
  const navigate = useNavigate();
  const accept = useWrite('POST /invitations/accept');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const { name, password } = form.values;
    accept.mutate(
      { body: { token, password, ...(name.trim() ? { name } : {}) } },
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
        <Title order={1}>{say.invitation.title}</Title>
        <Text c="dimmed">{say.invitation.lead}</Text>
        <TextInput label={say.name} autoComplete="name" {...form.field('name')} />
        <PasswordInput
          label={say.password}
          description={say.passwordHint}
          autoComplete="new-password"
          minLength={12}
          required
          autoFocus
          {...form.field('password')}
        />
        <ProblemNote error={accept.error} />
        <Button type="submit" size="sm" loading={accept.isPending}>
          {say.invitation.action}
        </Button>
      </Stack>
    </form>
  );
}
