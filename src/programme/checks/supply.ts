import { evidenceOfColumn, LINK_FIGURES } from '../../chain/build.ts';
import { applyOverlay } from '../../chain/overlay.ts';
import { parsePlant } from '../../chain/plants.ts';
import { groupBy } from '../../kernel/collections.ts';
import { type Defect, defect } from '../defects.ts';
import type { Programme } from '../programme.ts';
import { ChainPlaces } from './places.ts';
import { placed } from './walk.ts';

type ChainParts = Pick<Programme, 'links' | 'requirements' | 'supply' | 'overlay'>;

/** How far shares of one link may sum above 1: published shares are rounded. */
const SHARE_SUM_TOLERANCE = 0.03;
const ROUNDING = 1e-9;

/** Shares of the jurisdictions of a link, and of its companies and institutes, each sum to at most one. */
export function* checkShareSums(p: ChainParts & Pick<Programme, 'providers'>): Generator<Defect> {
  const { supply } = applyOverlay(p, p.overlay);
  const places = new ChainPlaces(p);
  const types = new Map(p.providers.map((row) => [row.id, row.type]));
  const by = { jurisdiction: 'jurisdictions', company: 'companies', institute: 'companies' } as const;
  for (const [link, rows] of groupBy(supply, (row) => row.link)) {
    const sums = new Map<string, number>();
    for (const { provider, share } of rows) {
      const type = types.get(provider);
      if (type === undefined || type === 'pseudo') continue;
      sums.set(by[type], (sums.get(by[type]) ?? 0) + (share ?? 0));
    }
    for (const [who, sum] of sums) {
      if (sum <= 1 + SHARE_SUM_TOLERANCE + ROUNDING) continue;
      const message = `shares of "${link}" by ${who} sum to ${Number(sum.toFixed(4))}`;
      yield { code: 'SHARE_SUM', message, reference: places.supply(link) };
    }
  }
}

/** A range of a share has its centre, between its ends; a share has evidence. */
export function* checkShares({ supply }: Pick<Programme, 'supply'>): Generator<Defect> {
  for (const { value, path } of placed(supply)) {
    const { share_low: low, share, share_high: high } = value;
    if (share === undefined && (low !== undefined || high !== undefined)) {
      yield defect('SHARE_INCOMPLETE', 'supply', path, 'share_low or share_high without share');
    } else if (share !== undefined && !((low ?? share) <= share && share <= (high ?? share))) {
      const message = `${low ?? ''} ≤ ${share} ≤ ${high ?? ''} does not hold`;
      yield defect('SHARE_ORDER', 'supply', path, message);
    }
    if (share !== undefined && value.evidence === undefined) {
      yield defect('EVIDENCE_MISSING', 'supply', path, `share of "${value.provider}" has no evidence`);
    }
  }
}

/** Columns of links.csv that evidence may be given for. */
const EVIDENCE_COLUMNS = new Set([
  ...Object.keys(LINK_FIGURES),
  'grade',
  'name',
  'name_zh',
  'field',
  'kind',
  'tags',
]);

/** Figures of links have evidence, for columns that exist. */
export function* checkLinkEvidence({ links }: Pick<Programme, 'links'>): Generator<Defect> {
  for (const { value, path } of placed(links)) {
    const bare = Object.entries(value)
      .filter(([column, figure]) => column in LINK_FIGURES && figure !== undefined)
      .filter(([, figure]) => typeof figure !== 'object' || !('evidence' in figure))
      .filter(([column]) => evidenceOfColumn(value.evidence, column) === undefined);
    if (bare.length > 0) {
      const message = `no evidence for ${bare.map(([column]) => column).join(', ')}`;
      yield defect('EVIDENCE_MISSING', 'links', path, message);
    }
    for (const entry of value.evidence) yield* unknownColumn('links', path, entry);
  }
}

/** The same for links that the overlay adds; they always have the evidence of their statement. */
export function* checkAddedLinkEvidence({ overlay }: Pick<Programme, 'overlay'>): Generator<Defect> {
  for (const { value, path } of placed(overlay.statements, ['statements'])) {
    if (value.what !== 'add-link') continue;
    const entries = placed(value.value.evidence, [...path, 'value', 'evidence']);
    for (const entry of entries) yield* unknownColumn('overlay', entry.path, entry.value);
  }
}

function* unknownColumn(
  part: 'links' | 'overlay',
  path: readonly (string | number)[],
  entry: string,
): Generator<Defect> {
  const column = entry.includes(':') ? entry.slice(0, entry.indexOf(':')) : undefined;
  if (column === undefined || EVIDENCE_COLUMNS.has(column)) return;
  yield defect('EVIDENCE_COLUMN', part, path, `evidence for column "${column}", which does not exist`);
}

/** Plants are jurisdictions with shares of at most one in all. */
export function* checkPlants({ providers }: Pick<Programme, 'providers'>): Generator<Defect> {
  for (const { value, path } of placed(providers)) {
    let sum = 0;
    for (const text of value.plants) {
      const plant = parsePlant(text);
      sum += plant?.share ?? 0;
      if (!plant) yield defect('PLANT', 'providers', path, `plant "${text}" of "${value.id}"`);
    }
    if (sum > 1 + SHARE_SUM_TOLERANCE + ROUNDING) {
      yield defect('PLANT', 'providers', path, `shares of plants of "${value.id}" sum to ${sum}`);
    }
  }
}
