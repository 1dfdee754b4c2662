import { type FailureTree, failureTree } from '../chain/failure-tree.ts';
import type { FaultTreeExport } from '../contract/export.ts';
import { portable } from '../formats/open-psa/portable.ts';
import { writeFaultTree } from '../formats/open-psa/write.ts';
import { MusterError } from '../kernel/errors.ts';
import type { Programme } from '../programme/programme.ts';
import { ChainWorld } from './scenario-world.ts';

export interface ExportOptions extends Pick<FaultTreeExport, 'reading' | 'actsOn' | 'unknowns'> {
  /** null: the only one. */
  readonly product: string | null;
}

/** "The product falls below its highest level" as the text of an Open-PSA file, over the loss of suppliers. */
export function exportFaultTree(
  programme: Programme,
  options: ExportOptions,
): { text: string; about: Omit<FaultTreeExport, 'file'> } {
  const world = new ChainWorld(programme);
  const { link: product, ladder } = productOf(programme, options.product);
  const level = ladder.at(-1)!.level;
  const { reading, actsOn, unknowns } = options;
  const failures = failureTree(world.chain, world.suppliers, product, level, {
    reading,
    actsOn,
    unknownGates: unknowns === 'adverse' ? 'all' : 'any',
    shares: unknowns,
    figures: unknowns,
    home: programme.muster.home,
  });
  if (typeof failures === 'string') throw constant(product, failures, options);
  const tree = portable(failures.tree);
  const about = {
    schema: 'muster/export-open-psa@1' as const,
    programme: programme.muster.name,
    product,
    level,
    reading,
    actsOn,
    unknowns,
    events: tree.events.length,
    gates: tree.gates.length,
  };
  return { text: writeFaultTree(tree, labelsOf(world, failures, tree)), about };
}

function productOf({ muster }: Programme, id: string | null): Programme['muster']['products'][number] {
  const known = muster.products.map(({ link }) => link).join(', ');
  const found = id === null ? muster.products : muster.products.filter(({ link }) => link === id);
  if (found.length === 1) return found[0];
  if (id === null) {
    throw new MusterError('WHICH_PRODUCT', `The programme has ${muster.products.length} products.`, {
      hint: `Say which with --product: ${known || 'there is none'}.`,
    });
  }
  throw new MusterError('UNKNOWN_PRODUCT', `'${id}' is not a product of this programme.`, {
    hint: `Its products: ${known || 'none'}.`,
  });
}

function constant(product: string, when: 'always' | 'never', { unknowns }: ExportOptions): MusterError {
  return when === 'never'
    ? new MusterError('NO_LOSS_MATTERS', `${product} holds whoever is lost: there is no fault tree of it.`, {
        hint: 'Look at its chain with muster assess, or try --acts-on, --reading or --unknowns adverse.',
      })
    : new MusterError('NEVER_WORKS', `${product} does not reach its highest level even with nobody lost.`, {
        hint:
          unknowns === 'adverse'
            ? 'Much may not be stated: try --unknowns favourable.'
            : 'Look at its chain with muster assess.',
      });
}

/** What gates and events are, in words. */
function labelsOf(
  { chain, programme }: ChainWorld,
  { links, suppliers }: FailureTree,
  tree: FailureTree['tree'],
): Map<string, string> {
  const providers = new Map(programme.providers.map(({ id, name }) => [id, name]));
  const labels = new Map<string, string>();
  tree.gates.forEach(({ name }, gate) => {
    const names = links[gate].map((id) => chain.links.get(id)!.name);
    if (names.length > 0) labels.set(name, `Stops: ${names.join('; ')}`);
  });
  tree.events.forEach(({ name }, event) => {
    labels.set(name, `Lost: ${providers.get(suppliers[event]) ?? suppliers[event]}`);
  });
  return labels;
}
