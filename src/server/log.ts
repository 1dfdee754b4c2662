/** One line of the log: of a request, or of something that happened. Tokens, bodies and queries are never in it. */
export interface LogEntry {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
  readonly [field: string]: unknown;
}

export type Log = (entry: LogEntry) => void;

/** Writes entries as lines of JSON to stderr. */
export function logLines(now: () => Date): Log {
  return (entry) => {
    process.stderr.write(`${JSON.stringify({ at: now().toISOString(), ...entry })}\n`);
  };
}
