import { cpus } from 'node:os';

/** The machine that times were taken on: processor, cores, Node. */
export function machine(): string {
  return `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}`;
}
