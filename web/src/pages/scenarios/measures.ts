import type { Content } from '../../../../src/contract/api/content.ts';
import type { WhatIf } from '../../../../src/contract/api/what-if.ts';

type Scenario = Content['parts']['scenarios'][number];
type Measure = Scenario['measures'][number];
type Asked = WhatIf['measures'][number];

/** What a measure can cover. */
export const COVERS = ['goods', 'technology', 'service', 'people'] as const;
export type Cover = (typeof COVERS)[number];

/** A measure as it is built on the page. What lists no link hits all of them. */
export interface Draft {
  readonly jurisdictions: readonly string[];
  readonly providers: readonly string[];
  readonly links: readonly string[];
  readonly fields: readonly string[];
  readonly tags: readonly string[];
  readonly atMost: number | null;
  readonly atLeast: number | null;
  /** ISO day; empty: from the start of the cut-off. */
  readonly from: string;
  /** Fraction of the trade that is hit, 0 to 1. */
  readonly severity: number;
  /** Fraction of trade expected to be licensed; null: licences are denied. */
  readonly licensed: number | null;
  readonly covers: readonly Cover[];
}

export const EMPTY: Draft = {
  jurisdictions: [],
  providers: [],
  links: [],
  fields: [],
  tags: [],
  atMost: null,
  atLeast: null,
  from: '',
  severity: 1,
  licensed: null,
  covers: COVERS,
};

/** It names somebody whose trade it stops. */
export const isWhole = ({ jurisdictions, providers, covers }: Draft): boolean =>
  jurisdictions.length + providers.length > 0 && covers.length > 0;

const LISTS = { j: 'jurisdictions', p: 'providers', l: 'links', f: 'fields', t: 'tags' } as const;
const NUMBERS = { max: 'atMost', min: 'atLeast', s: 'severity', c: 'licensed' } as const;
const SAFE = /[~!*:,%]/g;
const coded = (text: string): string =>
  text.replace(SAFE, (letter) => `%${letter.charCodeAt(0).toString(16).padStart(2, '0')}`);
const decoded = (text: string): string =>
  text.replace(/%([0-9a-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** Measures in the address: `j:CHN,RUS!f:chips!s:0.5*p:asml`, what is as usual left out. */
export function printMeasures(drafts: readonly Draft[]): string {
  return drafts
    .map((draft) => {
      const parts: string[] = [];
      for (const [key, name] of Object.entries(LISTS)) {
        if (draft[name].length > 0) parts.push(`${key}:${draft[name].map(coded).join(',')}`);
      }
      for (const [key, name] of Object.entries(NUMBERS)) {
        if (draft[name] !== EMPTY[name]) parts.push(`${key}:${draft[name]}`);
      }
      if (draft.from !== '') parts.push(`d:${coded(draft.from)}`);
      if (draft.covers.length < COVERS.length) parts.push(`v:${draft.covers.join(',')}`);
      return parts.join('!') || '~';
    })
    .join('*');
}

/** What `printMeasures` wrote; what is not understood is left out. */
export function parseMeasures(text: string): Draft[] {
  if (text === '') return [];
  return text.split('*').map((one) => {
    const draft: Record<string, unknown> = { ...EMPTY };
    for (const part of one.split('!')) {
      const colon = part.indexOf(':');
      const [key, value] = [part.slice(0, colon), part.slice(colon + 1)];
      const list = LISTS[key as keyof typeof LISTS];
      const number = NUMBERS[key as keyof typeof NUMBERS];
      if (list) draft[list] = value.split(',').filter(Boolean).map(decoded);
      else if (number && Number.isFinite(Number(value)) && value !== '') draft[number] = Number(value);
      else if (key === 'd') draft.from = decoded(value);
      else if (key === 'v') draft.covers = COVERS.filter((cover) => value.split(',').includes(cover));
    }
    return draft as unknown as Draft;
  });
}

/** A measure in the words of the folder. */
export function measureOf(draft: Draft): Asked {
  const { jurisdictions, providers, links, fields, tags, atMost, atLeast } = draft;
  const everything = links.length + fields.length + tags.length === 0;
  return {
    who: {
      ...(jurisdictions.length > 0 ? { jurisdictions: [...jurisdictions] } : {}),
      ...(providers.length > 0 ? { providers: [...providers] } : {}),
    },
    links: everything
      ? { all: true }
      : {
          ...(links.length > 0 ? { ids: [...links] } : {}),
          ...(fields.length > 0 ? { fields: [...fields] as never } : {}),
          ...(tags.length > 0 ? { tags: [...tags] } : {}),
        },
    ...(atMost === null && atLeast === null
      ? {}
      : {
          grade: { ...(atMost === null ? {} : { atMost }), ...(atLeast === null ? {} : { atLeast }) },
        }),
    covers: [...draft.covers],
    licence:
      draft.licensed === null ? { policy: 'deny' } : { policy: 'case-by-case', probability: draft.licensed },
    severity: draft.severity,
    ...(draft.from === '' ? {} : { from: draft.from }),
    actsOn: 'headquarters',
  };
}

/** Every measure of a scenario, those of scenarios it includes too, each once. */
export function measuresOf(scenarios: readonly Scenario[], id: string): Measure[] {
  const found = new Map<string, Measure>();
  const seen = new Set<string>();
  const take = (name: string): void => {
    const scenario = scenarios.find((one) => one.id === name);
    if (!scenario || seen.has(name)) return;
    seen.add(name);
    for (const measure of scenario.measures) if (!found.has(measure.id)) found.set(measure.id, measure);
    for (const other of scenario.includes) take(other);
  };
  take(id);
  return [...found.values()];
}

/** A name as an id that no other scenario has. */
export function idOf(name: string, taken: readonly string[]): string {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  const base = plain || 'scenario';
  let id = base;
  for (let n = 2; taken.includes(id); n++) id = `${base}-${n}`;
  return id;
}

/** What was built, as a scenario of the programme: the measures of its base that hold, and those made up. */
export function scenarioOf(built: {
  id: string;
  name: string;
  weight: number;
  asOf: string;
  start: string;
  reading: 'home' | 'world' | undefined;
  base: Scenario | undefined;
  kept: readonly Measure[];
  drafts: readonly Draft[];
}): Scenario {
  const { id, name, weight, asOf, start, base, kept, drafts } = built;
  const begins = start || base?.start;
  const taken = new Set(kept.map((measure) => measure.id));
  let n = 0;
  const freshId = (): string => {
    do n += 1;
    while (taken.has(`measure-${n}`));
    return `measure-${n}`;
  };
  return {
    id,
    name,
    weight,
    asOf,
    reading: built.reading ?? base?.reading ?? 'home',
    ...(begins ? { start: begins } : {}),
    hypothetical: true,
    measures: [
      ...kept,
      ...drafts.map((draft): Measure => ({ ...measureOf(draft), id: freshId(), status: 'hypothetical' })),
    ],
    capacityChanges: base?.capacityChanges ?? [],
    reopens: base?.reopens ?? [],
    exportLoss: base?.exportLoss ?? [],
    includes: [],
  };
}
