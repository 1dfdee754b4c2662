import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { type CascadeRequest, cascades, closures, type ShockScenario } from '../app/cascade.ts';
import { CascadeThreads } from '../compute/run-cascades.ts';
import type { CascadeReport } from '../contract/cascade.ts';
import { type NamedNetwork, readNetwork } from '../formats/firm-network/read.ts';
import { readShocks } from '../formats/firm-network/shocks.ts';
import type { NetworkDefect } from '../formats/firm-network/tables.ts';
import { MusterError } from '../kernel/errors.ts';
import { cascadeTable, cascadeText } from './cascade-text.ts';
import { untilInterrupted } from './interrupt.ts';
import { makeOutDir } from './make-out-dir.ts';

interface Flags {
  readonly all?: boolean;
  readonly firm: readonly string[];
  readonly shock: readonly string[];
  readonly shockFile?: string;
  readonly replaceable: boolean;
  readonly tolerance: number;
  readonly maxIterations: number;
  readonly threads: number;
  readonly top: number;
  readonly out?: string;
  readonly json?: boolean;
}

/** `muster cascade NETWORK`: output lost in a network of firms when some of them close or lose capacity. */
export function registerCascade(program: Command): void {
  program
    .command('cascade')
    .description(
      'output lost in a network of firms when some of them close: a folder of firms.csv, links.csv, essentiality.csv',
    )
    .argument('<network>', 'folder of the network, such as examples/firm-network')
    .option('--all', 'close every firm in turn and rank them by what it costs (the default)')
    .option('--firm <id...>', 'close these firms together', [])
    .option('--shock <id=loss...>', 'take a fraction of their output away, as FOUNDRY=0.4 for 40 %', [])
    .option('--shock-file <csv>', 'run the scenarios of a table: scenario, firm, loss')
    .option('--no-replaceable', 'nobody stands in for a supplier, whatever its market share')
    .option('--tolerance <loss>', 'stop once no firm loses more than this in a round', between(0, 0.5), 0.01)
    .option('--max-iterations <rounds>', 'stop after so many rounds', whole(1, 1e9), 10_000)
    .option('--threads <count>', 'threads to work in', whole(1, 256), availableParallelism())
    .option('--top <count>', 'costliest scenarios to show, and most hit firms of each', whole(1, 1e6), 10)
    .option('--out <dir>', 'write cascade.json and cascade.csv here')
    .option('--json', 'print one JSON object')
    .action(cascade);
}

async function cascade(folder: string, flags: Flags): Promise<void> {
  const begun = performance.now();
  const { network, defects } = await readNetwork(folder);
  const named = network ?? refuse(folder, defects);
  const asked = await scenariosOf(named, flags);
  const request: CascadeRequest = {
    folder,
    options: {
      tolerance: flags.tolerance,
      maxRounds: flags.maxIterations,
      replaceable: flags.replaceable,
    },
    top: flags.top,
    ranked: asked === null,
    seconds: () => (performance.now() - begun) / 1000,
  };
  if (flags.out !== undefined) await makeOutDir(flags.out);
  const report = await runInterruptibly(named, asked ?? closures(named), request, flags.threads);
  const json = `${JSON.stringify(report, null, 2)}\n`;
  if (flags.out !== undefined) {
    await writeFile(join(flags.out, 'cascade.json'), json);
    await writeFile(join(flags.out, 'cascade.csv'), cascadeTable(report));
  }
  process.stdout.write(flags.json ? json : cascadeText(report, named, flags.top));
}

/** Progress on stderr; the first interrupt asks for what is done so far, a second one ends the program. */
async function runInterruptibly(
  named: NamedNetwork,
  scenarios: readonly ShockScenario[],
  request: CascadeRequest,
  threadCount: number,
): Promise<CascadeReport> {
  const threads = new CascadeThreads(threadCount, (done, all) => {
    process.stderr.write(`${request.seconds().toFixed(0).padStart(5)} s  ${done} of ${all} cascades\n`);
  });
  const work = cascades(named, scenarios, request, threads.run);
  const report = await untilInterrupted(work, () => threads.stop(), 'what is done so far');
  if (report.scenarios.length > 0) return report;
  throw new MusterError('INTERRUPTED', 'No cascade was done when it was interrupted.', { exitCode: 4 });
}

