import { Command } from 'commander';
import { registerAlternatives } from './alternatives.ts';
import { registerAssess } from './assess.ts';
import { registerBackup } from './backup.ts';
import { registerBench } from './bench.ts';
import { registerBrief } from './brief.ts';
import { registerCascade } from './cascade.ts';
import { registerCheck } from './check.ts';
import { registerCutSets } from './cutsets.ts';
import { registerDiff } from './diff.ts';
import { registerExplain } from './explain.ts';
import { registerExport } from './export.ts';
import { registerFrontier } from './frontier.ts';
import { registerImport } from './import.ts';
import { registerPipeline } from './pipeline.ts';
import { registerPlan } from './plan.ts';
import { registerRestore } from './restore.ts';
import { run } from './run.ts';
import { registerServe } from './serve.ts';
import { registerWorker } from './worker.ts';

const program = new Command('muster')
  .description('Plans and runs technology-breakthrough programmes.')
  .showHelpAfterError()
  .exitOverride();

registerCheck(program);
registerAssess(program);
registerPlan(program);
registerFrontier(program);
registerAlternatives(program);
registerExplain(program);
registerBrief(program);
registerDiff(program);
registerCascade(program);
registerPipeline(program);
registerCutSets(program);
registerBench(program);
registerImport(program);
registerExport(program);
registerServe(program);
registerWorker(program);
registerBackup(program);
registerRestore(program);

await run(() => program.parseAsync());
