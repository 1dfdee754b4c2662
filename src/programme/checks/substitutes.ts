import { type Group, linksOfGroups } from '../../chain/chain.ts';
import { applyOverlay } from '../../chain/overlay.ts';
import { findCycles } from '../../kernel/cycles.ts';
import { type Defect, defect } from '../defects.ts';
import type { Programme } from '../programme.ts';
import { linkIds } from './references.ts';
import { optionsOf, type PlacedOption } from './walk.ts';

type Goals = Pick<Programme, 'goals'>;
type ChainParts = Pick<Programme, 'links' | 'requirements' | 'supply' | 'overlay'>;

/** Fields of an option that only some kinds have. */
const FIELDS_OF_KINDS = [
  ['of', ['substitute']],
  ['acceptedBy', ['substitute', 'redesign']],
  ['share', ['recycle']],
] as const;

export function* checkKindFields({ goals }: Goals): Generator<Defect> {
  for (const { value, path } of optionsOf(goals)) {
    for (const [field, kinds] of FIELDS_OF_KINDS) {
      if (value[field] === undefined || kinds.some((kind) => kind === value.kind)) continue;
      const message = `"${value.id}" is of kind ${value.kind} and has ${field}`;
      yield defect('KIND_FIELDS', 'goals', [...path, field], message);
    }
  }
}

export function* checkSubstituteLinks(p: Goals & Pick<Programme, 'links' | 'overlay'>): Generator<Defect> {
  const known = linkIds(p);
  for (const { value, path } of optionsOf(p.goals)) {
    const mentions = [
      [value.of, [...path, 'of']] as const,
      ...(value.acceptedBy ?? []).map((id, i) => [id, [...path, 'acceptedBy', i]] as const),
    ];
    for (const [id, at] of mentions) {
      if (id === undefined || known.has(id)) continue;
      yield defect('UNKNOWN_LINK', 'goals', at, `link "${id}" does not exist`);
    }
  }
}

/** What takes off the need for a link is taken from those who need it, and does not need them in turn. */
export function* checkReliefs(p: ChainParts & Goals): Generator<Defect> {
  const { requirements } = applyOverlay(p, p.overlay);
  const reliefs = [...optionsOf(p.goals)].filter(
    ({ value }) => value.kind === 'substitute' || value.kind === 'redesign',
  );
  const known = linkIds(p);
  yield* reliefs
    .filter(({ goal }) => known.has(goal.link))
    .flatMap((option) => [...checkUsers(option, requirements, known)]);
  yield* checkCircles(reliefs, requirements);
}

function* checkUsers(
  { value, path, goal }: PlacedOption,
  requirements: ReadonlyMap<string, readonly Group[]>,
  known: ReadonlySet<string>,
): Generator<Defect> {
  const needs = (user: string): boolean => linksOfGroups(requirements.get(user) ?? []).includes(goal.link);
  for (const [i, user] of (value.acceptedBy ?? []).entries()) {
    if (!known.has(user) || needs(user)) continue;
    const message = `"${user}" does not need "${goal.link}" itself`;
    yield defect('NO_USER', 'goals', [...path, 'acceptedBy', i], message);
  }
  if (value.acceptedBy || [...requirements.keys()].some(needs)) return;
  const message = `no link needs "${goal.link}", so "${value.id}" changes nothing`;
  yield defect('NO_USER', 'goals', [...path, 'kind'], message);
}

/** Circles that substitutes close; those that the chain has without them are told elsewhere. */
function* checkCircles(
  reliefs: readonly PlacedOption[],
  requirements: ReadonlyMap<string, readonly Group[]>,
): Generator<Defect> {
  const needed = (link: string): string[] => linksOfGroups(requirements.get(link) ?? []);
  if (findCycles(requirements.keys(), needed, 1).length > 0) return;
  const substitutesOf = (user: string): { option: PlacedOption; link: string }[] =>
    reliefs.flatMap((option) => {
      const { of, acceptedBy } = option.value;
      const taken = needed(user).includes(option.goal.link) && (acceptedBy?.includes(user) ?? true);
      return of !== undefined && taken ? [{ option, link: of }] : [];
    });
  const next = (link: string): string[] => [
    ...needed(link),
    ...substitutesOf(link).map((substitute) => substitute.link),
  ];
  for (const cycle of findCycles(requirements.keys(), next)) {
    const closing = cycle.flatMap((link, i) =>
      substitutesOf(link).filter((substitute) => substitute.link === cycle[i + 1]),
    )[0]!;
    const message = `with "${closing.option.value.id}" links need each other: ${cycle.join(' → ')}`;
    yield defect('SUBSTITUTE_CYCLE', 'goals', [...closing.option.path, 'of'], message);
  }
}
