import { draftGroups, type GroupDraft, type LinkDraft } from '../../chain/groups.ts';
import type { OverlayStatement } from '../../contract/folder/index.ts';
import type { DefectCode } from '../catalogue.ts';
import { type Defect, defect } from '../defects.ts';
import type { Programme } from '../programme.ts';
import { linkIds } from './references.ts';

type Statement<W extends OverlayStatement['what']> = Extract<OverlayStatement, { what: W }>;
type Found = { readonly code: DefectCode; readonly key: string; readonly message: string };

/**
 * Statements on groups and requirements, each against the data as the statements before it leave it. Links that
 * do not exist are reported elsewhere.
 */
export function* checkStatements(
  p: Pick<Programme, 'links' | 'requirements' | 'overlay'>,
): Generator<Defect> {
  const drafts = draftGroups(p.requirements);
  const known = linkIds(p);
  for (const [index, statement] of p.overlay.statements.entries()) {
    if (!('link' in statement) || !known.has(statement.link)) continue;
    const groups: LinkDraft = drafts.get(statement.link) ?? new Map();
    drafts.set(statement.link, groups);
    for (const { code, key, message } of findingsOn(groups, statement)) {
      yield defect(code, 'overlay', ['statements', index, key], message);
    }
  }
}

function findingsOn(groups: LinkDraft, statement: OverlayStatement): Found[] {
  switch (statement.what) {
    case 'gate':
      return groups.has(statement.group) ? [] : [noGroup(statement)];
    case 'add-requirement':
      return add(groups, statement);
    case 'remove-requirement':
    case 'qualify-requirement':
      return change(groups, statement);
    default:
      return [];
  }
}

function noGroup({ link, group }: Statement<'gate'>): Found {
  return { code: 'UNKNOWN_GROUP', key: 'group', message: `group "${group}" of "${link}" does not exist` };
}

function add(groups: LinkDraft, statement: Statement<'add-requirement'>): Found[] {
  const { link, group: id, gate, k, needs } = statement;
  const group = groups.get(id);
  if (!group) {
    const created: GroupDraft = { id, parent: undefined, gate: gate ?? 'all', k, members: [] };
    groups.set(id, { ...created, members: [{ link: needs, share: 1 }] });
    if ((gate === 'at-least') === (k !== undefined)) return [];
    const message = k === undefined ? 'gate at-least without k' : 'k without gate at-least';
    return [{ code: 'GATE_K', key: 'gate', message }];
  }
  const found: Found[] = [];
  if ((gate !== undefined && gate !== group.gate) || (k !== undefined && k !== group.k)) {
    const message = `group "${id}" of "${link}" exists already, with another gate or k`;
    found.push({ code: 'GATE_CONFLICT', key: 'gate', message });
  }
  if (group.members.some((member) => member.link === needs)) {
    const message = `group "${id}" of "${link}" needs "${needs}" already`;
    found.push({ code: 'DUPLICATE_ROW', key: 'needs', message });
  }
  group.members.push({ link: needs, share: 1 });
  return found;
}

function change(
  groups: LinkDraft,
  { what, link, needs }: Statement<'remove-requirement' | 'qualify-requirement'>,
): Found[] {
  let exists = false;
  for (const group of groups.values()) {
    exists ||= group.members.some((member) => member.link === needs);
    if (what === 'remove-requirement') group.members = group.members.filter((m) => m.link !== needs);
  }
  if (exists) return [];
  return [{ code: 'UNKNOWN_REQUIREMENT', key: 'needs', message: `"${link}" does not need "${needs}"` }];
}
