import type { EvidenceRow, LinkRow, OverlayFile, SupplyRow } from '../contract/folder/index.ts';
import { type FigureMark, type SourcedFigure, sourcedFigure } from '../evidence/figure.ts';
import { type Judgement, type Pooled, poolJudgements } from '../evidence/pool.ts';
import { groupBy } from '../kernel/collections.ts';
import type { Chain, Link, Supply } from './chain.ts';
import { applyOverlay, type ChainRows } from './overlay.ts';

/** What a chain is built from: these parts of a programme. */
export interface ChainSource extends ChainRows {
  readonly overlay: OverlayFile;
  readonly evidence: readonly EvidenceRow[];
  readonly judgements: readonly Judgement[];
}

/** Figures of a link: their column in links.csv and their name in a chain. */
export const LINK_FIGURES = {
  home_need: 'homeNeed',
  home_capacity: 'homeCapacity',
  obtainable: 'obtainable',
  stock_days: 'stockDays',
  life_days: 'lifeDays',
  service: 'service',
  market_per_year: 'marketPerYear',
} as const satisfies Partial<Record<keyof LinkRow, keyof Link>>;
export type LinkFigure = keyof typeof LINK_FIGURES;

/** The chain of a programme: its data, under its overlay, under the pooled judgements on figures of links. */
export function buildChain(source: ChainSource): Chain {
  const { links, requirements, supply } = applyOverlay(source, source.overlay);
  const marks = new Map(source.evidence.map((row) => [row.id, row.mark]));
  const markOf = (id: string): FigureMark => marks.get(id) ?? 'none';
  const pooled = poolJudgements(source.judgements);
  const suppliers = groupBy(supply, (row) => row.link);
  return {
    links: new Map(
      links.map((row) => [
        row.id,
        {
          id: row.id,
          name: row.name,
          nameZh: row.name_zh ?? null,
          field: row.field,
          kind: row.kind,
          grade: row.grade ?? null,
          tags: row.tags,
          ...figuresOf(row, markOf, pooled),
          groups: requirements.get(row.id) ?? [],
          supply: (suppliers.get(row.id) ?? []).map((s) => supplyOf(s, markOf)),
        },
      ]),
    ),
  };
}

type Figures = Record<(typeof LINK_FIGURES)[LinkFigure], SourcedFigure | null>;

function figuresOf(
  row: LinkRow,
  markOf: (evidence: string) => FigureMark,
  pooled: ReadonlyMap<string, Pooled>,
): Figures {
  const figures: Partial<Figures> = {};
  for (const [column, name] of Object.entries(LINK_FIGURES) as [LinkFigure, keyof Figures][]) {
    const judged = pooled.get(`links/${row.id}/${column}`);
    const written = row[column];
    if (judged) figures[name] = fromPooled(judged);
    else if (written === undefined) figures[name] = null;
    else figures[name] = sourcedFigure(written, evidenceOfColumn(row.evidence, column), markOf);
  }
  return figures as Figures;
}

function fromPooled({ low, central, high, disagreement }: Pooled): SourcedFigure {
  return { low, central, high, mark: 'judgement', disagreement };
}

/** The evidence of one column of a row of links.csv: `column:id` before `id`. */
export function evidenceOfColumn(evidence: readonly string[], column: string): string | undefined {
  const own = evidence.find((entry) => entry.startsWith(`${column}:`));
  return own === undefined ? evidence.find((entry) => !entry.includes(':')) : own.slice(column.length + 1);
}

function supplyOf(row: SupplyRow, markOf: (evidence: string) => FigureMark): Supply {
  const { share } = row;
  const range =
    share === undefined
      ? null
      : { low: row.share_low ?? share, central: share, high: row.share_high ?? share };
  return {
    provider: row.provider,
    share: range && sourcedFigure(range, row.evidence, markOf),
    year: row.year ?? null,
    evidence: row.evidence ?? null,
  };
}
