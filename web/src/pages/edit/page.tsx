import { Suspense, useCallback } from 'react';
import { useEditing } from '../../edit/edit-context.tsx';
import { Editor } from '../../edit/editor.tsx';
import { type Place, usePlace } from '../../edit/place.ts';
import { PlaceView } from '../../edit/place-view.tsx';
import { PARTS } from '../../edit/schema.ts';
import { PageHead } from '../../shell/page-head.tsx';
import { Waiting } from '../../shell/waiting.tsx';
import { editWords } from '../../words/edit.ts';
import { useWords } from '../../words/subject.ts';
import css from './page.module.css';

export default function EditPage() {
  const say = useWords(editWords);
  const [place, setPlace] = usePlace();
  const go = useCallback((next: Place) => setPlace(next), [setPlace]);
  return (
    <>
      <PageHead title={say.title} lead={say.lead} />
      <Editor go={go}>
        <PartTabs part={place.part} />
        <Suspense fallback={<Waiting />}>
          <PlaceView key={`${place.part}/${place.path.join('/')}`} {...place} />
        </Suspense>
      </Editor>
    </>
  );
}

/** All parts of a programme, with how many rows each has. */
function PartTabs({ part }: { part: Place['part'] }) {
  const say = useWords(editWords);
  const { parts, go } = useEditing();
  const sizeOf = (one: Place['part']): string => {
    const value: unknown = one === 'overlay' ? parts.overlay.statements : parts[one];
    return Array.isArray(value) ? String(value.length) : '';
  };
  return (
    <nav className={css.parts} aria-label={say.part}>
      {PARTS.map((one) => (
        <button
          key={one}
          type="button"
          aria-current={one === part ? 'page' : undefined}
          onClick={() => go({ part: one, path: [] })}
        >
          {say.parts[one]} <small>{sizeOf(one)}</small>
        </button>
      ))}
    </nav>
  );
}
