import type { Problem } from '../../contract/api/problem.ts';
import { MusterError } from '../../kernel/errors.ts';

/** Lists that a refusal may carry beside its words. */
export type RefusalLists = Pick<Problem, 'errors' | 'defects' | 'conflicts'>;

/**
 * A refusal with more than words: every defect of the request or of the files, or what stands there now. The code
 * of any MusterError becomes the type of the problem document: `LAST_OWNER` → `/problems/last-owner`; its status
 * is that of the catalogue PROBLEMS, 422 where it is not listed.
 */
export class Refusal extends MusterError {
  readonly lists: RefusalLists;

  constructor(code: string, message: string, lists: RefusalLists, hint?: string) {
    super(code, message, { hint });
    this.lists = lists;
  }
}
