import { Button } from '@mantine/core';
import { Suspense, useCallback } from 'react';
import { useContent } from '../../analysis/content.ts';
import { usePlan } from '../../analysis/plan.ts';
import { Editor } from '../../edit/editor.tsx';
import { type Place, usePlace } from '../../edit/place.ts';
import { PlaceView } from '../../edit/place-view.tsx';
import { EmptyState } from '../../shell/empty-state.tsx';
import { PageHead } from '../../shell/page-head.tsx';
import { Panel } from '../../shell/panel.tsx';
import { ProblemNote } from '../../shell/problem.tsx';
import { useProgramme } from '../../shell/programme.tsx';
import { useUrl } from '../../shell/url-state.ts';
import { Waiting } from '../../shell/waiting.tsx';
import { optionsWords } from '../../words/options.ts';
import { useWords } from '../../words/subject.ts';
import { OptionsTable } from './options-table.tsx';

export default function OptionsPage() {
  const say = useWords(optionsWords);
  const content = useContent();
  const { plan, context } = usePlan();
  const { may } = useProgramme();
  const [search, change] = useUrl();
  const [place, setPlace] = usePlace();
  const go = useCallback((next: Place) => setPlace(next), [setPlace]);
  const open = search.part !== undefined;
  if (content.error) return <ProblemNote error={content.error} />;
  if (!context) return <Waiting />;
  return (
    <>
      <PageHead title={say.title} lead={say.lead}>
        {open && (
          <Button variant="default" onClick={() => change({ part: undefined, at: undefined })}>
            {say.close}
          </Button>
        )}
        {!open && may('edit') && (
          <Button variant="default" onClick={() => go({ part: 'goals', path: [] })}>
            {say.edit}
          </Button>
        )}
      </PageHead>
      <Editor go={go} quiet={!open}>
        {open ? (
          <Panel>
            <Suspense fallback={<Waiting />}>
              <PlaceView key={place.path.join('/')} {...place} />
            </Suspense>
          </Panel>
        ) : (
          <OptionsTable
            plan={plan}
            context={context}
            onOpen={(path) => go({ part: 'goals', path })}
            empty={
              <EmptyState
                icon="options"
                title={say.none}
                text={say.noneText}
                action={
                  may('edit') && (
                    <Button onClick={() => go({ part: 'goals', path: [] })}>{say.addGoal}</Button>
                  )
                }
              />
            }
          />
        )}
      </Editor>
    </>
  );
}
