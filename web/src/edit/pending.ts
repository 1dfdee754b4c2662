import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { Edit } from '../../../src/contract/api/edits.ts';
import { stored } from '../shell/stored.ts';

/** Changes that are not saved yet: made, and taken back (to be made again), the last at the end. */
interface Pending {
  readonly edits: readonly Edit[];
  readonly undone: readonly Edit[];
}

const NOTHING: Pending = { edits: [], undone: [] };

const isPending = (value: unknown): boolean => {
  const { edits, undone } = (value ?? {}) as Partial<Pending>;
  return Array.isArray(edits) && Array.isArray(undone);
};

/** Per programme, in memory and in the browser: nothing is lost by a reload. */
const kept = new Map<string, Pending>();
const listeners = new Set<() => void>();
const storeOf = (programme: string) => stored<Pending>(`muster.edits.${programme}`, isPending);

function read(programme: string): Pending {
  const known = kept.get(programme);
  if (known) return known;
  const found = storeOf(programme).read() ?? NOTHING;
  kept.set(programme, found);
  return found;
}

function write(programme: string, next: Pending): void {
  kept.set(programme, next);
  storeOf(programme).write(next.edits.length + next.undone.length === 0 ? null : next);
  for (const listener of listeners) listener();
}

/** Another window of this browser changed them. */
addEventListener('storage', ({ key }) => {
  const programme = key?.startsWith('muster.edits.') ? key.slice('muster.edits.'.length) : null;
  if (programme === null) return;
  kept.delete(programme);
  for (const listener of listeners) listener();
});

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const startsWith = (path: readonly string[], start: readonly string[]): boolean =>
  start.every((key, i) => path[i] === key);

/** One edit lies at, above or below the place of another. */
const touches = (a: Edit, b: Edit): boolean =>
  a.part === b.part && (startsWith(a.path, b.path) || startsWith(b.path, a.path));

export interface PendingEdits extends Pending {
  readonly make: (edit: Edit) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Takes one edit out, and those after it that build on it. */
  readonly drop: (index: number) => void;
  readonly replace: (edits: readonly Edit[]) => void;
}

/** The changes to a programme that are not saved yet. */
export function usePending(programme: string): PendingEdits {
  const pending = useSyncExternalStore(subscribe, () => read(programme));
  const change = useCallback(
    (next: (now: Pending) => Pending) => write(programme, next(read(programme))),
    [programme],
  );
  return useMemo(
    () => ({
      ...pending,
      make: (edit) => change(({ edits }) => ({ edits: [...edits, edit], undone: [] })),
      undo: () =>
        change(({ edits, undone }) =>
          edits.length === 0
            ? { edits, undone }
            : { edits: edits.slice(0, -1), undone: [...undone, edits.at(-1)!] },
        ),
      redo: () =>
        change(({ edits, undone }) =>
          undone.length === 0
            ? { edits, undone }
            : { edits: [...edits, undone.at(-1)!], undone: undone.slice(0, -1) },
        ),
      drop: (index) =>
        change(({ edits }) => ({
          edits: edits.filter((edit, i) => i < index || (i > index && !touches(edit, edits[index]))),
          undone: [],
        })),
      replace: (edits) => change(() => ({ edits, undone: [] })),
    }),
    [change, pending],
  );
}
