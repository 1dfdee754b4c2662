import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import type { CheckReport } from '../../../src/contract/check.ts';
import { query } from '../api/queries.ts';
import { useCommands } from '../shell/commands.ts';
import { ProblemNote } from '../shell/problem.tsx';
import { useProgramme } from '../shell/programme.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { editWords } from '../words/edit.ts';
import { useWords } from '../words/subject.ts';
import { applied } from './apply.ts';
import { placeOfDefect } from './defects.ts';
import css from './edit.module.css';
import { type Editing, EditingContext } from './edit-context.tsx';
import { usePending } from './pending.ts';
import { PendingPanel } from './pending-panel.tsx';
import type { Place } from './place.ts';

type Defects = CheckReport['defects'];

const keyOf = (part: string, path: readonly string[]): string => [part, ...path].join('\n');

/** Around whatever changes the inputs: the content with the changes that are not saved, and the list of these beside it. */
export function Editor(props: {
  go: (place: Place) => void;
  /** Nothing is being changed here: the list shows only where it holds something. */
  quiet?: boolean;
  children: ReactNode;
}) {
  const { go, quiet = false, children } = props;
  const say = useWords(editWords);
  const { id, version, isLatest, may } = useProgramme();
  const content = useQuery({
    ...query('GET /programmes/{programme}/versions/{version}/content', {
      params: { programme: id, version },
    }),
    placeholderData: keepPreviousData,
  });
  const pending = usePending(id);
  const [defects, setDefects] = useState<Defects>([]);
  const free = isLatest && may('edit');
  const shown = free && (!quiet || pending.edits.length > 0);
  const edits = free ? pending.edits : NONE;
  const saved = content.data?.parts;
  const parts = useMemo(() => (saved ? applied(saved, edits) : null), [saved, edits]);
  const { make } = pending;
  const editing = useMemo<Editing | null>(() => {
    if (!parts) return null;
    const touched = new Set(edits.map(({ part, path }) => keyOf(part, path)));
    const wrong = new Map<string, string[]>();
    for (const defect of defects) {
      const place = placeOfDefect(defect, parts);
      if (!place) continue;
      for (let depth = 1; depth <= place.path.length; depth++) {
        const key = keyOf(place.part, place.path.slice(0, depth));
        wrong.set(key, [...(wrong.get(key) ?? []), `${defect.message} ${defect.hint}`]);
      }
    }
    return {
      parts,
      make: free ? make : null,
      changed: (part, path) => touched.has(keyOf(part, path)),
      defects: (part, path) => wrong.get(keyOf(part, path)) ?? NONE,
      go,
    };
  }, [defects, edits, free, go, make, parts]);
  useCommands(
    useMemo(
      () =>
        free
          ? [
              { id: 'undo', label: say.undo, icon: 'undo' as const, keys: 'mod+Z', run: pending.undo },
              { id: 'redo', label: say.redo, icon: 'redo' as const, keys: 'shift+mod+Z', run: pending.redo },
            ]
          : [],
      [free, pending.redo, pending.undo, say],
    ),
  );
  if (content.error) return <ProblemNote error={content.error} onRetry={() => void content.refetch()} />;
  if (!editing) return <Waiting />;
  return (
    <EditingContext value={editing}>
      <div className={shown ? css.layout : undefined}>
        <div>
          {!free && <p className={css.help}>{isLatest ? say.readOnlyRole : say.readOnlyOld}</p>}
          {children}
        </div>
        {shown && <PendingPanel pending={pending} defects={defects} onDefects={setDefects} />}
      </div>
    </EditingContext>
  );
}

const NONE: readonly never[] = [];
