import { createHash } from 'node:crypto';
import { AssessOptions } from '../../contract/api/runs.ts';
import { MusterError } from '../../kernel/errors.ts';
import type { Id, Json, Sha256 } from './ports/common.ts';
import type { ComputedKey } from './ports/runs.ts';
import type { Records } from './ports.ts';
import { PROGRAM_VERSION } from './program-version.ts';
import type { PinnedRun } from './run-kinds.ts';

/** Computes the canonical text of a run away from the thread of the caller. */
export type ComputeText = (pinned: PinnedRun) => Promise<string>;

/** What can be computed again from a content: computed once by a version of Muster, then kept. */
export class Computed {
  private readonly underWay = new Map<string, Promise<string>>();

  constructor(
    private readonly records: Records,
    private readonly compute: ComputeText,
  ) {}

  /** The kept text, or that of `make`; several who ask at once wait for one. What is refused is not kept. */
  async text(contentHash: Sha256, kind: string, options: Json, make: () => Promise<string>): Promise<string> {
    const optionsHash = createHash('sha256')
      .update(JSON.stringify([PROGRAM_VERSION, options]))
      .digest('hex');
    const key = { contentHash, kind, optionsHash };
    const name = `${contentHash} ${kind} ${optionsHash}`;
    const asked = this.underWay.get(name) ?? this.found(key, make).finally(() => this.underWay.delete(name));
    this.underWay.set(name, asked);
    return asked;
  }

  /** The assessment of a version (AssessmentReport as JSON). Refuses with NO_SUCH_VERSION and as `muster assess`. */
  async assessment(programme: Id, number: number, asked: Partial<AssessOptions>): Promise<string> {
    const version = await this.records.versions.get(programme, number);
    if (!version) throw new MusterError('NO_SUCH_VERSION', 'There is no such version of the programme.');
    const options = AssessOptions.parse(asked);
    return this.text(version.contentHash, 'assess', options, async () => {
      const files = (await this.records.versions.files(programme, number))!;
      return this.compute({ files, seed: null, asked: { kind: 'assess', options } });
    });
  }

  private async found(key: ComputedKey, make: () => Promise<string>): Promise<string> {
    const kept = await this.records.computed.get(key);
    if (kept !== null) return kept;
    const text = await make();
    await this.records.transaction(null, ({ computed }) => computed.put(key, text));
    return text;
  }
}
