import { basename } from 'node:path';
import { performance } from 'node:perf_hooks';
import { solvePipeline } from '../../app/pipeline.ts';
import { loadLinearSolver } from '../../compute/highs-solver.ts';
import { parsePipeline, pipelineSpec } from '../../formats/rd-pipeline.ts';
import type { LinearSolver } from '../../kernel/linear-program.ts';
import { scenarioTreeProgramme } from '../../portfolio/scenario-tree-programme.ts';
import { columns } from '../columns.ts';
import { readPipelineFile } from '../pipeline.ts';
import type { Bench } from './bench.ts';
import { instancePath } from './instances.ts';
import { comparePeers, type IntegerPeer, integerPeers } from './integer-peers.ts';
import { machine } from './machine.ts';

/** `muster bench pipeline [FILES…]`: R&D pipelines, beside the same as a stochastic programme over all scenarios. */
export const pipelineBench: Bench = {
  name: 'pipeline',
  subject: 'R&D pipelines, exactly and as stochastic programmes',
  run: (targets) => benchPipelines(targets.length > 0 ? targets : DEFAULT.map(fileOf)),
};

/** All instances of two to four projects that differ, and one of five. */
const DEFAULT = [
  'modeldata',
  'modeldatab',
  'modeldata3short',
  'modeldata3',
  'modeldata3_5',
  'modeldata3_constrained30',
  'modeldata3_unconstrained',
  'modeldata4_3',
  'modeldata4',
  'modeldata4_constrained30',
  'modeldata4_unconstrained',
  'modeldata5_3_4_2r',
];

/** Longest that a peer may take for one instance. */
const LIMIT_SECONDS = 300;
/** Difference of values that counts as the same. */
const TOLERANCE = 1e-3;

const fileOf = (name: string): string => instancePath('rd-pipeline', `${name}.dat`);

async function benchPipelines(files: readonly string[]): Promise<string> {
  const { peers, line } = integerPeers();
  const solver = await loadLinearSolver();
  const rows: string[][] = [];
  for (const file of files) {
    process.stderr.write(`${basename(file)}\n`);
    rows.push(await rowOf(file, solver, peers));
  }
  const head = ['instance', 'projects', 'scenarios', 'columns', 'rows', 'entries', 'value', 'ours'];
  const limit = `limit of a peer: ${LIMIT_SECONDS} s an instance`;
  const peerHeads = peers.flatMap(({ name }) => [name, 'ratio']);
  return [machine(), line, limit, columns([...head, ...peerHeads, ''], rows)].join('\n');
}

async function rowOf(file: string, solver: LinearSolver, peers: readonly IntegerPeer[]): Promise<string[]> {
  const text = await readPipelineFile(file);
  const name = basename(file, '.dat');
  const begun = performance.now();
  const { value, projects, seconds, proof } = solvePipeline(name, text, solver, {
    exact: true,
    seconds: () => (performance.now() - begun) / 1000,
  });
  const { model, constant, scenarios } = scenarioTreeProgramme(pipelineSpec(parsePipeline(name, text)));
  const ours = { value, seconds, tolerance: TOLERANCE };
  const limits = { seconds: LIMIT_SECONDS, gap: TOLERANCE / 10 };
  const { cells, remark } = await comparePeers(
    peers,
    model,
    limits,
    ours,
    (objective) => constant - objective,
  );
  const entries = model.columns.reduce((sum, column) => sum + column.rows.length, 0);
  return [
    name,
    ...[projects, scenarios, model.columns.length, model.bounds.length, entries].map(String),
    proof === 'exact' ? value.toFixed(4) : `${value.toFixed(4)} (not exact)`,
    `${seconds.toPrecision(3)} s`,
    ...cells,
    remark,
  ];
}
