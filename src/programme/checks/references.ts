import type { Field } from '../../contract/folder/index.ts';
import type { DefectCode } from '../catalogue.ts';
import { type Defect, defect } from '../defects.ts';
import type { Part, Programme } from '../programme.ts';
import { measuresOf, modesOf, placed, stagesOf, teamsOf } from './walk.ts';

type Path = readonly (string | number)[];
/** An id that is named somewhere, with the place; `undefined` where nothing is named. */
type Mention = readonly [id: string | undefined, path: Path];
type Links = Pick<Programme, 'links' | 'overlay'>;

/** Ids of the links of the data and of the overlay. */
export function linkIds({ links, overlay }: Links): Set<string> {
  const added = overlay.statements.flatMap((s) => (s.what === 'add-link' ? [s.value.id] : []));
  return new Set([...links.map((row) => row.id), ...added]);
}

/** Field of each link of the data and of the overlay. */
export function linkFields({ links, overlay }: Links): Map<string, Field> {
  const added = overlay.statements.flatMap((s) => (s.what === 'add-link' ? [s.value] : []));
  return new Map([...links, ...added].map((row) => [row.id, row.field]));
}

function* unknown(
  code: DefectCode,
  noun: string,
  part: Part,
  known: { has(id: string): boolean },
  mentions: Iterable<Mention>,
): Generator<Defect> {
  for (const [id, path] of mentions) {
    if (id !== undefined && !known.has(id)) {
      yield defect(code, part, path, `${noun} "${id}" does not exist`);
    }
  }
}

function ids(rows: readonly { readonly id: string }[]): Set<string> {
  return new Set(rows.map((row) => row.id));
}

export function checkRequirementLinks(p: Links & Pick<Programme, 'requirements'>): Iterable<Defect> {
  const mentions = p.requirements.flatMap((row, i): Mention[] => [
    [row.link, [i, 'link']],
    [row.needs, [i, 'needs']],
  ]);
  return unknown('UNKNOWN_LINK', 'link', 'requirements', linkIds(p), mentions);
}

export function checkSupplyLinks(p: Links & Pick<Programme, 'supply'>): Iterable<Defect> {
  const mentions = p.supply.map((row, i): Mention => [row.link, [i, 'link']]);
  return unknown('UNKNOWN_LINK', 'link', 'supply', linkIds(p), mentions);
}

export function checkOverlayLinks(p: Links): Iterable<Defect> {
  const mentions = p.overlay.statements.flatMap((s, i): Mention[] => [
    ['link' in s ? s.link : undefined, ['statements', i, 'link']],
    ['needs' in s ? s.needs : undefined, ['statements', i, 'needs']],
  ]);
  return unknown('UNKNOWN_LINK', 'link', 'overlay', linkIds(p), mentions);
}

export function checkProductLinks(p: Links & Pick<Programme, 'muster'>): Iterable<Defect> {
  const mentions = p.muster.products.map((product, i): Mention => [product.link, ['products', i, 'link']]);
  return unknown('UNKNOWN_LINK', 'link', 'muster', linkIds(p), mentions);
}

export function checkGoalLinks(p: Links & Pick<Programme, 'goals'>): Iterable<Defect> {
  const mentions = p.goals.map((goal, i): Mention => [goal.link, [i, 'link']]);
  return unknown('UNKNOWN_LINK', 'link', 'goals', linkIds(p), mentions);
}

export function* checkScenarioLinks(p: Links & Pick<Programme, 'scenarios'>): Generator<Defect> {
  const mentions: Mention[] = [];
  for (const { value, path } of measuresOf(p.scenarios)) {
    for (const id of placed(value.links.ids ?? [], [...path, 'links', 'ids']))
      mentions.push([id.value, id.path]);
  }
  for (const [i, scenario] of p.scenarios.entries()) {
    for (const key of ['capacityChanges', 'exportLoss'] as const) {
      for (const [j, { link }] of scenario[key].entries()) mentions.push([link, [i, key, j, 'link']]);
    }
  }
  yield* unknown('UNKNOWN_LINK', 'link', 'scenarios', linkIds(p), mentions);
}

/** A tag that no link has: the measure would silently hit less than it says. */
export function* checkMeasureTags(p: Links & Pick<Programme, 'scenarios'>): Generator<Defect> {
  const added = p.overlay.statements.flatMap((s) => (s.what === 'add-link' ? [s.value] : []));
  const tags = new Set([...p.links, ...added].flatMap((row) => row.tags));
  for (const { value, path } of measuresOf(p.scenarios)) {
    const mentions = (value.links.tags ?? []).map((tag, i): Mention => [tag, [...path, 'links', 'tags', i]]);
    yield* unknown('UNKNOWN_TAG', 'tag', 'scenarios', tags, mentions);
  }
}

export function* checkProviders(p: Pick<Programme, 'providers' | 'supply'>): Generator<Defect> {
  const known = ids(p.providers);
  const parents = p.providers.map((row, i): Mention => [row.parent, [i, 'parent']]);
  yield* unknown('UNKNOWN_PROVIDER', 'provider', 'providers', known, parents);
  const suppliers = p.supply.map((row, i): Mention => [row.provider, [i, 'provider']]);
  yield* unknown('UNKNOWN_PROVIDER', 'provider', 'supply', known, suppliers);
}

