import { useEffect, useSyncExternalStore } from 'react';
import type { IconName } from './icons.tsx';

/** Something the reader can do from wherever they are: listed by the palette, and by `?` where it has keys. */
export interface Command {
  readonly id: string;
  readonly label: string;
  readonly run: () => void;
  readonly icon?: IconName;
  /** `mod+K`, `?`, or two strokes: `g o`. `mod` is ⌘ on a Mac, else Ctrl. */
  readonly keys?: string;
  /** Other words under which the palette finds it. */
  readonly also?: string;
}

let lists: readonly (readonly Command[])[] = [];
let all: readonly Command[] = [];
const listeners = new Set<() => void>();

function set(next: readonly (readonly Command[])[]): void {
  lists = next;
  all = lists.flat();
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Makes commands known while the component is there. Give a list that is the same between renders (`useMemo`). */
export function useCommands(commands: readonly Command[]): void {
  useEffect(() => {
    set([...lists, commands]);
    return () => set(lists.filter((list) => list !== commands));
  }, [commands]);
}

/** Commands known now; of two with the same keys the later counts. */
export const useAllCommands = (): readonly Command[] => useSyncExternalStore(subscribe, () => all);

const MAC = /Mac|iP(hone|ad)/.test(navigator.userAgent);

/** Keys as they are written on the keyboard of the reader. */
export const shownKeys = (keys: string): string[] =>
  keys.split(' ').map((stroke) =>
    stroke
      .split('+')
      .map((key) => (key === 'mod' ? (MAC ? '⌘' : 'Ctrl') : key === 'shift' ? (MAC ? '⇧' : 'Shift') : key))
      .join(MAC ? '' : '+'),
  );

/** The stroke of an event, in the words of `keys`. */
function strokeOf(event: KeyboardEvent): string {
  const mod = MAC ? event.metaKey : event.ctrlKey;
  const letter = event.key.length === 1 && /[a-z]/i.test(event.key);
  if (mod) return `${event.shiftKey ? 'shift+' : ''}mod+${letter ? event.key.toUpperCase() : event.key}`;
  return event.key;
}

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Milliseconds within which the second of two strokes must come. */
const SECOND_STROKE_MS = 1200;

/** Listens to the keyboard for every command with keys. Bare letters are left to whoever is typing. */
export function useKeyboard(): void {
  useEffect(() => {
    let first: { stroke: string; at: number } | null = null;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.altKey || event.isComposing) return;
      const stroke = strokeOf(event);
      if (typing(event.target) && !stroke.includes('mod+')) return;
      const pair =
        first && event.timeStamp - first.at < SECOND_STROKE_MS ? `${first.stroke} ${stroke}` : null;
      const command = all.findLast(({ keys }) => keys !== undefined && (keys === pair || keys === stroke));
      first = command ? null : { stroke, at: event.timeStamp };
      if (!command) return;
      event.preventDefault();
      command.run();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
