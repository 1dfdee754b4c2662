import type { LinkRow, OverlayStatement, RequirementRow, SupplyRow } from '../contract/folder/index.ts';
import type { Group } from './chain.ts';
import { draftGroups, groupTree, type LinkDraft } from './groups.ts';

/** A chain as it is written: the rows of the folder. */
export interface ChainRows {
  readonly links: readonly LinkRow[];
  readonly requirements: readonly RequirementRow[];
  readonly supply: readonly SupplyRow[];
}

/** A chain with the overlay laid over it; `requirements` are the trees of groups by link. */
export interface OverlaidChain {
  readonly links: readonly LinkRow[];
  readonly requirements: ReadonlyMap<string, readonly Group[]>;
  readonly supply: readonly SupplyRow[];
}

interface Draft {
  readonly links: Map<string, LinkRow>;
  readonly groups: Map<string, LinkDraft>;
  readonly supply: SupplyRow[];
}

type Statement<W extends OverlayStatement['what']> = Extract<OverlayStatement, { what: W }>;

/**
 * Lays the statements over the data, in their order; the data itself stays as it was. A statement on a link,
 * group or requirement that does not exist changes nothing (the checks of the programme report it).
 */
export function applyOverlay(
  chain: ChainRows,
  overlay: { readonly statements: readonly OverlayStatement[] },
): OverlaidChain {
  const draft: Draft = {
    links: new Map(chain.links.map((row) => [row.id, row])),
    groups: draftGroups(chain.requirements),
    supply: [...chain.supply],
  };
  for (const statement of overlay.statements) applyStatement(draft, statement);
  return {
    links: [...draft.links.values()],
    requirements: new Map([...draft.groups].map(([link, groups]) => [link, groupTree(groups)])),
    supply: draft.supply,
  };
}

/** What each kind of statement does to the draft. */
const APPLY: { [W in OverlayStatement['what']]: (draft: Draft, statement: Statement<W>) => void } = {
  gate: stateGate,
  'add-requirement': addRequirement,
  'remove-requirement': (draft, { link, needs }) =>
    changeMembers(draft, link, (members) => members.filter((member) => member.link !== needs)),
  'qualify-requirement': (draft, { link, needs, share }) =>
    changeMembers(draft, link, (members) =>
      members.map((member) => (member.link === needs ? { ...member, share } : member)),
    ),
  'add-link': addLink,
  kind: (draft, { link, value }) => changeLink(draft, link, { kind: value }),
  figure: (draft, statement) =>
    changeLink(draft, statement.link, { [statement.figure]: withEvidence(statement) }),
  supply: stateSupply,
};

function applyStatement<W extends OverlayStatement['what']>(draft: Draft, statement: Statement<W>): void {
  APPLY[statement.what as W](draft, statement);
}

function stateGate(draft: Draft, statement: Statement<'gate'>): void {
  const group = draft.groups.get(statement.link)?.get(statement.group);
  if (!group) return;
  group.gate = statement.gate;
  group.k = statement.k;
}

function addRequirement(draft: Draft, statement: Statement<'add-requirement'>): void {
  const groups: LinkDraft = draft.groups.get(statement.link) ?? new Map();
  draft.groups.set(statement.link, groups);
  const group = groups.get(statement.group) ?? {
    id: statement.group,
    parent: undefined,
    gate: statement.gate ?? 'all',
    k: statement.k,
    members: [],
  };
  groups.set(statement.group, group);
  group.members.push({ link: statement.needs, share: 1 });
}

/** A figure of an added link without evidence of its own rests on that of the statement. */
function addLink(draft: Draft, { value, evidence }: Statement<'add-link'>): void {
  if (draft.links.has(value.id)) return;
  draft.links.set(value.id, { ...value, evidence: [...value.evidence, evidence] });
}

type Members = Group['members'][number][];

function changeMembers(draft: Draft, link: string, change: (members: Members) => Members): void {
  for (const group of draft.groups.get(link)?.values() ?? []) group.members = change(group.members);
}

function changeLink(draft: Draft, link: string, change: Partial<LinkRow>): void {
  const row = draft.links.get(link);
  if (row) draft.links.set(link, { ...row, ...change });
}

/** A figure of the overlay carries the evidence of its statement unless it names its own. */
function withEvidence(statement: Statement<'figure'>): LinkRow['home_need'] {
  const { value, evidence } = statement;
  return typeof value === 'number'
    ? { low: value, central: value, high: value, evidence }
    : { ...value, evidence: value.evidence ?? evidence };
}

/** States the share of a provider: in place of the row that the data has, else as a new row. */
function stateSupply(draft: Draft, statement: Statement<'supply'>): void {
  const { link, provider, share } = statement;
  const range = typeof share === 'number' ? { low: share, central: share, high: share } : share;
  const row: SupplyRow = {
    link,
    provider,
    share_low: range.low,
    share: range.central,
    share_high: range.high,
    evidence: (typeof share === 'number' ? undefined : share.evidence) ?? statement.evidence,
  };
  const index = draft.supply.findIndex((s) => s.link === link && s.provider === provider);
  if (index < 0) draft.supply.push(row);
  else draft.supply[index] = row;
}
