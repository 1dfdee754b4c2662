import type { Programme } from '../../programme/programme.ts';
import { ChainWorld } from '../scenario-world.ts';

/** The chains of the last few contents that were looked at, compiled once each. */
export class WorldCache {
  private readonly kept = new Map<string, ChainWorld>();

  /** `most`: contents that are kept; the one that was looked at longest ago goes first. */
  constructor(private readonly most = 4) {}

  /** The chain of a content, compiled now where it is not kept. */
  async of(contentHash: string, programme: () => Promise<Programme>): Promise<ChainWorld> {
    const world = this.kept.get(contentHash) ?? new ChainWorld(await programme());
    this.kept.delete(contentHash);
    this.kept.set(contentHash, world);
    const [oldest] = this.kept.keys();
    if (this.kept.size > this.most) this.kept.delete(oldest);
    return world;
  }
}
