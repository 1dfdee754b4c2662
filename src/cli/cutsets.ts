import { type Command, InvalidArgumentError, Option } from 'commander';
import { cutSets } from '../app/cutsets.ts';
import type { CutSetsReport } from '../contract/cutsets.ts';
import { readFaultTree } from '../formats/open-psa/read.ts';
import { MusterError } from '../kernel/errors.ts';
import { DEFAULT_MAX_NODES } from '../structure/node-table.ts';
import { columns } from './columns.ts';

interface Options {
  readonly top?: string;
  readonly limit: number;
  readonly by?: 'probability' | 'order';
  readonly importance?: boolean;
  readonly maxNodes: number;
  readonly timeLimit?: number;
  readonly json?: boolean;
}

/** `muster cutsets FILE`: minimal cut sets and exact chance of one Open-PSA fault tree. */
export function registerCutSets(program: Command): void {
  program
    .command('cutsets')
    .description('count and list the minimal cut sets of one fault tree (Open-PSA), with its exact chance')
    .argument('<file>', 'fault tree, .xml or .xml.gz')
    .option('--top <gate>', 'the top event, where several gates could be it')
    .option('--limit <sets>', 'list so many cut sets', whole(0, 10_000), 10)
    .addOption(
      new Option('--by <what>', 'list the most probable or the smallest').choices(['probability', 'order']),
    )
    .option('--importance', 'measures of every basic event')
    .option('--max-nodes <nodes>', 'largest decision diagram', whole(2, 100_000_000), DEFAULT_MAX_NODES)
    .option('--time-limit <seconds>', 'give up after this long', seconds)
    .option('--json', 'print one JSON object')
    .action(async (file: string, options: Options) => {
      const begun = performance.now();
      const elapsed = (): number => (performance.now() - begun) / 1000;
      const tree = await readFaultTree(file, { top: options.top ?? null });
      const report = cutSets(
        tree,
        {
          by: options.by ?? null,
          limit: options.limit,
          importance: options.importance ?? false,
          maxNodes: options.maxNodes,
          onNodes: watch(elapsed, options.timeLimit ?? Number.POSITIVE_INFINITY),
        },
        elapsed,
      );
      process.stdout.write(
        options.json ? `${JSON.stringify(report, null, 2)}\n` : textOf(report, options.limit),
      );
    });
}

/** Prints how far the diagrams are, once a second, and gives up when the time is over. */
function watch(elapsed: () => number, limitSeconds: number): (nodes: number) => void {
  let told = 0;
  return (nodes) => {
    const now = elapsed();
    if (now > limitSeconds) {
      throw new MusterError('TIME_LIMIT', `Not done after ${limitSeconds} s.`, {
        exitCode: 4,
        hint: 'Give it more time, or look at a gate below the top with --top.',
      });
    }
    if (nodes === 0 || now - told < 1) return;
    told = now;
    process.stderr.write(
      `${now.toFixed(1).padStart(6)} s  ${nodes.toLocaleString('en')} nodes in this diagram\n`,
    );
  };
}

function textOf(report: CutSetsReport, rows: number): string {
  const { tree, top, events, gates, probability, minimalCutSets, nodes } = report;
  const lines = [
    `${tree}: ${events} basic events, ${gates} gates, top ${top}`,
    `Chance of the top: ${probability === null ? 'not known' : `${chance(probability, 6)} (exact)`}`,
    `Minimal cut sets: ${minimalCutSets === null ? 'none to count' : grouped(minimalCutSets)}`,
    ...report.notes,
  ];
  const parts = [`${lines.join('\n')}\n`];
  if (report.byOrder) parts.push(orders(report.byOrder));
  if (report.sets.length > 0) parts.push(sets(report));
  if (report.importance) parts.push(importance(report.importance.slice(0, Math.max(rows, 10))));
  return `${parts.join('\n')}\n${report.seconds.toFixed(2)} s, ${grouped(String(nodes))} nodes\n`;
}

function orders(byOrder: NonNullable<CutSetsReport['byOrder']>): string {
  return columns(
    ['order', 'sets'],
    Object.entries(byOrder).map(([order, count]) => [order, grouped(count)]),
  );
}

function sets({ sets, setsBy }: CutSetsReport): string {
  const head = setsBy === 'probability' ? 'most probable sets' : 'smallest sets';
  return columns(
    ['chance', 'order', head],
    sets.map(({ members, order, probability }) => [
      probability === null ? '–' : chance(probability),
      String(order),
      members.join(' '),
    ]),
  );
}

function importance(measures: NonNullable<CutSetsReport['importance']>): string {
  const ratio = (value: number | null): string => (value === null ? '∞' : value.toPrecision(4));
  return columns(
    ['event', 'chance', 'Fussell–Vesely', 'Birnbaum', 'RAW', 'RRW'],
    measures.map((m) => [
      m.event,
      chance(m.probability),
      chance(m.fussellVesely),
      chance(m.birnbaum),
      ratio(m.riskAchievementWorth),
      ratio(m.riskReductionWorth),
    ]),
  );
}

function chance(p: number, digits = 4): string {
  return p === 0 || p >= 0.001 ? String(Number(p.toPrecision(digits))) : p.toExponential(digits - 1);
}

function grouped(digits: string): string {
  return BigInt(digits).toLocaleString('en');
}

function whole(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`a whole number from ${least} to ${most}`);
  };
}

function seconds(text: string): number {
  const value = Number(text);
  if (value > 0) return value;
  throw new InvalidArgumentError('a number of seconds above 0');
}
