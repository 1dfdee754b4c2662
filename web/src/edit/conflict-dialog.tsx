import { Button, Modal, Radio, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Edit, EditConflict } from '../../../src/contract/api/edits.ts';
import { call } from '../api/client.ts';
import { query } from '../api/queries.ts';
import { useProgramme } from '../shell/programme.tsx';
import { useWhen } from '../shell/when.ts';
import { editWords } from '../words/edit.ts';
import { fieldWords } from '../words/fields.ts';
import { shellWords } from '../words/shell.ts';
import { useWords } from '../words/subject.ts';
import { brief } from './brief.ts';

/** Somebody changed the same: for each change the reader chooses whose value is to hold. */
export function ConflictDialog(props: {
  edits: readonly Edit[];
  conflicts: readonly EditConflict[];
  onClose: () => void;
  onChosen: (edits: readonly Edit[], base: number) => void;
}) {
  const { edits, conflicts, onClose, onChosen } = props;
  const say = useWords(editWords).conflicts;
  const parts = useWords(editWords).parts;
  const fields = useWords(fieldWords);
  const { close } = useWords(shellWords);
  const when = useWhen();
  const client = useQueryClient();
  const { id } = useProgramme();
  const [mine, setMine] = useState<ReadonlySet<number>>(new Set());
  const choose = async (): Promise<void> => {
    const told = new Map(conflicts.map((conflict) => [conflict.index, conflict]));
    const left = edits.flatMap((edit, i): Edit[] => {
      const conflict = told.get(i);
      if (!conflict) return [edit];
      return mine.has(i) ? [{ ...edit, from: conflict.now }] : [];
    });
    const sent = { params: { programme: id } };
    const view = await call('GET /programmes/{programme}', sent);
    client.setQueryData(query('GET /programmes/{programme}', sent).queryKey, view);
    onChosen(left, view.latest.number);
  };
  return (
    <Modal opened onClose={onClose} title={say.title} size="lg" closeButtonProps={{ 'aria-label': close }}>
      <Stack gap="sm">
        <Text size="sm">{say.lead}</Text>
        {conflicts.map(({ index, kind, now, author, at }) => {
          const edit = edits[index];
          if (!edit) return null;
          const by = author && at ? say.by(author, when.moment(at)) : say.unknown;
          return (
            <Radio.Group
              key={index}
              label={[parts[edit.part], ...edit.path.slice(0, -1), fields.label(edit.path.at(-1)!)].join(
                ' › ',
              )}
              description={kind === 'place-gone' ? say.placeGone : undefined}
              value={mine.has(index) ? 'mine' : 'theirs'}
              onChange={(value) => {
                const next = new Set(mine);
                if (value === 'mine') next.add(index);
                else next.delete(index);
                setMine(next);
              }}
            >
              <Stack gap={4} mt={4}>
                <Radio value="theirs" label={`${say.theirs}: ${brief(now) || '—'} (${by})`} />
                <Radio
                  value="mine"
                  disabled={kind === 'place-gone'}
                  label={`${say.mine}: ${brief(edit.to) || '—'}`}
                />
              </Stack>
            </Radio.Group>
          );
        })}
        <div>
          <Button onClick={() => void choose()}>{say.go}</Button>
        </div>
      </Stack>
    </Modal>
  );
}
