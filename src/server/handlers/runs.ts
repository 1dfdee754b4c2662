import type { Id } from '../../app/workbench/ports/common.ts';
import type { RunRecord } from '../../app/workbench/ports/runs.ts';
import { diffOfRuns, planOf, resultOf } from '../../app/workbench/run-answers.ts';
import { cancelRun, findRun, requestRun, runAgain, runView, stopRun } from '../../app/workbench/runs.ts';
import type { Workbench } from '../../app/workbench/workbench.ts';
import type { Run } from '../../contract/api/runs.ts';
import type { AssessmentReport } from '../../contract/assess.ts';
import type { Explanation } from '../../contract/explain.ts';
import { explainRefusal } from '../../figures/explain/commitment.ts';
import { explain } from '../../figures/explain/index.ts';
import { type HandlersOf, JsonText } from '../call.ts';
import { runEvents } from '../events.ts';
import { pageAsked } from './page.ts';

type Keys =
  | 'GET /programmes/{programme}/runs'
  | 'POST /programmes/{programme}/runs'
  | 'GET /programmes/{programme}/runs/{run}'
  | 'GET /programmes/{programme}/runs/{run}/result'
  | 'GET /programmes/{programme}/runs/{run}/events'
  | 'GET /programmes/{programme}/runs/{run}/explain'
  | 'GET /programmes/{programme}/runs/{run}/diff/{otherRun}'
  | 'POST /programmes/{programme}/runs/{run}/cancel'
  | 'POST /programmes/{programme}/runs/{run}/stop'
  | 'POST /programmes/{programme}/runs/{run}/again';

/** Runs: asked for, followed, ended, and what they found. */
export function runHandlers(workbench: Workbench): HandlersOf<Keys> {
  const { records, texts } = workbench;
  const view = (run: RunRecord): Promise<Run> => runView(records, run);
  const find = ({ programme, run }: { programme: Id; run: Id }): Promise<RunRecord> =>
    findRun(records, programme, run);
  return {
    'GET /programmes/{programme}/runs': async ({ params, query }) => {
      const { items, next } = await records.runs.list(params.programme, query.kind ?? null, pageAsked(query));
      return { items: await Promise.all(items.map(view)), next };
    },
    'POST /programmes/{programme}/runs': async ({ by, params, body }) =>
      view(await requestRun(workbench, by.person.id, params.programme, body)),
    'GET /programmes/{programme}/runs/{run}': async ({ params }) => view(await find(params)),
    'GET /programmes/{programme}/runs/{run}/result': async ({ params, unchanged }) => {
      const run = await find(params);
      if (run.resultHash === null) return new JsonText(await resultOf(records, run));
      unchanged(run.resultHash);
      return texts.of(`result ${run.resultHash}`, () => resultOf(records, run));
    },
    'GET /programmes/{programme}/runs/{run}/events': async ({ params }) => {
      const { id } = await find(params);
      return runEvents((signal) => records.watch(id, signal), view);
    },
    'GET /programmes/{programme}/runs/{run}/explain': async ({ params, query }) =>
      explained(workbench, await find(params), query),
    'GET /programmes/{programme}/runs/{run}/diff/{otherRun}': ({ params }) =>
      diffOfRuns(records, params.programme, params.run, params.otherRun),
    'POST /programmes/{programme}/runs/{run}/cancel': async ({ by, params }) =>
      view(await cancelRun(records, by.person.id, params.programme, params.run)),
    'POST /programmes/{programme}/runs/{run}/stop': async ({ by, params }) =>
      view(await stopRun(records, by.person.id, params.programme, params.run)),
    'POST /programmes/{programme}/runs/{run}/again': async ({ by, params }) =>
      view(await runAgain(workbench, by.person.id, params.programme, params.run)),
  };
}

async function explained(
  { records, computed }: Workbench,
  run: RunRecord,
  { subject, lang }: { readonly subject: string; readonly lang: 'en' | 'zh' },
): Promise<Explanation> {
  const plan = await planOf(records, run);
  if (plan.schema === 'muster/infeasible@1') return explainRefusal(plan, subject, lang);
  const text = await computed.assessment(run.programme, run.version, { maxOrder: 1 });
  const assessment = JSON.parse(text) as AssessmentReport;
  const { programme, currency, priceYear } = plan;
  return explain(
    { plan, assessment, context: { lang, programme, currency, priceYear, seed: run.seed } },
    subject,
  );
}
