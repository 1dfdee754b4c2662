import { Button, Tabs } from '@mantine/core';
import { useState } from 'react';
import { useList } from '../../api/queries.ts';
import { AuditTable } from '../../shell/audit-table.tsx';
import { Icon } from '../../shell/icons.tsx';
import { PageHead } from '../../shell/page-head.tsx';
import { ProblemNote } from '../../shell/problem.tsx';
import { useUrlState } from '../../shell/url-state.ts';
import { accessWords } from '../../words/access.ts';
import { useWords } from '../../words/subject.ts';
import { InviteDialog } from './invite-dialog.tsx';
import { PeopleTable } from './people-table.tsx';

export default function PeoplePage() {
  const say = useWords(accessWords).people;
  const [tab, setTab] = useUrlState<string>('tab', 'people');
  const [inviting, setInviting] = useState(false);
  return (
    <>
      <PageHead title={say.title} lead={say.lead}>
        <Button leftSection={<Icon name="plus" size={14} />} onClick={() => setInviting(true)}>
          {say.invite}
        </Button>
      </PageHead>
      <Tabs value={tab} onChange={(value) => setTab(value ?? 'people')} keepMounted={false}>
        <Tabs.List mb="sm">
          <Tabs.Tab value="people">{say.tabs.people}</Tabs.Tab>
          <Tabs.Tab value="audit">{say.tabs.audit}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="people">
          <PeopleTable />
        </Tabs.Panel>
        <Tabs.Panel value="audit">
          <Audit />
        </Tabs.Panel>
      </Tabs>
      <InviteDialog opened={inviting} onClose={() => setInviting(false)} />
    </>
  );
}

function Audit() {
  const { items, more, error } = useList('GET /audit', {});
  return error ? <ProblemNote error={error} /> : <AuditTable rows={items} more={more} />;
}
