import type { CascadeLoss, CascadeOptions, Hit, Shock } from '../chain/cascade.ts';
import { type FirmNetwork, firmNetwork } from '../chain/firm-network.ts';
import type { CascadeReport } from '../contract/cascade.ts';
import type { NamedNetwork } from '../formats/firm-network/read.ts';
import { MusterError } from '../kernel/errors.ts';

/** Shocks that happen together. */
export interface ShockScenario {
  readonly name: string;
  /** Each firm at most once. */
  readonly shocks: readonly Shock[];
}

export interface CascadeRequest {
  readonly folder: string;
  readonly options: CascadeOptions;
  /** How many most hit firms are listed, in so many of the costliest scenarios. */
  readonly top: number;
  /** Lists the scenarios by what they cost, not as asked for. */
  readonly ranked: boolean;
  readonly seconds: () => number;
}

/** What came of one scenario: losses, and the most hit firms. */
export interface CascadeOutcome {
  readonly loss: CascadeLoss;
  readonly hits: readonly Hit[];
}

/**
 * Port: runs the cascade of each scenario on its own and lists so many most hit firms. Outcomes come in the order of
 * the scenarios, null where it was stopped before.
 */
export type RunCascades = (
  network: FirmNetwork,
  options: CascadeOptions,
  scenarios: readonly (readonly Shock[])[],
  hits: number,
) => Promise<readonly (CascadeOutcome | null)[]>;

/** Every firm of a network closed in turn. */
export function closures({ ids }: NamedNetwork): ShockScenario[] {
  return ids.map((name, firm) => ({ name, shocks: [{ firm, loss: 1 }] }));
}

/** What each scenario costs, and who is hit in the costliest of them. */
export async function cascades(
  named: NamedNetwork,
  scenarios: readonly ShockScenario[],
  request: CascadeRequest,
  run: RunCascades,
): Promise<CascadeReport> {
  const { options, top, ranked } = request;
  refuseBelowTolerance(scenarios, options.tolerance);
  const network = firmNetwork(named.facts);
  const few = scenarios.length <= top;
  const runAll = (list: readonly ShockScenario[], hits: number) =>
    run(
      network,
      options,
      list.map(({ shocks }) => shocks),
      hits,
    );
  const outcomes = await runAll(scenarios, few ? top : 0);
  const done = scenarios.flatMap((scenario, i) => {
    const outcome = outcomes[i];
    return outcome ? [{ scenario, ...outcome }] : [];
  });
  const costliest = [...done].sort((a, b) => b.loss.total - a.loss.total);
  const hits = new Map(few ? done.map(({ scenario, hits }) => [scenario, hits]) : []);
  if (!few) {
    const looked = costliest.slice(0, top).map(({ scenario }) => scenario);
    const again = await runAll(looked, top);
    looked.forEach((scenario, i) => {
      const outcome = again[i];
      if (outcome) hits.set(scenario, outcome.hits);
    });
  }
  const stated = named.facts.output.filter((x) => x !== null).length;
  return {
    schema: 'muster/cascade@1',
    network: request.folder,
    firms: network.firms,
    links: named.facts.links.length,
    sectors: network.sectors,
    unit: 'fraction of the output of all firms',
    output: network.output.reduce((sum, x) => sum + x, 0),
    outputStated: stated,
    ...options,
    asked: scenarios.length,
    scenarios: (ranked ? costliest : done).map(({ scenario, loss }) => ({
      name: scenario.name,
      firms: scenario.shocks.map(({ firm, loss }) => ({ id: named.ids[firm], loss })),
      ...loss,
      hit: hits.get(scenario)?.map((hit) => hitOf(named, hit)) ?? null,
    })),
    notes: notesOf(network, stated, scenarios.length, done),
    seconds: request.seconds(),
  };
}

/** A shock that is no larger than the tolerance would end the cascade before it begins. */
function refuseBelowTolerance(scenarios: readonly ShockScenario[], tolerance: number): void {
  const small = scenarios.filter(({ shocks }) => {
    const largest = shocks.reduce((most, { loss }) => Math.max(most, loss), 0);
    return largest > 0 && largest <= tolerance;
  });
  if (small.length === 0) return;
  const others = small.length > 1 ? ` (and of ${small.length - 1} more)` : '';
  throw new MusterError(
    'SHOCK_BELOW_TOLERANCE',
    `The largest shock of ${small[0].name}${others} is not above the tolerance ${tolerance}: nothing would spread.`,
    { hint: 'Give a smaller --tolerance.' },
  );
}

function hitOf({ ids, names, sectorNames, facts }: NamedNetwork, { firm, ...losses }: Hit) {
  return { id: ids[firm], name: names[firm], sector: sectorNames[facts.sectorOf[firm]], ...losses };
}

function notesOf(
  { firms }: FirmNetwork,
  stated: number,
  asked: number,
  done: readonly { readonly loss: CascadeLoss }[],
): string[] {
  const notes: string[] = [];
  if (stated < firms) {
    notes.push(
      'Where no output is stated nothing is sold outside the network: a loss of demand then dies out slowly or not at all, and the loss upstream depends on the tolerance.',
    );
  }
  const cut = done.filter(({ loss }) => !loss.converged).length;
  if (cut > 0) notes.push(`${cut} of the cascades were stopped at the limit of rounds: they lose more.`);
  if (done.length < asked) {
    notes.push(`Interrupted: ${asked - done.length} of ${asked} scenarios were not run and are not listed.`);
  }
  return notes;
}
