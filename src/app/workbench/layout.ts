import { linksOfGroups } from '../../chain/chain.ts';
import type { ChainToDraw, Layout } from '../../contract/api/layout.ts';
import type { Programme } from '../../programme/programme.ts';
import { ChainWorld } from '../scenario-world.ts';

/** Lays out a chain, in a thread where many ask. */
export type LayOutChain = (chain: ChainToDraw) => Promise<Layout>;

/** The chain of a programme as it is drawn; `expand` as in the query: fields separated by commas, `*` for all. */
export function chainToDraw(programme: Programme, expand = ''): ChainToDraw {
  const { chain, below } = new ChainWorld(programme);
  const fields = expand.split(',').map((field) => field.trim());
  return {
    links: [...below].map((id) => {
      const { name, nameZh, field, kind, groups } = chain.links.get(id)!;
      return { id, name, nameZh, field, kind, needs: linksOfGroups(groups) };
    }),
    products: programme.muster.products.map(({ link }) => link),
    expand: [...new Set(fields.filter((field) => field !== ''))].sort(),
  };
}
