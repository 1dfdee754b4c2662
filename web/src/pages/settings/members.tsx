import { ActionIcon, Button, Select, Table, Text, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import type { Role } from '../../../../src/contract/api/programmes.ts';
import { useList, useRead, useWrite } from '../../api/queries.ts';
import { Icon } from '../../shell/icons.tsx';
import { ProblemNote } from '../../shell/problem.tsx';
import { useProgramme } from '../../shell/programme.tsx';
import { settingsWords } from '../../words/settings.ts';
import { shellWords } from '../../words/shell.ts';
import { useWords } from '../../words/subject.ts';

const ROLES: readonly Role[] = ['director', 'planner', 'auditor', 'guest'];

/** Who has which role; directors give and take them. */
export function Members() {
  const say = useWords(settingsWords);
  const shell = useWords(shellWords);
  const { id, may } = useProgramme();
  const members = useRead('GET /programmes/{programme}/members', { params: { programme: id } });
  const stale = ['GET /programmes/{programme}/members', 'GET /programmes/{programme}'] as const;
  const set = useWrite('PUT /programmes/{programme}/members/{person}', stale);
  const remove = useWrite('DELETE /programmes/{programme}/members/{person}', stale);
  const direct = may('direct');
  const roles = ROLES.map((value) => ({ value, label: say.roles[value] }));
  const give = (person: string, role: string | null): void => {
    if (role) set.mutate({ params: { programme: id, person }, body: { role: role as Role } });
  };
  return (
    <>
      <Text size="sm" c="dimmed" mb="xs">
        {say.roleHints}
      </Text>
      <ProblemNote error={members.error ?? set.error ?? remove.error} />
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{say.person}</Table.Th>
            <Table.Th>{say.login}</Table.Th>
            <Table.Th>{say.role}</Table.Th>
            <Table.Th>
              <VisuallyHidden>{shell.more}</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {(members.data?.items ?? []).map(({ person, role }) => (
            <Table.Tr key={person.id}>
              <Table.Td>
                {person.name} {person.disabled && `(${say.disabled})`}
              </Table.Td>
              <Table.Td>{person.login}</Table.Td>
              <Table.Td>
                {direct ? (
                  <Select
                    size="xs"
                    w={140}
                    aria-label={`${say.role}: ${person.name}`}
                    data={roles}
                    value={role}
                    allowDeselect={false}
                    onChange={(value) => give(person.id, value)}
                  />
                ) : (
                  say.roles[role]
                )}
              </Table.Td>
              <Table.Td ta="right">
                {direct && (
                  <ActionIcon
                    color="grey"
                    aria-label={`${say.removeRole}: ${person.name}`}
                    title={say.removeRole}
                    onClick={() => remove.mutate({ params: { programme: id, person: person.id } })}
                  >
                    <Icon name="trash" />
                  </ActionIcon>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {direct && (
        <AddMember roles={roles} onAdd={give} taken={(members.data?.items ?? []).map((m) => m.person.id)} />
      )}
    </>
  );
}

function AddMember(props: {
  roles: { value: string; label: string }[];
  taken: readonly string[];
  onAdd: (person: string, role: string) => void;
}) {
  const say = useWords(settingsWords);
  const { id } = useProgramme();
  const candidates = useList('GET /programmes/{programme}/candidates', {
    params: { programme: id },
    query: { limit: 200 },
  });
  const [person, setPerson] = useState<string | null>(null);
  const [role, setRole] = useState<string>('planner');
  return (
    <div style={{ display: 'flex', gap: 8, marginTop: 12, alignItems: 'end' }}>
      <Select
        size="xs"
        w={260}
        label={say.add}
        placeholder={say.choosePerson}
        searchable
        data={candidates.items
          .filter(({ id: one }) => !props.taken.includes(one))
          .map(({ id: value, name, login }) => ({ value, label: `${name} (${login})` }))}
        value={person}
        onChange={setPerson}
      />
      <Select
        size="xs"
        w={140}
        aria-label={say.role}
        data={props.roles}
        value={role}
        allowDeselect={false}
        onChange={(value) => setRole(value ?? 'planner')}
      />
      <Button
        disabled={!person}
        onClick={() => {
          props.onAdd(person!, role);
          setPerson(null);
        }}
      >
        {say.add}
      </Button>
    </div>
  );
}
