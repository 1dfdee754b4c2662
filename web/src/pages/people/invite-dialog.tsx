import { Button, Checkbox, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useWrite } from '../../api/queries.ts';
import { useForm } from '../../shell/form.ts';
import { OneTimeLink } from '../../shell/one-time-link.tsx';
import { ProblemNote } from '../../shell/problem.tsx';
import { useWhen } from '../../shell/when.ts';
import { accessWords } from '../../words/access.ts';
import { shellWords } from '../../words/shell.ts';
import { useWords } from '../../words/subject.ts';

/** Asks somebody in and shows their link, once. */
export function InviteDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const say = useWords(accessWords);
  const { close } = useWords(shellWords);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={say.people.inviteSomebody}
      closeButtonProps={{ 'aria-label': close }}
    >
      <InviteForm onDone={onClose} />
    </Modal>
  );
}

function InviteForm({ onDone }: { onDone: () => void }) {
  const say = useWords(accessWords);
  const form = useForm({ name: '', login: '' });
  const [owner, setOwner] = useState(false);
  const invite = useWrite('POST /people', ['GET /people']);
  if (invite.data) return <InvitationLink invitation={invite.data} onDone={onDone} />;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    invite.mutate({ body: { ...form.values, owner } });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <TextInput label={say.name} required data-autofocus {...form.field('name')} />
        <TextInput label={say.login} description={say.loginHint} required {...form.field('login')} />
        <Checkbox
          label={say.people.asOwner}
          checked={owner}
          onChange={(event) => setOwner(event.currentTarget.checked)}
        />
        <ProblemNote error={invite.error} />
        <div>
          <Button type="submit" loading={invite.isPending}>
            {say.people.invite}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

interface Told {
  readonly person: { readonly name: string };
  readonly path: string;
  readonly expiresAt: string;
}

/** The link of an invitation: shown only now. */
export function InvitationLink({ invitation, onDone }: { invitation: Told; onDone: () => void }) {
  const say = useWords(accessWords).people;
  const when = useWhen();
  return (
    <Stack gap="sm">
      <OneTimeLink path={invitation.path} label={say.linkFor(invitation.person.name)} />
      <Text size="sm" c="dimmed">
        {say.linkNote(when.moment(invitation.expiresAt))}
      </Text>
      <div>
        <Button onClick={onDone}>{say.done}</Button>
      </div>
    </Stack>
  );
}
