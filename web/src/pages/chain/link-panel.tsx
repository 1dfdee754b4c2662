import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Content } from '../../../../src/contract/api/content.ts';
import type { Assessment } from '../../../../src/contract/assess.ts';
import {
  type FigureContext,
  formatDays,
  formatNumber,
  formatShare,
  label,
  nameOf,
} from '../../../../src/figures/text.ts';
import { words } from '../../../../src/figures/words/index.ts';
import analysis from '../../analysis/analysis.module.css';
import { folderName } from '../../analysis/context.ts';
import { SidePanel } from '../../analysis/side-panel.tsx';
import { chainWords } from '../../words/chain.ts';
import { useWords } from '../../words/subject.ts';
import css from './chain.module.css';
import { History } from './history.tsx';
import { neededBy } from './outline.ts';

/** Everything about one link: how it fares, who supplies it, what it needs, on what that rests, and what became of it. */
export function LinkPanel(props: {
  link: string | null;
  assessment: Assessment;
  content: Content;
  context: FigureContext;
  onLink: (link: string | null) => void;
  onWhy?: (subject: string) => void;
}) {
  const say = useWords(chainWords);
  const link = props.assessment.links.find(({ id }) => id === props.link);
  if (!link) return null;
  return (
    <SidePanel title={nameOf(link, props.context.lang)} onClose={() => props.onLink(null)}>
      <Facts {...props} link={link} />
      {props.onWhy && (
        <Button variant="default" mt="sm" onClick={() => props.onWhy?.(`link:${link.id}`)}>
          {say.whyInPlan}
        </Button>
      )}
      <Suppliers {...props} link={link.id} />
      <Neighbours {...props} link={link} />
      <Goals {...props} link={link.id} />
      <Evidence {...props} link={link.id} />
      <Part title={say.history}>
        <History key={link.id} link={link.id} context={props.context} />
      </Part>
    </SidePanel>
  );
}

type Link = Assessment['links'][number];
type Given = { assessment: Assessment; content: Content; context: FigureContext };

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className={analysis.heading}>{title}</h3>
      {children}
    </section>
  );
}

function Facts({ link, assessment, content, context }: Given & { link: Link }) {
  const say = useWords(chainWords);
  const { lang } = context;
  const { labels, tables } = words(lang);
  const row = content.parts.links.find(({ id }) => id === link.id);
  const point = assessment.chokepoints.find((one) => one.link === link.id);
  const amount = (value: unknown): string | null => {
    if (value === undefined || value === null) return null;
    if (typeof value === 'number') return formatNumber(value, lang);
    const { low, central, high } = value as { low: number; central: number; high: number };
    return say.range(formatNumber(central, lang), formatNumber(low, lang), formatNumber(high, lang));
  };
  const facts: [string, string | null][] = [
    [tables.columns.field, label(labels.fields, link.field)],
    [say.kind, label(say.kinds, link.kind)],
    [say.grade, amount(row?.grade)],
    [tables.columns.exposure, link.exposure === null ? say.unknown : formatShare(link.exposure, lang)],
    [tables.columns.works, label(labels.verdicts, link.works)],
    [tables.columns.stops, formatDays(link.stopsOnDay, lang)],
    [tables.columns.rank, point ? `${point.rank} / ${assessment.chokepoints.length}` : null],
    [say.homeNeed, amount(row?.home_need)],
    [say.homeCapacity, amount(row?.home_capacity)],
    [say.stock, amount(row?.stock_days)],
    [say.life, amount(row?.life_days)],
    [say.tags, row && row.tags.length > 0 ? row.tags.join(', ') : null],
  ];
  return (
    <dl className={css.pairs}>
      {facts.map(
        ([name, value]) =>
          value !== null && (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd className="tabular">{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

function Suppliers({ link, content, context }: Given & { link: string }) {
  const say = useWords(chainWords);
  const { lang } = context;
  const providers = new Map(content.parts.providers.map((one) => [one.id, one]));
  const rows = content.parts.supply
    .filter((row) => row.link === link)
    .sort((a, b) => (b.share ?? -1) - (a.share ?? -1));
  const share = (row: (typeof rows)[number]): string => {
    if (row.share === undefined) return say.shareUnknown;
    const central = formatShare(row.share, lang);
    if (row.share_low === undefined || row.share_high === undefined) return central;
    return say.range(central, formatShare(row.share_low, lang), formatShare(row.share_high, lang));
  };
  return (
    <Part title={say.suppliers}>
      {rows.length === 0 ? (
        <p className={css.muted}>{say.noSuppliers}</p>
      ) : (
        <ul className={css.plain}>
          {rows.map((row) => {
            const provider = providers.get(row.provider);
            return (
              <li key={row.provider}>
                <span className={`${css.share} tabular`}>{share(row)}</span>
                {provider ? folderName(provider, lang) : row.provider}{' '}
                <span className={css.muted}>{[row.year, row.evidence].filter(Boolean).join(' · ')}</span>
              </li>
            );
          })}
        </ul>
      )}
    </Part>
  );
}

function Neighbours(props: Given & { link: Link; onLink: (link: string) => void }) {
  const say = useWords(chainWords);
  const { link, assessment, context } = props;
  const byId = new Map(assessment.links.map((one) => [one.id, one]));
  const list = (title: string, ids: readonly string[]) => (
    <Part title={title}>
      {ids.length === 0 ? (
        <p className={css.muted}>{say.nothing}</p>
      ) : (
        <div className={analysis.related}>
          {ids.map((id) => (
            <Button key={id} variant="default" size="compact-xs" onClick={() => props.onLink(id)}>
              {byId.has(id) ? nameOf(byId.get(id)!, context.lang) : id}
            </Button>
          ))}
        </div>
      )}
    </Part>
  );
  return (
    <>
      {list(say.needs, link.needs)}
      {list(say.neededBy, neededBy(assessment.links).get(link.id) ?? [])}
    </>
  );
}

function Goals({
  link,
  content,
  context,
  onWhy,
}: Given & { link: string; onWhy?: (subject: string) => void }) {
  const say = useWords(chainWords);
  const goals = content.parts.goals.filter((goal) => goal.link === link);
  if (goals.length === 0) return null;
  return (
    <Part title={say.goals}>
      <ul className={css.plain}>
        {goals.map((goal) => (
          <li key={goal.id}>
            <span className={css.share}>{formatShare(goal.level, context.lang)}</span>
            {onWhy ? (
              <button type="button" className={analysis.link} onClick={() => onWhy(`goal:${goal.id}`)}>
                {goal.id}
              </button>
            ) : (
              goal.id
            )}{' '}
            <span className={css.muted}>
              {goal.options.map((option) => folderName(option, context.lang)).join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Evidence({ link, content }: Given & { link: string }) {
  const say = useWords(chainWords);
  const { parts } = content;
  const named = [
    ...(parts.links.find(({ id }) => id === link)?.evidence ?? []),
    ...parts.supply.filter((row) => row.link === link).flatMap((row) => row.evidence ?? []),
  ].map((one) => one.slice(one.indexOf(':') + 1));
  const rows = parts.evidence.filter(({ id }) => named.includes(id));
  return (
    <Part title={say.evidence}>
      {rows.length === 0 ? (
        <p className={css.muted}>{say.noEvidence}</p>
      ) : (
        <ul className={css.plain}>
          {rows.map((row) => (
            <li key={row.id}>
              {row.url ? (
                <a href={row.url} target="_blank" rel="noreferrer">
                  {row.title}
                </a>
              ) : (
                row.title
              )}{' '}
              <span className={css.muted}>
                {row.year} · {say.marks[row.mark]}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}
