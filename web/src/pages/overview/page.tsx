import { useAssessment } from '../../analysis/assessment.ts';
import { usePlan } from '../../analysis/plan.ts';
import { PageHead } from '../../shell/page-head.tsx';
import { Panel } from '../../shell/panel.tsx';
import { ProblemNote } from '../../shell/problem.tsx';
import { useProgramme } from '../../shell/programme.tsx';
import { Waiting } from '../../shell/waiting.tsx';
import { overviewWords } from '../../words/overview.ts';
import { useWords } from '../../words/subject.ts';
import { Needs } from './needs.tsx';
import css from './overview.module.css';
import { Tiles } from './tiles.tsx';
import { TopChokepoints } from './top-chokepoints.tsx';
import { WhatStops } from './what-stops.tsx';

export default function OverviewPage() {
  const say = useWords(overviewWords);
  const { name } = useProgramme();
  const { chosen: assessment, error } = useAssessment();
  const { plan, run, context, content, error: planError } = usePlan();
  if (!context) return planError ? <ProblemNote error={planError} /> : <Waiting />;
  return (
    <>
      <PageHead title={name} lead={content?.parts.muster.description} />
      <Tiles assessment={assessment} plan={plan} context={context} />
      <ProblemNote error={error ?? planError} />
      <div className={css.columns}>
        <div>
          {assessment ? (
            <>
              <WhatStops assessment={assessment} plan={plan} context={context} />
              <TopChokepoints assessment={assessment} context={context} />
            </>
          ) : (
            !error && <Waiting />
          )}
        </div>
        <Panel title={say.needsMe}>
          <Needs plan={plan} run={run} context={context} />
        </Panel>
      </div>
    </>
  );
}
