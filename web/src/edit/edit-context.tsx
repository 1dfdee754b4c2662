import { createContext, useContext } from 'react';
import type { Edit } from '../../../src/contract/api/edits.ts';
import type { Part } from '../../../src/programme/programme.ts';
import type { Parts } from './apply.ts';

/** What the cells of an editor share. */
export interface Editing {
  readonly parts: Parts;
  /** Makes a change; null where nothing may be changed. */
  readonly make: ((edit: Edit) => void) | null;
  /** Whether a change that is not saved lies at a place. */
  readonly changed: (part: Part, path: readonly string[]) => boolean;
  /** What the server finds wrong there. */
  readonly defects: (part: Part, path: readonly string[]) => readonly string[];
  readonly go: (place: { part: Part; path: readonly string[] }) => void;
}

export const EditingContext = createContext<Editing | null>(null);

export function useEditing(): Editing {
  const editing = useContext(EditingContext);
  if (!editing) throw new Error('useEditing outside an editor');
  return editing;
}
