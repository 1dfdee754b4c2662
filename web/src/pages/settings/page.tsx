import { Tabs } from '@mantine/core';
import { useList } from '../../api/queries.ts';
import { AuditTable } from '../../shell/audit-table.tsx';
import { PageHead } from '../../shell/page-head.tsx';
import { ProblemNote } from '../../shell/problem.tsx';
import { useProgramme } from '../../shell/programme.tsx';
import { useUrlState } from '../../shell/url-state.ts';
import { settingsWords } from '../../words/settings.ts';
import { useWords } from '../../words/subject.ts';
import { FolderPanel } from './folder-panel.tsx';
import { Members } from './members.tsx';
import { RenameForm } from './rename-form.tsx';
import { Versions } from './versions.tsx';

const TABS = ['versions', 'members', 'folder', 'audit'] as const;

export default function SettingsPage() {
  const say = useWords(settingsWords);
  const { may } = useProgramme();
  const [tab, setTab] = useUrlState<string>('tab', 'versions');
  const tabs = TABS.filter((one) => one !== 'audit' || may('audit'));
  return (
    <>
      <PageHead title={say.title}>{may('direct') && <RenameForm />}</PageHead>
      <Tabs value={tab} onChange={(value) => setTab(value ?? 'versions')} keepMounted={false}>
        <Tabs.List mb="sm">
          {tabs.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {say.tabs[one]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="versions">
          <Versions />
        </Tabs.Panel>
        <Tabs.Panel value="members">
          <Members />
        </Tabs.Panel>
        <Tabs.Panel value="folder">
          <FolderPanel />
        </Tabs.Panel>
        {may('audit') && (
          <Tabs.Panel value="audit">
            <Audit />
          </Tabs.Panel>
        )}
      </Tabs>
    </>
  );
}

function Audit() {
  const { id } = useProgramme();
  const { items, more, error } = useList('GET /programmes/{programme}/audit', { params: { programme: id } });
  return error ? <ProblemNote error={error} /> : <AuditTable rows={items} more={more} />;
}
