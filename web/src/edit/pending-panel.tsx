import { ActionIcon, Alert, Button, Textarea, Tooltip } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Edit } from '../../../src/contract/api/edits.ts';
import type { CheckReport } from '../../../src/contract/check.ts';
import { isProblem } from '../api/problem.ts';
import { query, useRead, useWrite } from '../api/queries.ts';
import { Icon } from '../shell/icons.tsx';
import { ProblemNote } from '../shell/problem.tsx';
import { useProgramme } from '../shell/programme.tsx';
import { stored } from '../shell/stored.ts';
import { editWords } from '../words/edit.ts';
import { fieldWords } from '../words/fields.ts';
import { useWords } from '../words/subject.ts';
import { brief } from './brief.ts';
import { ConflictDialog } from './conflict-dialog.tsx';
import { DefectList } from './defect-list.tsx';
import css from './edit.module.css';
import type { PendingEdits } from './pending.ts';

type Defects = CheckReport['defects'];

/** The changes that are not saved: each can be taken out; all are saved as one version with one reason. */
export function PendingPanel(props: {
  pending: PendingEdits;
  defects: Defects;
  onDefects: (defects: Defects) => void;
}) {
  const { pending, defects, onDefects } = props;
  const say = useWords(editWords);
  const { id, latest } = useProgramme();
  const client = useQueryClient();
  const keptReason = stored<string>(`muster.reason.${id}`, (value) => typeof value === 'string');
  const [reason, setReason] = useState(() => keptReason.read() ?? '');
  const save = useWrite('POST /programmes/{programme}/edits', [
    'GET /programmes/{programme}',
    'GET /programmes/{programme}/versions',
    'GET /programmes',
  ]);
  const write = (text: string): void => {
    setReason(text);
    keptReason.write(text || null);
  };
  const send = (edits: readonly Edit[], base = latest.number): void => {
    onDefects([]);
    save.mutate(
      { params: { programme: id }, body: { base, edits: [...edits], reason } },
      {
        onSuccess: async ({ number }) => {
          // The changes stay until what was saved is there in their place: nothing jumps back in between.
          await client.prefetchQuery(
            query('GET /programmes/{programme}/versions/{version}/content', {
              params: { programme: id, version: number },
            }),
          );
          pending.replace([]);
          write('');
        },
        onError: ({ problem }) => onDefects(problem.defects ?? []),
      },
    );
  };
  const conflicts = isProblem(save.error, 'conflict') ? save.error.problem.conflicts : undefined;
  return (
    <aside className={css.pending} aria-label={say.pending}>
      <div className={css.pendingHead}>
        <h2>{say.pending}</h2>
        <Tooltip label={say.undo}>
          <ActionIcon aria-label={say.undo} disabled={pending.edits.length === 0} onClick={pending.undo}>
            <Icon name="undo" />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={say.redo}>
          <ActionIcon aria-label={say.redo} disabled={pending.undone.length === 0} onClick={pending.redo}>
            <Icon name="redo" />
          </ActionIcon>
        </Tooltip>
      </div>
      {pending.edits.length === 0 ? (
        <p className={css.help}>{say.nothingPending}</p>
      ) : (
        <>
          <ul className={css.edits}>
            {pending.edits.map((edit, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two changes of one place differ by their order only
              <li key={`${i}-${edit.path.join('/')}`}>
                <EditWords edit={edit} />
                <Tooltip label={say.dropEdit}>
                  <ActionIcon
                    size={24}
                    color="grey"
                    aria-label={say.dropEdit}
                    onClick={() => pending.drop(i)}
                  >
                    <Icon name="close" size={12} />
                  </ActionIcon>
                </Tooltip>
              </li>
            ))}
          </ul>
          <Textarea
            size="xs"
            label={say.reason}
            description={say.reasonHint}
            value={reason}
            autosize
            minRows={2}
            onChange={(event) => write(event.currentTarget.value)}
          />
          <div className={css.bar} style={{ marginTop: 8 }}>
            <Button
              disabled={reason.trim() === ''}
              loading={save.isPending}
              onClick={() => send(pending.edits)}
            >
              {say.save}
            </Button>
            <Button
              variant="subtle"
              color="red"
              onClick={() => {
                if (!confirm(say.discardSure)) return;
                pending.replace([]);
                onDefects([]);
                save.reset();
              }}
            >
              {say.discard}
            </Button>
          </div>
        </>
      )}
      {save.data && pending.edits.length === 0 && (
        <Alert role="status" mt="xs">
          {say.saved(save.data.number)}{' '}
          <Link to={`/p/${id}/jobs`} search={{ start: 'plan' } as never}>
            {say.planAgain}
          </Link>
        </Alert>
      )}
      {defects.length > 0 ? (
        <DefectList title={say.defects(defects.length)} defects={defects} />
      ) : (
        !conflicts && <ProblemNote error={save.error} />
      )}
      {pending.edits.length === 0 && <CheckSaved />}
      {conflicts && (
        <ConflictDialog
          edits={pending.edits}
          conflicts={conflicts}
          onClose={save.reset}
          onChosen={(edits, base) => {
            pending.replace(edits);
            save.reset();
            if (edits.length > 0) send(edits, base);
          }}
        />
      )}
    </aside>
  );
}

/** One change in words: where, and from what to what. */
function EditWords({ edit: { part, path, from, to } }: { edit: Edit }) {
  const say = useWords(editWords);
  const fields = useWords(fieldWords);
  const way = path.map((key, i) => (i === path.length - 1 && i > 0 ? fields.label(key) : key));
  return (
    <div>
      {[say.parts[part], ...way].join(' › ')}
      <br />
      {from === null && typeof to === 'object' && to !== null ? (
        say.added
      ) : to === null && typeof from === 'object' && from !== null && !Array.isArray(from) ? (
        say.removed
      ) : (
        <>
          <span className={css.was}>{brief(from) || say.empty}</span> → {brief(to) || say.empty}
        </>
      )}
    </div>
  );
}

/** Asks the server for every defect of what is saved. */
function CheckSaved() {
  const say = useWords(editWords);
  const { id, version } = useProgramme();
  const [asked, setAsked] = useState(false);
  const check = useRead(
    'GET /programmes/{programme}/versions/{version}/check',
    { params: { programme: id, version } },
    asked,
  );
  return (
    <>
      <Button variant="default" mt="xs" loading={check.isFetching} onClick={() => setAsked(true)}>
        {say.check}
      </Button>
      <ProblemNote error={check.error} />
      {check.data &&
        (check.data.defects.length === 0 ? (
          <p className={css.help} role="status">
            {say.checkSound}
          </p>
        ) : (
          <DefectList
            title={say.checkFound(check.data.errors, check.data.warnings)}
            defects={check.data.defects}
          />
        ))}
    </>
  );
}
