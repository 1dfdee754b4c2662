/** Waits for work; the first interrupt asks it to stop with what it has, a second one ends the program. */
export async function untilInterrupted<Answer>(
  work: Promise<Answer>,
  stop: () => void,
  what: string,
): Promise<Answer> {
  const interrupt = (): void => {
    process.stderr.write(`Stopping with ${what}; interrupt again to end at once.\n`);
    process.once('SIGINT', () => process.exit(4));
    stop();
  };
  process.once('SIGINT', interrupt);
  try {
    return await work;
  } finally {
    process.removeListener('SIGINT', interrupt);
  }
}

/** From now on an interrupt ends the program at once, through its exit hooks: a private PostgreSQL stops with it. */
export function endOnInterrupt(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(4));
}
