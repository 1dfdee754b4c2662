import { ActionIcon, Badge, Button, Menu, Modal, Table, VisuallyHidden } from '@mantine/core';
import type { Person } from '../../../../src/contract/api/people.ts';
import { useList, useWrite } from '../../api/queries.ts';
import { Icon } from '../../shell/icons.tsx';
import { ProblemNote } from '../../shell/problem.tsx';
import { useWhen } from '../../shell/when.ts';
import { accessWords } from '../../words/access.ts';
import { shellWords } from '../../words/shell.ts';
import { useWords } from '../../words/subject.ts';
import { InvitationLink } from './invite-dialog.tsx';

/** Everybody, with what may be done for each. */
export function PeopleTable() {
  const say = useWords(accessWords);
  const shell = useWords(shellWords);
  const when = useWhen();
  const people = useList('GET /people', {});
  const change = useWrite('PATCH /people/{person}', ['GET /people']);
  const link = useWrite('POST /people/{person}/invitation', ['GET /people']);
  const stateOf = ({ disabledAt, invited }: Person) =>
    disabledAt ? 'disabled' : invited ? 'invited' : 'active';
  return (
    <>
      <ProblemNote error={people.error ?? change.error ?? link.error} />
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{say.name}</Table.Th>
            <Table.Th>{say.login}</Table.Th>
            <Table.Th>{say.people.state}</Table.Th>
            <Table.Th>{say.people.since}</Table.Th>
            <Table.Th>
              <VisuallyHidden>{shell.more}</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {people.items.map((person) => (
            <Table.Tr key={person.id}>
              <Table.Td>
                {person.name}{' '}
                {person.owner && (
                  <Badge size="xs" variant="light">
                    {say.account.owner}
                  </Badge>
                )}
              </Table.Td>
              <Table.Td>{person.login}</Table.Td>
              <Table.Td>{say.people.states[stateOf(person)]}</Table.Td>
              <Table.Td>{when.day(person.createdAt)}</Table.Td>
              <Table.Td ta="right">
                <PersonMenu
                  person={person}
                  onChange={(body) => change.mutate({ params: { person: person.id }, body })}
                  onLink={() => link.mutate({ params: { person: person.id } })}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {people.more && (
        <Button variant="default" mt="sm" onClick={people.more}>
          {shell.more}
        </Button>
      )}
      <Modal
        opened={link.data !== undefined}
        onClose={link.reset}
        title={say.people.newLink}
        closeButtonProps={{ 'aria-label': shell.close }}
      >
        {link.data && <InvitationLink invitation={link.data} onDone={link.reset} />}
      </Modal>
    </>
  );
}

function PersonMenu(props: {
  person: Person;
  onChange: (change: { disabled?: boolean; owner?: boolean }) => void;
  onLink: () => void;
}) {
  const say = useWords(accessWords).people;
  const { name, owner, disabledAt } = props.person;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={say.actions(name)} color="grey">
          <Icon name="down" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={props.onLink}>{say.newLink}</Menu.Item>
        <Menu.Item onClick={() => props.onChange({ owner: !owner })}>
          {owner ? say.unmakeOwner : say.makeOwner}
        </Menu.Item>
        <Menu.Item onClick={() => props.onChange({ disabled: disabledAt === null })}>
          {disabledAt === null ? say.disable : say.enable}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
