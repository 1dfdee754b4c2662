import type { Figure, LinkRow, RequirementRow, SupplyRow } from '../../src/contract/folder/index.ts';
import type { Programme } from '../../src/programme/programme.ts';
import { type Draw, headquartersOf, JURISDICTIONS, partition } from './random-unknowns.ts';

/**
 * How a programme is completed. `settled`: chance that an unknown is settled, 1 for all of them. `draws`: whether what
 * is stated with a range is drawn from it too. `named`: nobody supplies a link who has no row of it, so that the shares
 * of a link with suppliers of unknown size come to one.
 */
export interface Completing {
  readonly settled: number;
  readonly draws: boolean;
  readonly named?: boolean;
}

const EVIDENCE = 'drawn';
const BOUGHT = new Set(['tool', 'material']);

/** The programme with its unknowns settled at random, as somebody would write them into the folder. */
export function completion(programme: Programme, draw: Draw, how: Completing): Programme {
  const supply = programme.links.flatMap((link) => {
    const rows = programme.supply.filter((row) => row.link === link.id);
    return completedSupply(programme, link, rows, draw, how);
  });
  return {
    ...programme,
    requirements: completedGates(programme.requirements, draw, how),
    links: programme.links.map((link) => completedLink(programme, link, supply, draw, how)),
    supply,
  };
}

function completedGates(rows: readonly RequirementRow[], draw: Draw, how: Completing): RequirementRow[] {
  const stated = new Map<string, Pick<RequirementRow, 'gate' | 'k'>>();
  return rows.map((row) => {
    const key = `${row.link} ${row.group}`;
    if (!stated.has(key) && row.gate === 'unknown' && draw.chance(how.settled)) {
      const inside = new Set(
        rows.flatMap((other) =>
          other.link === row.link && other.parent_group === row.group ? [other.group] : [],
        ),
      );
      const size = rows.filter((other) => `${other.link} ${other.group}` === key).length + inside.size;
      const gate = draw.of(['all', 'any', 'at-least'] as const);
      stated.set(key, { gate, k: gate === 'at-least' ? 1 + draw.integer(size) : undefined });
    }
    return { ...row, ...stated.get(key) };
  });
}

function completedLink(
  programme: Programme,
  link: LinkRow,
  supply: readonly SupplyRow[],
  draw: Draw,
  how: Completing,
): LinkRow {
  const bought = BOUGHT.has(link.kind) || supply.some((row) => row.link === link.id);
  const settle = (figure: Figure | undefined, value: () => number): Figure | undefined => {
    if (figure === undefined) return draw.chance(how.settled) ? value() : undefined;
    return how.draws && typeof figure === 'object' ? draw.between(figure.low, figure.high) : figure;
  };
  const need = settle(link.home_need, () => (bought ? draw.upTo(1) : 1));
  const most = Math.max(1, typeof need === 'number' ? need : (need?.high ?? 1));
  const noBuffer = link.stock_days === undefined && link.life_days === undefined;
  return {
    ...link,
    home_need: need,
    home_capacity: homeIsStated(programme, link.id)
      ? link.home_capacity
      : settle(link.home_capacity, () => draw.upTo(most)),
    obtainable: settle(link.obtainable, () => draw.upTo(1)),
    stock_days:
      noBuffer && !bought ? undefined : settle(link.stock_days, () => (noBuffer ? draw.upTo(300) : 0)),
    life_days:
      noBuffer && !bought ? undefined : settle(link.life_days, () => (noBuffer ? draw.upTo(900) : 0)),
    service: settle(link.service, () => draw.upTo(1)),
  };
}

/** A share of home is its capacity where no other is stated. */
function homeIsStated({ supply, providers, muster }: Programme, link: string): boolean {
  const rows = supply.filter((row) => row.link === link);
  const isJurisdiction = (id: string) => providers.find((row) => row.id === id)!.type === 'jurisdiction';
  const byJurisdiction = rows.some((row) => isJurisdiction(row.provider));
  return rows.some(
    ({ provider, share }) =>
      share !== undefined &&
      muster.home.includes(headquartersOf(provider)) &&
      (!byJurisdiction || isJurisdiction(provider)),
  );
}

