/**
 * The one error type of Muster. `code` is stable and documented; `exitCode` follows the contract of the
 * command line: 2 invalid input, 3 infeasible, 4 stopped at a limit without an answer.
 */
export class MusterError extends Error {
  override readonly name = 'MusterError';
  readonly code: string;
  readonly exitCode: 2 | 3 | 4;
  readonly hint: string;

  constructor(code: string, message: string, options: { exitCode?: 2 | 3 | 4; hint?: string } = {}) {
    super(message);
    this.code = code;
    this.exitCode = options.exitCode ?? 2;
    this.hint = options.hint ?? '';
  }
}

/** Raised for what must never be: a broken invariant is a bug of Muster, never of the user's input. */
export function assertNever(message: string): never {
  throw new Error(`Muster has a bug: ${message}`);
}