/** Most defects that are printed; the rest are counted. */
const DEFECTS_SHOWN = 200;

function refuse(what: string, defects: readonly NetworkDefect[]): never {
  for (const { file, line, code, message, hint } of defects.slice(0, DEFECTS_SHOWN)) {
    process.stderr.write(`${file}${line === null ? '' : `:${line}`}  ${code}  ${message}\n    ${hint}\n`);
  }
  const count = `${defects.length} ${defects.length === 1 ? 'defect' : 'defects'}`;
  const shown = defects.length > DEFECTS_SHOWN ? `, the first ${DEFECTS_SHOWN} of them above` : '';
  throw new MusterError('INVALID_NETWORK', `${what} has ${count}${shown}.`, {
    hint: 'docs/guides/firm-networks.md says what the tables hold.',
  });
}

/** The scenarios that are asked for; null: every firm closed in turn. */
async function scenariosOf({ ids }: NamedNetwork, flags: Flags): Promise<ShockScenario[] | null> {
  const typed = flags.firm.length + flags.shock.length > 0;
  const ways = [flags.all === true, typed, flags.shockFile !== undefined].filter(Boolean).length;
  if (ways > 1) {
    throw new MusterError(
      'TOO_MANY_OPTIONS',
      'Give one of --all, --shock-file, or what happens together with --firm and --shock.',
    );
  }
  const placeOf = new Map(ids.map((id, place) => [id, place]));
  if (flags.shockFile !== undefined) {
    const { scenarios, defects } = await readShocks(flags.shockFile, new Set(ids));
    if (defects.length > 0) refuse(flags.shockFile, defects);
    return scenarios.map(({ scenario, shocks }) => ({
      name: scenario,
      shocks: shocks.map(({ firm, loss }) => ({ firm: placeOf.get(firm)!, loss })),
    }));
  }
  return typed ? [typedScenario(placeOf, flags)] : null;
}

function typedScenario(placeOf: ReadonlyMap<string, number>, { firm, shock }: Flags): ShockScenario {
  const shocks = [...firm.map((id) => ({ id, loss: 1 })), ...shock.map(typedShock)];
  const unknown = [...new Set(shocks.map(({ id }) => id))].filter((id) => !placeOf.has(id));
  if (unknown.length > 0) {
    throw new MusterError('UNKNOWN_FIRM', `There is no firm ${unknown.join(', ')}.`, {
      hint: 'Give ids of firms.csv.',
    });
  }
  const twice = shocks.find(({ id }, i) => shocks.findIndex((other) => other.id === id) < i);
  if (twice) throw new MusterError('SHOCK_TWICE', `${twice.id} is shocked twice.`, { hint: 'Keep one.' });
  return {
    name: shocks.map(({ id, loss }) => (loss === 1 ? id : `${id}=${loss}`)).join(' + '),
    shocks: shocks.map(({ id, loss }) => ({ firm: placeOf.get(id)!, loss })),
  };
}

/** `ID=LOSS` */
function typedShock(text: string): { id: string; loss: number } {
  const [, id, number] = /^(.+)=\s*(\S+)\s*$/.exec(text) ?? [];
  const loss = Number(number);
  if (id !== undefined && loss >= 0 && loss <= 1) return { id, loss };
  throw new MusterError('BAD_SHOCK', `--shock ${text} is not ID=LOSS with a loss from 0 to 1.`, {
    hint: 'FOUNDRY=0.4 takes 40 % of the output of FOUNDRY away.',
  });
}

function between(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = text.trim() === '' ? Number.NaN : Number(text);
    if (value >= least && value <= most) return value;
    throw new InvalidArgumentError(`a number from ${least} to ${most}`);
  };
}

function whole(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = between(least, most)(text);
    if (Number.isInteger(value)) return value;
    throw new InvalidArgumentError(`a whole number from ${least} to ${most}`);
  };
}
