import { Tabs } from '@mantine/core';
import { PageHead } from '../../shell/page-head.tsx';
import { useUrl } from '../../shell/url-state.ts';
import { analysisWords } from '../../words/analysis.ts';
import { compareWords } from '../../words/compare.ts';
import { shellWords } from '../../words/shell.ts';
import { useWords } from '../../words/subject.ts';
import { Plans } from './plans.tsx';
import { Scenarios } from './scenarios.tsx';
import { Versions } from './versions.tsx';

const KINDS = ['plans', 'scenarios', 'versions'] as const;

/** What differs between two plans, two cut-offs or two versions. */
export default function Page() {
  const shell = useWords(shellWords);
  const common = useWords(analysisWords);
  const say = useWords(compareWords);
  const [search, change] = useUrl();
  const kind = KINDS.find((one) => one === search.kind) ?? 'plans';
  return (
    <>
      <PageHead title={shell.pages.compare} lead={common.pages.compare} />
      <Tabs
        value={kind}
        onChange={(next) =>
          change({ kind: next === 'plans' ? undefined : (next ?? undefined), a: undefined, b: undefined })
        }
        keepMounted={false}
      >
        <Tabs.List mb="md">
          {KINDS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {say.of[one]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="plans">
          <Plans />
        </Tabs.Panel>
        <Tabs.Panel value="scenarios">
          <Scenarios />
        </Tabs.Panel>
        <Tabs.Panel value="versions">
          <Versions />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
