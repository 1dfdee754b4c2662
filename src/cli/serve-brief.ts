import { PROGRAM_VERSION } from '../app/workbench/program-version.ts';
import { canonicalText } from '../app/workbench/run-kinds.ts';
import type { Workbench } from '../app/workbench/workbench.ts';
import { PlanOptions } from '../contract/api/runs.ts';
import type { Plan } from '../contract/plan.ts';
import { MusterError } from '../kernel/errors.ts';
import { interrupted } from './interrupted.ts';
import { ownerText, USUAL_PORT } from './serve.ts';
import { storePlace } from './store-place.ts';
import { importOnce, type ServedWorkbench, serveWorkbench } from './workbench-server.ts';

const HOST = '127.0.0.1';
const WORKER = 'muster brief';
const LEASE_SECONDS = 60;

/** Serves a programme that was just planned, with that plan as a run that is done, until interrupted. */
export async function serveBrief(folder: string, plan: Plan): Promise<void> {
  const served = await serveSomewhere();
  try {
    const { id, isNew } = await importOnce(served.workbench, folder);
    if (isNew) await keepPlan(served.workbench, id, plan);
    process.stdout.write(`\nThe web application: ${served.address}/p/${id}\n`);
    if (served.ownerAddress) process.stdout.write(ownerText(served.ownerAddress));
    process.stdout.write('Interrupt (Ctrl-C) to end it.\n');
    await interrupted();
  } finally {
    await served.stop();
  }
}

/** On the usual port, or on any where that one is taken. */
async function serveSomewhere(): Promise<ServedWorkbench> {
  const options = { place: storePlace({}), host: HOST, worker: true, behindProxy: false };
  try {
    return await serveWorkbench({ ...options, port: USUAL_PORT });
  } catch (error) {
    if (!(error instanceof MusterError) || error.code !== 'CANNOT_LISTEN') throw error;
    return serveWorkbench({ ...options, port: 0 });
  }
}

/** The plan as a run of the first version: asked for, computed and written at once, so that no worker takes it. */
async function keepPlan({ records }: Workbench, programme: string, plan: Plan): Promise<void> {
  await records.transaction(null, async ({ runs }) => {
    const options = PlanOptions.parse({});
    const pins = {
      programme,
      version: 1,
      kind: 'plan',
      seed: plan.seed,
      programVersion: PROGRAM_VERSION,
    } as const;
    const { id } = await runs.request({ ...pins, options });
    await runs.claim(id, WORKER, LEASE_SECONDS);
    await runs.finish(id, WORKER, { status: 'done', result: canonicalText(plan) });
  });
}
