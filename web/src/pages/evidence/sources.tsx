import { Anchor, SegmentedControl, Table, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Content } from '../../../../src/contract/api/content.ts';
import { EmptyState } from '../../shell/empty-state.tsx';
import { Icon } from '../../shell/icons.tsx';
import { useUrlState } from '../../shell/url-state.ts';
import { editWords } from '../../words/edit.ts';
import { evidenceWords } from '../../words/evidence.ts';
import { useWords } from '../../words/subject.ts';
import css from './evidence.module.css';
import { type Use, usesOfEvidence } from './uses.ts';

const MARKS = ['all', 'read', 'computed', 'judgement'] as const;

/** An address that opens; anything else is only shown. */
const isWeb = (url: string): boolean => /^https?:\/\//.test(url);

/** The register of sources, and the figures that rest on each. */
export function Sources({ content }: { content: Content }) {
  const say = useWords(evidenceWords);
  const edit = useWords(editWords);
  const [asked, setAsked] = useUrlState<string>('q', '', { replace: true });
  const [mark, setMark] = useUrlState<(typeof MARKS)[number]>('mark', 'all');
  const [open, setOpen] = useState<string | null>(null);
  const uses = useMemo(() => usesOfEvidence(content), [content]);
  const placeText = ({ part, place }: Use): string =>
    [edit.parts[part as keyof typeof edit.parts], place].filter(Boolean).join(' › ');
  const wanted = asked.toLowerCase().split(/\s+/).filter(Boolean);
  const rows = content.parts.evidence.filter((row) => {
    const text = `${row.id} ${row.title} ${row.note ?? ''} ${row.url ?? ''}`.toLowerCase();
    return (mark === 'all' || row.mark === mark) && wanted.every((word) => text.includes(word));
  });
  return (
    <>
      <div className={css.bar}>
        <TextInput
          size="xs"
          w={260}
          placeholder={say.search}
          aria-label={say.search}
          leftSection={<Icon name="search" size={14} />}
          value={asked}
          onChange={(event) => setAsked(event.currentTarget.value)}
        />
        <SegmentedControl
          size="xs"
          aria-label={say.mark}
          value={mark}
          data={MARKS.map((value) => ({ value, label: value === 'all' ? say.allMarks : say.marks[value] }))}
          onChange={(value) => setMark(value as typeof mark)}
        />
      </div>
      {rows.length === 0 && <EmptyState icon="evidence" title={say.noSources} />}
      {rows.length > 0 && (
        <Table stickyHeader stickyHeaderOffset={44}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{say.source}</Table.Th>
              <Table.Th>{say.mark}</Table.Th>
              <Table.Th>{say.year}</Table.Th>
              <Table.Th>{say.licence}</Table.Th>
              <Table.Th>{say.uses}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ id, mark, title, url, year, licence, note }) => {
              const used = uses.get(id) ?? [];
              return (
                <Table.Tr key={id}>
                  <Table.Td className={css.source}>
                    {url && isWeb(url) ? (
                      <Anchor href={url} target="_blank" rel="noreferrer" inherit>
                        {title}
                      </Anchor>
                    ) : (
                      title
                    )}
                    <div className={css.note}>
                      <code>{id}</code>
                      {url && !isWeb(url) && ` · ${url}`}
                      {note && ` · ${note}`}
                    </div>
                    {open === id && (
                      <ul className={css.uses}>
                        {[...new Set(used.map(placeText))].map((place) => (
                          <li key={place}>{place}</li>
                        ))}
                      </ul>
                    )}
                  </Table.Td>
                  <Table.Td>
                    <span className={css.mark} data-mark={mark}>
                      {say.marks[mark]}
                    </span>
                  </Table.Td>
                  <Table.Td>{year}</Table.Td>
                  <Table.Td>{licence}</Table.Td>
                  <Table.Td>
                    {used.length === 0 ? (
                      <span className={css.note}>{say.unused}</span>
                    ) : (
                      <button
                        type="button"
                        className={css.link}
                        aria-expanded={open === id}
                        onClick={() => setOpen(open === id ? null : id)}
                      >
                        {say.usesOf(used.length)}
                      </button>
                    )}
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      )}
    </>
  );
}
