import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { type CascadeRequest, cascadeOf, cascadeOfEach } from '../app/cascade.ts';
import type { Shock } from '../chain/cascade.ts';
import { closeEach } from '../compute/close-each.ts';
import type { CascadeReport } from '../contract/cascade.ts';
import { csvText } from '../figures/csv-file.ts';
import { type NamedNetwork, readNetwork } from '../formats/firm-network/read.ts';
import { MusterError } from '../kernel/errors.ts';
import { columns } from './columns.ts';
import { makeOutDir } from './make-out-dir.ts';

interface Flags {
  readonly firm: readonly string[];
  readonly shock: readonly string[];
  readonly all?: boolean;
  readonly tolerance: number;
  readonly replaceable: boolean;
  readonly top: number;
  readonly out?: string;
  readonly json?: boolean;
}

const ROUNDS_MAX = 10_000;

/** `muster cascade NETWORK`: output lost in a network of firms when some of them close or lose capacity. */
export function registerCascade(program: Command): void {
  const collect = (value: string, list: readonly string[]): string[] => [...list, value];
  program
    .command('cascade')
    .description(
      'output lost in a network of firms when one closes: a folder of firms.csv, links.csv, essentiality.csv',
    )
    .argument('<network>', 'folder of the network, such as examples/firm-network')
    .option('--all', 'close every firm in turn and rank them by what it costs (the default)')
    .option('--firm <id>', 'close this firm; may be repeated, then all at once', collect, [])
    .option('--shock <id=level>', 'leave this firm a fraction of its output, as FOUNDRY=0.4', collect, [])
    .option('--tolerance <level>', 'stop once no firm moves by more in a round', between(1e-12, 0.5), 1e-4)
    .option('--no-replaceable', 'nobody stands in for a supplier, whatever its market share')
    .option('--top <count>', 'firms to show', between(1, 1e6), 10)
    .option('--out <dir>', 'write the answer as JSON and CSV too')
    .option('--json', 'print one JSON object')
    .action((folder: string, flags: Flags) => cascade(folder, flags));
}

async function cascade(folder: string, flags: Flags): Promise<void> {
  const begun = performance.now();
  const request: CascadeRequest = {
    folder,
    options: {
      tolerance: flags.tolerance,
      maxRounds: ROUNDS_MAX,
      replaceable: flags.replaceable,
    },
    top: flags.top,
    seconds: () => (performance.now() - begun) / 1000,
  };
  const named = await openNetwork(folder);
  const shocks = shocksOf(named, flags);
  if (flags.out !== undefined) await makeOutDir(flags.out);
  const progress = (done: number): void => {
    process.stderr.write(
      `${request.seconds().toFixed(0).padStart(5)} s  ${done} of ${named.ids.length} firms closed\n`,
    );
  };
  const report =
    shocks.length > 0
      ? cascadeOf(named, shocks, request)
      : await cascadeOfEach(named, closeEach(progress), request);
  if (flags.out !== undefined) {
    await writeFile(join(flags.out, 'cascade.json'), `${JSON.stringify(report, null, 2)}\n`);
    await writeFile(join(flags.out, 'cascade.csv'), tableOf(report));
  }
  process.stdout.write(
    flags.json ? `${JSON.stringify(report, null, 2)}\n` : textOf(report, named, request.top),
  );
}

async function openNetwork(folder: string): Promise<NamedNetwork> {
  const { network, defects } = await readNetwork(folder);
  if (network && network.ids.length > 0) return network;
  for (const { file, line, code, message, hint } of defects) {
    process.stderr.write(`${file}${line === null ? '' : `:${line}`}  ${code}  ${message}\n    ${hint}\n`);
  }
  throw new MusterError(
    'INVALID_NETWORK',
    network
      ? `${folder} has no firm.`
      : `${folder} has ${defects.length} ${defects.length === 1 ? 'defect' : 'defects'}.`,
    {
      hint: 'A network is a folder with firms.csv, links.csv and essentiality.csv; see docs/guides/firm-networks.md.',
    },
  );
}

function shocksOf({ ids }: NamedNetwork, flags: Flags): Shock[] {
  const firmOf = (id: string): number => {
    const firm = ids.indexOf(id);
    if (firm >= 0) return firm;
    throw new MusterError('UNKNOWN_FIRM', `There is no firm ${id}.`, { hint: 'Give an id of firms.csv.' });
  };
  const closed = flags.firm.map((id) => ({ firm: firmOf(id), level: 0 }));
  const partial = flags.shock.map((text) => {
    const at = text.lastIndexOf('=');
    return { firm: firmOf(text.slice(0, at)), level: between(0, 1)(text.slice(at + 1)) };
  });
  if (flags.all && closed.length + partial.length > 0) {
    throw new MusterError(
      'TOO_MANY_OPTIONS',
      '--all closes every firm in turn; it goes without --firm and --shock.',
    );
  }
  return [...closed, ...partial];
}

/** Reads a number of the command line. */
function between(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = text.trim() === '' ? Number.NaN : Number(text);
    if (value >= least && value <= most) return value;
    throw new InvalidArgumentError(`a number from ${least} to ${most}`);
  };
}

const percent = (x: number): string => `${(100 * x).toFixed(2)} %`;

function textOf(report: CascadeReport, named: NamedNetwork, top: number): string {
  const head = `${report.firms} firms, ${report.links} links, ${report.sectors} sectors; losses in % of the output of all\n`;
  const [first] = report.shocks;
  const one = report.shocks.length === 1;
  const nameOf = (id: string): string => named.names[named.ids.indexOf(id)];
  const body = one
    ? `\n${first.firms.map(({ id, level }) => `${nameOf(id)} at ${percent(level)}`).join(', ')}: ${percent(first.total)} lost, ${percent(first.downstream)} for want of inputs, ${percent(first.upstream)} for want of demand (${first.rounds} rounds)\n\n` +
      columns(
        ['hit', 'id', 'of inputs', 'of demand', 'of the loss'],
        first.hit.map((firm) => [
          firm.name,
          firm.id,
          percent(firm.downstream),
          percent(firm.upstream),
          percent(firm.ofTotal / (first.total || 1)),
        ]),
      )
    : `\n${columns(
        ['closed', 'id', 'total', 'downstream', 'upstream'],
        report.shocks
          .slice(0, top)
          .map(({ firms: [{ id }], total, downstream, upstream }) => [
            nameOf(id),
            id,
            percent(total),
            percent(downstream),
            percent(upstream),
          ]),
      )}`;
  return [head, body, ...report.notes.map((note) => `\n${note}\n`)].join('');
}

function tableOf(report: CascadeReport): string {
  const rows = report.shocks.map((shock) => [
    shock.firms.map(({ id, level }) => (level === 0 ? id : `${id}=${level}`)).join(' '),
    shock.total,
    shock.downstream,
    shock.upstream,
    shock.rounds,
    shock.converged ? 'yes' : 'no',
  ]);
  return csvText(['closed', 'total', 'downstream', 'upstream', 'rounds', 'converged'], rows);
}
