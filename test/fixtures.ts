import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'vitest';

/** Third-party data for tests, kept outside the project: `MUSTER_FIXTURES`, else `../shared/data` from its root. */
const root = path.resolve(
  process.env.MUSTER_FIXTURES ?? path.join(import.meta.dirname, '..', '..', 'shared', 'data'),
);

/** Path of a fixture, present or not. */
export function fixturePath(...parts: string[]): string {
  return path.join(root, ...parts);
}

function hasFixtures(folder: string): boolean {
  return existsSync(fixturePath(folder));
}

/**
 * One test per name that reads the fixture folder. Where the folder is absent, each is skipped, and the names
 * and their count are printed.
 */
export function eachFixture(
  title: string,
  folder: string,
  names: readonly string[],
  run: (name: string) => void | Promise<void>,
): void {
  const present = hasFixtures(folder);
  if (!present) {
    console.warn(
      `${title}: ${names.length} skipped, no ${folder}/ under MUSTER_FIXTURES: ${names.join(', ')}`,
    );
  }
  describe.skipIf(!present)(title, () => {
    for (const name of names) it(name, () => run(name));
  });
}
