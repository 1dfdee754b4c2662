import { performance } from 'node:perf_hooks';
import { openProgramme } from '../../app/check-folder.ts';
import { ScenarioView } from '../../app/scenario-view.ts';
import { ChainWorld } from '../../app/scenario-world.ts';
import type { Measure, Scenario } from '../../contract/folder/index.ts';
import { MusterError } from '../../kernel/errors.ts';
import { Random } from '../../kernel/random.ts';
import { columns } from '../columns.ts';
import type { Bench } from './bench.ts';
import { machine } from './machine.ts';
import { syntheticProgramme } from './synthetic-chain.ts';

/** `muster bench whatif [FOLDER]`: how fast a changed cut-off, many of them, and a big chain are answered. */
export const whatIfBench: Bench = {
  name: 'whatif',
  subject: 'changed cut-offs of a programme folder, and a chain of 100,000 links',
  run: ([folder = 'examples/advanced-chips']) => benchWhatIf(folder),
};

const SCENARIOS = 1000;
const BIG = { links: 100_000, requirementsPerLink: 4, suppliersPerLink: 3 };

async function benchWhatIf(folder: string): Promise<string> {
  const rows = [...(await changedCutOffs(folder)), ...bigChain()];
  return `${machine()}\n${columns(['what', 'time', 'figures'], rows)}`;
}

const ms = (time: number): string => `${time < 10 ? time.toFixed(1) : time.toFixed(0)} ms`;

function timed<T>(work: () => T): { readonly result: T; readonly time: number } {
  const begun = performance.now();
  const result = work();
  return { result, time: performance.now() - begun };
}

/** All products at all levels, and every link: verdict, coverage, day of stop, exposure. */
function answer(
  world: ChainWorld,
  scenario: Scenario,
): { readonly products: number; readonly exposed: number } {
  const view = new ScenarioView(world, scenario, { gates: 'unknown' });
  return {
    products: view.products().length,
    exposed: view.links().filter(({ exposure }) => exposure > 0).length,
  };
}

/** Each scenario of a programme with one measure of its cut-off left out, changed or added, answered one after another. */
async function changedCutOffs(folder: string): Promise<string[][]> {
  const programme = await openProgramme(folder);
  const bases = programme.scenarios.filter(({ measures }) => measures.length > 0);
  if (bases.length === 0) {
    throw new MusterError('NO_SCENARIO', 'The programme has no measure to change.', {
      hint: 'Write a scenario with measures into scenarios.yaml.',
    });
  }
  const world = new ChainWorld(programme);
  const random = new Random(programme.muster.seed);
  const scenarios = Array.from({ length: SCENARIOS }, (_, i) => changed(bases[i % bases.length], random));
  const first = timed(() => answer(world, scenarios[0]));
  const answers = scenarios.map((scenario) => timed(() => answer(world, scenario)));
  const times = answers.map(({ time }) => time).sort((a, b) => a - b);
  const exposed = answers.map(({ result }) => result.exposed);
  const sum = times.reduce((all, time) => all + time, 0);
  const size = `${world.chain.links.size} links, ${first.result.products} products`;
  return [
    ['changed cut-off, the first', ms(first.time), size],
    [
      'changed cut-off, p95',
      ms(times[Math.ceil(0.95 * times.length) - 1]),
      `median ${ms(times[times.length >> 1])}`,
    ],
    [
      `${SCENARIOS} changed cut-offs`,
      ms(sum),
      `${Math.min(...exposed)} to ${Math.max(...exposed)} links exposed`,
    ],
  ];
}

function changed(scenario: Scenario, random: Random): Scenario {
  const at = random.integer(scenario.measures.length);
  const chosen = scenario.measures[at];
  const others = scenario.measures.filter((_, i) => i !== at);
  const all: Measure = { ...chosen, id: `${chosen.id}-wider`, links: { all: true }, grade: undefined };
  const edits: readonly (() => Measure[])[] = [
    () => others,
    () => [...others, { ...chosen, severity: 0.1 + 0.9 * random.uniform() }],
    () => [...scenario.measures, { ...all, severity: random.uniform() / 2 + 0.1 }],
  ];
  return { ...scenario, measures: edits[random.integer(edits.length)]() };
}

/** A synthetic chain as deep as it has links. */
function bigChain(): string[][] {
  const made = timed(() => syntheticProgramme(BIG, 1));
  const { links, requirements, supply, scenarios } = made.result;
  const world = timed(() => new ChainWorld(made.result));
  const view = new ScenarioView(world.result, scenarios[0], { gates: 'unknown' });
  const exposed = timed(() => {
    const covered = view.coverage.filter((coverage) => coverage >= 1).length;
    return { covered, exposed: view.exposure.filter((exposure) => exposure > 0).length };
  });
  const outcomes = timed(() => view.links());
  const lost = outcomes.result.filter(({ works }) => works !== 'yes').length;
  const memory = `${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB of memory`;
  const size = `${links.length} links, ${requirements.length} requirements, ${supply.length} suppliers`;
  return [
    ['synthetic chain, made', ms(made.time), size],
    ['built', ms(world.time), ''],
    [
      'coverage and exposure of all its links',
      ms(exposed.time),
      `${exposed.result.covered} covered, ${exposed.result.exposed} exposed`,
    ],
    ['verdicts and days of stop besides', ms(outcomes.time), `${lost} links lost; ${memory}`],
  ];
}
