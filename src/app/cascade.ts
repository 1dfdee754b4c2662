import { Cascade, type CascadeLoss, type CascadeOptions, type Shock } from '../chain/cascade.ts';
import { type FirmNetwork, firmNetwork } from '../chain/firm-network.ts';
import type { CascadeReport } from '../contract/cascade.ts';
import type { NamedNetwork } from '../formats/firm-network/read.ts';

export interface CascadeRequest {
  readonly folder: string;
  readonly options: CascadeOptions;
  /** Most hit firms to name, or closures to list where every firm is closed in turn. */
  readonly top: number;
  readonly seconds: () => number;
}

/** Losses of closing each firm of a network in turn, by its place. */
export type CloseEach = (network: FirmNetwork, options: CascadeOptions) => Promise<readonly CascadeLoss[]>;

/** One shock to one or several firms, and who is hit. */
export function cascadeOf(
  named: NamedNetwork,
  shocks: readonly Shock[],
  request: CascadeRequest,
): CascadeReport {
  const network = firmNetwork(named.facts);
  const cascade = new Cascade(network, request.options);
  const loss = cascade.run(shocks);
  const output = network.output.reduce((sum, x) => sum + x, 0);
  const shocked = new Set(shocks.map(({ firm }) => firm));
  const hit = named.ids
    .map((id, firm) => {
      const downstream = 1 - cascade.downstream[firm];
      const upstream = 1 - cascade.upstream[firm];
      const ofTotal = (network.output[firm] * Math.max(downstream, upstream)) / output;
      return { firm, id, name: named.names[firm], downstream, upstream, ofTotal };
    })
    .filter(({ firm, downstream, upstream }) => !shocked.has(firm) && Math.max(downstream, upstream) > 0)
    .sort((a, b) => b.ofTotal - a.ofTotal || a.firm - b.firm)
    .slice(0, request.top)
    .map(({ firm: _, ...rest }) => rest);
  return report(named, network, request, [lossOf(named, shocks, loss, hit)]);
}

/** Every firm closed in turn, largest loss first. */
export async function cascadeOfEach(
  named: NamedNetwork,
  closeEach: CloseEach,
  request: CascadeRequest,
): Promise<CascadeReport> {
  const network = firmNetwork(named.facts);
  const losses = await closeEach(network, request.options);
  const shocks = losses
    .map((loss, firm) => ({ loss, firm }))
    .sort((a, b) => b.loss.total - a.loss.total || a.firm - b.firm)
    .map(({ loss, firm }) => lossOf(named, [{ firm, level: 0 }], loss, []));
  return report(named, network, request, shocks);
}

type ShockLoss = CascadeReport['shocks'][number];

function lossOf(
  { ids }: NamedNetwork,
  shocks: readonly Shock[],
  loss: CascadeLoss,
  hit: ShockLoss['hit'],
): ShockLoss {
  return { firms: shocks.map(({ firm, level }) => ({ id: ids[firm], level })), ...loss, hit };
}

function report(
  named: NamedNetwork,
  network: FirmNetwork,
  { folder, options, seconds }: CascadeRequest,
  shocks: ShockLoss[],
): CascadeReport {
  const stated = named.facts.output.filter((x) => x !== null).length;
  return {
    schema: 'muster/cascade@1',
    network: folder,
    firms: network.firms,
    links: named.facts.links.length,
    sectors: network.sectors,
    output: network.output.reduce((sum, x) => sum + x, 0),
    outputStated: stated,
    tolerance: options.tolerance,
    replaceable: options.replaceable,
    shocks,
    notes: notesOf(stated, network.firms, shocks),
    seconds: seconds(),
  };
}

function notesOf(stated: number, firms: number, shocks: readonly ShockLoss[]): string[] {
  const notes: string[] = [];
  if (stated < firms) {
    notes.push(
      'Where no output is stated nothing is sold outside the network: a loss of demand then dies out slowly or not at all, and the loss upstream depends on the tolerance.',
    );
  }
  const cut = shocks.filter(({ converged }) => !converged).length;
  if (cut > 0) notes.push(`${cut} of the cascades were stopped at the limit of rounds.`);
  return notes;
}
