import { MusterError } from '../kernel/errors.ts';

/** A refusal on its way out of a thread: errors lose their class there. */
export interface Refused extends Pick<MusterError, 'code' | 'message' | 'exitCode' | 'hint'> {
  readonly kind: 'refused';
}

/** The message that a thread tells a refusal by. Anything else is a bug, and thrown on. */
export function refusedBy(error: unknown): Refused {
  if (!(error instanceof MusterError)) throw error;
  const { code, message, exitCode, hint } = error;
  return { kind: 'refused', code, message, exitCode, hint };
}

/** The refusal as it was in the thread. */
export function refusalOf({ code, message, exitCode, hint }: Refused): MusterError {
  return new MusterError(code, message, { exitCode, hint });
}
