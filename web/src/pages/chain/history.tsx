import { Button } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { fieldsText } from '../../../../src/figures/tables/diff-fields.ts';
import type { FigureContext } from '../../../../src/figures/text.ts';
import { words } from '../../../../src/figures/words/index.ts';
import { query, useList } from '../../api/queries.ts';
import { useProgramme } from '../../shell/programme.tsx';
import { Waiting } from '../../shell/waiting.tsx';
import { useWhen } from '../../shell/when.ts';
import { chainWords } from '../../words/chain.ts';
import { shellWords } from '../../words/shell.ts';
import { useWords } from '../../words/subject.ts';
import css from './chain.module.css';

/** Versions that are looked through, the newest first. */
const VERSIONS_MAX = 8;

/** In which versions a link was changed, by whom and how; looked up when it is asked for. */
export function History({ link, context }: { link: string; context: FigureContext }) {
  const say = useWords(chainWords);
  const [asked, setAsked] = useState(false);
  return asked ? (
    <Changes link={link} context={context} />
  ) : (
    <Button variant="default" size="compact-xs" onClick={() => setAsked(true)}>
      {say.showHistory}
    </Button>
  );
}

function Changes({ link, context }: { link: string; context: FigureContext }) {
  const say = useWords(chainWords);
  const shell = useWords(shellWords);
  const when = useWhen();
  const { id } = useProgramme();
  const versions = useList('GET /programmes/{programme}/versions', { params: { programme: id } });
  const looked = versions.items.filter(({ parent }) => parent !== null).slice(0, VERSIONS_MAX);
  const diffs = useQueries({
    queries: looked.map(({ number, parent }) =>
      query('GET /programmes/{programme}/versions/{version}/diff/{otherVersion}', {
        params: { programme: id, version: parent!, otherVersion: number },
      }),
    ),
  });
  if (versions.isPending || diffs.some(({ isPending }) => isPending)) return <Waiting />;
  const { kinds } = words(context.lang).diff;
  const rows = looked.flatMap((version, i) =>
    (diffs[i].data?.changes ?? [])
      .filter((change) => change.id === link || change.id.startsWith(`${link}/`))
      .map((change) => ({ version, change })),
  );
  if (rows.length === 0) return <p className={css.muted}>{say.noHistory(looked.length)}</p>;
  return (
    <ul className={css.plain}>
      {rows.map(({ version, change }) => (
        <li key={`${version.number} ${change.key}`}>
          {shell.version(version.number)} · {kinds[change.kind]}: {fieldsText(change, context)}
          <div className={css.muted}>
            {[version.author?.name, when.moment(version.at), version.reason].filter(Boolean).join(' · ')}
          </div>
        </li>
      ))}
    </ul>
  );
}