export function checkOverlayProviders(p: Pick<Programme, 'providers' | 'overlay'>): Iterable<Defect> {
  const mentions = p.overlay.statements.map(
    (s, i): Mention => [s.what === 'supply' ? s.provider : undefined, ['statements', i, 'provider']],
  );
  return unknown('UNKNOWN_PROVIDER', 'provider', 'overlay', ids(p.providers), mentions);
}

export function* checkScenarioProviders(p: Pick<Programme, 'providers' | 'scenarios'>): Generator<Defect> {
  const mentions: Mention[] = [];
  for (const { value, path } of measuresOf(p.scenarios)) {
    const list = placed(value.who.providers ?? [], [...path, 'who', 'providers']);
    for (const id of list) mentions.push([id.value, id.path]);
  }
  for (const [i, scenario] of p.scenarios.entries()) {
    for (const [j, { provider }] of scenario.capacityChanges.entries()) {
      mentions.push([provider, [i, 'capacityChanges', j, 'provider']]);
    }
  }
  yield* unknown('UNKNOWN_PROVIDER', 'provider', 'scenarios', ids(p.providers), mentions);
}

export function* checkActors(p: Pick<Programme, 'actors' | 'goals'>): Generator<Defect> {
  const teams = [...teamsOf(p.goals)].map(({ value, path }): Mention => [value.actor, [...path, 'actor']]);
  const adopters = [...stagesOf(p.goals)].map(
    ({ value, path }): Mention => [value.adopter, [...path, 'adopter']],
  );
  yield* unknown('UNKNOWN_ACTOR', 'actor', 'goals', ids(p.actors), [...teams, ...adopters]);
}

export function checkInstruments(p: Pick<Programme, 'instruments' | 'goals'>): Iterable<Defect> {
  const mentions = [...modesOf(p.goals)].map(
    ({ value, path }): Mention => [value.instrument, [...path, 'instrument']],
  );
  return unknown('UNKNOWN_INSTRUMENT', 'instrument', 'goals', ids(p.instruments), mentions);
}

export function checkResources(p: Pick<Programme, 'resources' | 'goals'>): Iterable<Defect> {
  const mentions = [...stagesOf(p.goals)].flatMap(({ value, path }) =>
    Object.keys(value.needs).map((id): Mention => [id, [...path, 'needs', id]]),
  );
  return unknown('UNKNOWN_RESOURCE', 'resource', 'goals', ids(p.resources), mentions);
}

export function checkHosts(p: Pick<Programme, 'resources' | 'actors'>): Iterable<Defect> {
  const mentions = p.resources.map((row, i): Mention => [row.host, [i, 'host']]);
  return unknown('UNKNOWN_ACTOR', 'actor', 'resources', ids(p.actors), mentions);
}

export function checkFacilities(p: Pick<Programme, 'resources' | 'instruments'>): Iterable<Defect> {
  const mentions = p.instruments.map(
    (instrument, i): Mention => [instrument.facility?.resource, [i, 'facility', 'resource']],
  );
  return unknown('UNKNOWN_RESOURCE', 'resource', 'instruments', ids(p.resources), mentions);
}

export function checkRequiredGoals({ goals }: Pick<Programme, 'goals'>): Iterable<Defect> {
  const mentions = [...stagesOf(goals)].flatMap(({ value, path }) =>
    value.requires.map((id, i): Mention => [id, [...path, 'requires', i]]),
  );
  return unknown('UNKNOWN_GOAL', 'goal', 'goals', ids(goals), mentions);
}

export function checkIncludes({ scenarios }: Pick<Programme, 'scenarios'>): Iterable<Defect> {
  const mentions = scenarios.flatMap((scenario, i) =>
    scenario.includes.map((id, j): Mention => [id, [i, 'includes', j]]),
  );
  return unknown('UNKNOWN_SCENARIO', 'scenario', 'scenarios', ids(scenarios), mentions);
}

/** Whatever names evidence, in any part, names a row of evidence.csv. */
export function checkEvidenceIds(part: Part) {
  return (p: Pick<Programme, Part>): Iterable<Defect> =>
    unknown('UNKNOWN_EVIDENCE', 'evidence', part, ids(p.evidence), evidenceMentions(p[part], []));
}

function* evidenceMentions(value: unknown, path: Path): Generator<Mention> {
  if (value === null || typeof value !== 'object') return;
  for (const [key, inner] of Object.entries(value as Record<string, string | string[] | undefined>)) {
    const at = [...path, Array.isArray(value) ? Number(key) : key];
    if (key !== 'evidence') yield* evidenceMentions(inner, at);
    else if (!Array.isArray(inner)) yield [inner, at];
    else for (const [i, entry] of inner.entries()) yield [entry.replace(/^.*:/, ''), [...at, i]];
  }
}
