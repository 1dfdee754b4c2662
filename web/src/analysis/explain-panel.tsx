import { Button } from '@mantine/core';
import type { Explanation } from '../../../src/contract/explain.ts';
import { formatMoney, formatNumber, formatShare } from '../../../src/figures/text.ts';
import { useRead } from '../api/queries.ts';
import { useLang } from '../shell/lang.tsx';
import { ProblemNote } from '../shell/problem.tsx';
import { useProgramme } from '../shell/programme.tsx';
import { useUrl } from '../shell/url-state.ts';
import { Waiting } from '../shell/waiting.tsx';
import { analysisWords } from '../words/analysis.ts';
import { useWords } from '../words/subject.ts';
import css from './analysis.module.css';
import { SidePanel } from './side-panel.tsx';

/** Asks why: `?why=project:OPTION/TEAM`. */
export function useWhy(): (subject: string | undefined) => void {
  const [, change] = useUrl();
  return (why) => change({ why });
}

/** Why something is as it is in the plan `run`, what would flip it, and where to ask on; open while the address asks. */
export function ExplainPanel({ run }: { run: string }) {
  const say = useWords(analysisWords);
  const { lang } = useLang();
  const { id } = useProgramme();
  const [{ why }, change] = useUrl();
  const read = useRead(
    'GET /programmes/{programme}/runs/{run}/explain',
    { params: { programme: id, run }, query: { subject: why ?? '', lang } },
    why !== undefined,
  );
  if (why === undefined) return null;
  return (
    <SidePanel title={read.data?.subject.name ?? say.why} onClose={() => change({ why: undefined })}>
      {read.error ? (
        <ProblemNote error={read.error} onRetry={() => void read.refetch()} />
      ) : read.data ? (
        <Account explanation={read.data} onAsk={(subject) => change({ why: subject })} />
      ) : (
        <Waiting />
      )}
    </SidePanel>
  );
}

function Account({ explanation, onAsk }: { explanation: Explanation; onAsk: (subject: string) => void }) {
  const say = useWords(analysisWords);
  const { lang } = useLang();
  const shown = ({ value, unit }: Explanation['figures'][number]): string => {
    if (value === null) return '–';
    if (unit === '1') return formatShare(value, lang);
    if (/^[A-Z]{3}$/.test(unit)) {
      return formatMoney(value, { lang, programme: '', currency: unit, priceYear: null, seed: null });
    }
    return `${formatNumber(value, lang)} ${unit}`;
  };
  return (
    <div>
      <ul className={css.sentences}>
        {explanation.sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {explanation.flips.length > 0 && (
        <>
          <h3 className={css.heading}>{say.flips}</h3>
          <ul className={css.sentences}>
            {explanation.flips.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      {explanation.figures.length > 0 && (
        <>
          <h3 className={css.heading}>{say.figures}</h3>
          <dl className={css.figures}>
            {explanation.figures.map((figure) => (
              <div key={figure.name} style={{ display: 'contents' }}>
                <dt>{figure.name}</dt>
                <dd>{shown(figure)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {explanation.related.length > 0 && (
        <>
          <h3 className={css.heading}>{say.related}</h3>
          <div className={css.related}>
            {explanation.related.map(({ kind, id }) => (
              <Button
                key={`${kind}:${id}`}
                variant="default"
                size="compact-xs"
                onClick={() => onAsk(`${kind}:${id}`)}
              >
                {say.kinds[kind]} {id}
              </Button>
            ))}
          </div>
        </>
      )}
    </div>
  );
}
