import { Alert, Button, PasswordInput, Stack, Text } from '@mantine/core';
import type { FormEvent } from 'react';
import { useRead, useWrite } from '../../api/queries.ts';
import { useForm } from '../../shell/form.ts';
import { PageHead } from '../../shell/page-head.tsx';
import { Panel } from '../../shell/panel.tsx';
import { ProblemNote } from '../../shell/problem.tsx';
import { usePerson } from '../../shell/session.tsx';
import { useWhen } from '../../shell/when.ts';
import { accessWords } from '../../words/access.ts';
import { useWords } from '../../words/subject.ts';

export default function AccountPage() {
  const say = useWords(accessWords);
  const when = useWhen();
  const person = usePerson();
  const session = useRead('GET /session', {});
  return (
    <>
      <PageHead
        title={person.name}
        lead={[person.login, person.owner ? say.account.owner : ''].filter(Boolean).join(' · ')}
      />
      <Panel title={say.account.change}>
        <PasswordForm />
      </Panel>
      {session.data && (
        <Text size="xs" c="dimmed">
          {say.account.signedInUntil(when.moment(session.data.expiresAt))}
        </Text>
      )}
    </>
  );
}

function PasswordForm() {
  const say = useWords(accessWords);
  const form = useForm({ current: '', password: '' });
  const change = useWrite('PUT /session/password');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    change.mutate({ body: form.values }, { onSuccess: form.reset });
  };
  return (
    <form onSubmit={submit}>
      <Stack maw={360} gap="sm">
        <PasswordInput
          label={say.currentPassword}
          autoComplete="current-password"
          required
          {...form.field('current')}
        />
        <PasswordInput
          label={say.newPassword}
          description={say.passwordHint}
          autoComplete="new-password"
          minLength={12}
          required
          {...form.field('password')}
        />
        <ProblemNote error={change.error} />
        {change.isSuccess && <Alert role="status">{say.account.changed}</Alert>}
        <div>
          <Button type="submit" loading={change.isPending}>
            {say.account.change}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