/**
 * Shares of one link: each within its range, blank ones and suppliers nobody named anywhere, all of them together at
 * most one (or what is stated, where that is more), companies within what their jurisdiction has.
 */
function completedSupply(
  programme: Programme,
  link: LinkRow,
  rows: readonly SupplyRow[],
  draw: Draw,
  how: Completing,
): SupplyRow[] {
  const type = (id: string) => programme.providers.find((provider) => provider.id === id)!.type;
  const heading = rows.length === 0 && programme.requirements.some((row) => row.link === link.id);
  if (rows.length === 0 && (how.named || !BOUGHT.has(link.kind) || heading || !draw.chance(how.settled)))
    return [];
  const byJurisdiction = rows.length === 0 || rows.some((row) => type(row.provider) === 'jurisdiction');
  const basis = rows.filter((row) => !byJurisdiction || type(row.provider) !== 'company');
  const beside = rows.filter((row) => !basis.includes(row));
  const pool = byJurisdiction ? JURISDICTIONS : ['c-cut', 'c-cut-2', 'c-ali', 'c-far', 'c-hom'];
  const unnamed = pool.filter((id) => !rows.some((row) => row.provider === id));
  const added = draw
    .some(unnamed, how.named ? 0 : 0.3 * how.settled)
    .map((provider): SupplyRow => ({ link: link.id, provider }));

  const stated = drawn(basis, draw, how);
  const inside = drawn(beside, draw, how);
  const ofCompanies = (jurisdiction: string): number =>
    inside.reduce(
      (sum, row) => sum + (headquartersOf(row.provider) === jurisdiction ? (row.share ?? 0) : 0),
      0,
    );
  const blank = [...stated.filter((row) => row.share === undefined), ...added];
  const reserved = blank.reduce((sum, row) => sum + ofCompanies(row.provider), 0);
  const known = stated.reduce((sum, row) => sum + (row.share ?? 0), 0);
  const rest = Math.max(0, 1 - known - reserved) * (how.named ? 1 : draw.of([0, 0.5, 1, 1]));
  const parts = partition(draw, blank.length, rest);
  const settled = blank.map((row, i) =>
    added.includes(row) || draw.chance(how.settled)
      ? { ...row, share: ofCompanies(row.provider) + parts[i], evidence: EVIDENCE }
      : row,
  );
  const all = [...stated.filter((row) => row.share !== undefined), ...settled];
  const companies = inside.map((row) => {
    if (row.share !== undefined || !draw.chance(how.settled)) return row;
    const own = all.find(({ provider }) => provider === headquartersOf(row.provider));
    // At most two blank companies in one jurisdiction: each takes at most half of what is left of it.
    const left = Math.max(0, (own?.share ?? 0) - ofCompanies(headquartersOf(row.provider)));
    return own?.share === undefined ? row : { ...row, share: draw.upTo(left / 2), evidence: EVIDENCE };
  });
  return [...all, ...companies];
}

/** Stated shares, drawn from their ranges so that they still fit into one (or what the centres sum to). */
function drawn(rows: readonly SupplyRow[], draw: Draw, how: Completing): SupplyRow[] {
  if (!how.draws) return [...rows];
  const central = rows.reduce((sum, row) => sum + (row.share ?? 0), 0);
  let left = Math.max(1, central) - rows.reduce((sum, row) => sum + (row.share_low ?? row.share ?? 0), 0);
  return rows.map((row) => {
    if (row.share === undefined) return row;
    const low = row.share_low ?? row.share;
    const more = draw.upTo(Math.min(left, (row.share_high ?? row.share) - low));
    left -= more;
    return { link: row.link, provider: row.provider, share: low + more, evidence: EVIDENCE };
  });
}
