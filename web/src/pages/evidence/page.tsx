import { Tabs } from '@mantine/core';
import { usePlan } from '../../analysis/plan.ts';
import { PageHead } from '../../shell/page-head.tsx';
import { ProblemNote } from '../../shell/problem.tsx';
import { useUrlState } from '../../shell/url-state.ts';
import { Waiting } from '../../shell/waiting.tsx';
import { evidenceWords } from '../../words/evidence.ts';
import { useWords } from '../../words/subject.ts';
import { Judgements } from './judgements.tsx';
import { Questions } from './questions.tsx';
import { Sources } from './sources.tsx';
import { WorthAsking } from './worth-asking.tsx';

const TABS = ['sources', 'questions', 'judgements'] as const;

export default function EvidencePage() {
  const say = useWords(evidenceWords);
  const [tab, setTab] = useUrlState<string>('tab', 'sources');
  const { plan, run, content, context, error } = usePlan();
  if (!content || !context) return error ? <ProblemNote error={error} /> : <Waiting />;
  return (
    <>
      <PageHead title={say.title} lead={say.lead} />
      <Tabs value={tab} onChange={(value) => setTab(value ?? 'sources')} keepMounted={false}>
        <Tabs.List mb="sm">
          {TABS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {say.tabs[one]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="sources">
          <Sources content={content} />
        </Tabs.Panel>
        <Tabs.Panel value="questions">
          <WorthAsking plan={plan} run={run} context={context} />
          <Questions context={context} />
        </Tabs.Panel>
        <Tabs.Panel value="judgements">
          <Judgements rows={content.parts.judgements} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
