import { performance } from 'node:perf_hooks';
import { chainToDraw } from '../../app/workbench/layout.ts';
import { runLayout } from '../../compute/run-layout.ts';
import type { ChainToDraw } from '../../contract/api/layout.ts';
import { Random } from '../../kernel/random.ts';
import { columns } from '../columns.ts';
import type { Bench } from './bench.ts';
import { machine } from './machine.ts';
import { syntheticProgramme } from './synthetic-chain.ts';

/** `muster bench layout`: how long it takes to lay out 2,000 links, shallow and deep. */
export const layoutBench: Bench = {
  name: 'layout',
  subject: 'chains of 2,000 links laid out for drawing, link by link and by field',
  run: benchLayout,
};

const LINKS = 2000;
/** Layers of a chain such as people draw. */
const LAYERS = 12;

async function benchLayout(): Promise<string> {
  const rows: string[][] = [];
  for (const needs of [2, 4]) {
    rows.push(await laidOut(`${LAYERS} layers, ${needs} needs each`, layered(needs, ['*'])));
  }
  rows.push(await laidOut(`${LAYERS} layers, by field`, layered(2, [])));
  for (const requirementsPerLink of [1, 2]) {
    const programme = syntheticProgramme({ links: LINKS, requirementsPerLink, suppliersPerLink: 1 }, 1);
    const what = `as deep as it has links, ${requirementsPerLink} needs each`;
    rows.push(await laidOut(what, chainToDraw(programme, '*')));
  }
  return `${machine()}\n${columns(['chain', 'time', 'figures'], rows)}`;
}

async function laidOut(what: string, chain: ChainToDraw): Promise<string[]> {
  const begun = performance.now();
  const { nodes, edges } = await runLayout(chain);
  const seconds = (performance.now() - begun) / 1000;
  return [what, `${seconds.toFixed(1)} s`, `${nodes.length} nodes, ${edges.length} edges`];
}

/** Links in layers: most needs lie in the next layer, three in ten anywhere below. */
function layered(needs: number, expand: readonly string[]): ChainToDraw {
  const random = new Random(1);
  const size = Math.floor(LINKS / LAYERS);
  const links = Array.from({ length: LINKS }, (_, n) => {
    const first = (Math.min(LAYERS - 1, Math.floor(n / size)) + 1) * size;
    const below = Math.max(0, LINKS - first);
    const chosen = Array.from({ length: below > 0 ? needs : 0 }, () => {
      const among = random.uniform() < 0.7 ? Math.min(size, below) : below;
      return `n${first + random.integer(among)}`;
    });
    const field = n % 2 === 0 ? 'chips' : 'equipment';
    return { id: `n${n}`, name: `Link ${n}`, nameZh: null, field, kind: 'tool', needs: [...new Set(chosen)] };
  });
  return { links, products: ['n0', 'n1', 'n2'], expand };
}
