import { assess } from '../../src/app/assess.ts';
import { makePlan } from '../../src/app/plan.ts';
import { loadLinearSolver } from '../../src/compute/highs-solver.ts';
import type { Assessment } from '../../src/contract/assess.ts';
import type {
  ActorType,
  Commitment,
  Figure,
  Fund,
  Gate,
  Goal,
  Instrument,
  LinkRow,
  Measure,
  Mode,
  MusterFile,
  Option,
  OverlayStatement,
  ProviderRow,
  RequirementRow,
  ResourceRow,
  Scenario,
  Stage,
  SupplyRow,
  Team,
} from '../../src/contract/folder/index.ts';
import type { Plan } from '../../src/contract/plan.ts';
import { DEFECTS } from '../../src/programme/catalogue.ts';
import { checkProgramme } from '../../src/programme/check.ts';
import type { Programme } from '../../src/programme/programme.ts';

/**
 * Tiny programmes for tests that are worked by hand. Unless a test says otherwise: home is HOM, a period is a year
 * that starts on 1 January 2030, nothing is discounted, a unit of public money costs one, the one product is `chip`
 * and worth 100 a year, home needs 1 of every link (the whole of the world's supply), can obtain all of what is
 * accessible and makes nothing of it itself.
 */

interface Small {
  readonly links: readonly LinkRow[];
  readonly needs?: readonly RequirementRow[];
  /** Shares by link and provider; null: supplies it, how much is unknown. */
  readonly supply?: Readonly<Record<string, Readonly<Record<string, Figure | null>>>>;
  readonly companies?: readonly ProviderRow[];
  readonly scenarios?: readonly Scenario[];
  readonly overlay?: readonly OverlayStatement[];
  readonly goals?: readonly Goal[];
  readonly commitments?: readonly Commitment[];
  readonly funds?: readonly Fund[];
  /** Beside the plain grant. */
  readonly instruments?: readonly Instrument[];
  readonly resources?: readonly ResourceRow[];
  readonly actors?: Readonly<Record<string, ActorType>>;
  readonly products?: MusterFile['products'];
  readonly periods?: number;
  readonly length?: MusterFile['periods']['length'];
  readonly discountRate?: number;
  readonly mcpf?: number;
  readonly home?: readonly string[];
}

const EVIDENCE = 'hand';

/** A programme with everything that the test does not speak of filled in; refuses one that `muster check` would. */
export function programme(small: Small): Programme {
  const goals = [...(small.goals ?? [])];
  const whole: Programme = {
    muster: {
      schema: 'muster/programme@1',
      name: 'Small programme',
      home: [...(small.home ?? ['HOM'])],
      currency: 'EUR',
      priceYear: 2030,
      periods: { start: '2030-01-01', length: small.length ?? 'P1Y', count: small.periods ?? 1 },
      discountRate: small.discountRate ?? 0,
      marginalCostOfPublicFunds: small.mcpf ?? 1,
      products: [...(small.products ?? [product('chip')])],
      seed: 1,
    },
    links: small.links,
    requirements: small.needs ?? [],
    supply: supplyRows(small.supply ?? {}),
    providers: providerRows(small),
    overlay: { schema: 'muster/overlay@1', statements: [...(small.overlay ?? [])] },
    scenarios: small.scenarios ?? [],
    goals,
    commitments: small.commitments ?? [],
    instruments: [instrument('grant'), ...(small.instruments ?? [])],
    funds: small.funds ?? [fund('budget', 1e6), fund('firms', 1e6, { type: 'company', public: false })],
    actors: actorRows(goals, small.actors ?? {}),
    resources: small.resources ?? [],
    evidence: [{ id: EVIDENCE, mark: 'judgement', title: 'Worked by hand', year: 2030 }],
    judgements: [],
  };
  const errors = checkProgramme(whole).filter(({ code }) => DEFECTS[code].severity === 'error');
  if (errors.length > 0) throw new Error(errors.map(({ code, message }) => `${code}: ${message}`).join('\n'));
  return whole;
}

function supplyRows(supply: NonNullable<Small['supply']>): SupplyRow[] {
  return Object.entries(supply).flatMap(([link, shares]) =>
    Object.entries(shares).map(([provider, share]): SupplyRow => {
      if (share === null) return { link, provider };
      if (typeof share === 'number') return { link, provider, share, evidence: EVIDENCE };
      const { low, central, high } = share;
      return { link, provider, share_low: low, share: central, share_high: high, evidence: EVIDENCE };
    }),
  );
}

function providerRows({ supply, companies = [], overlay = [] }: Small): ProviderRow[] {
  const stated = overlay.flatMap((statement) => (statement.what === 'supply' ? [statement.provider] : []));
  const named = [...Object.values(supply ?? {}).flatMap((shares) => Object.keys(shares)), ...stated];
  const known = new Set(companies.map(({ id }) => id));
  const jurisdictions = [...new Set(named)].filter((id) => !known.has(id));
  return [
    ...jurisdictions.map((id): ProviderRow => ({ id, name: id, type: 'jurisdiction', plants: [] })),
    ...companies,
  ];
}

function actorRows(goals: readonly Goal[], types: Readonly<Record<string, ActorType>>): Programme['actors'] {
  const ids = goals.flatMap(({ options }) =>
    options.flatMap(({ teams, stages }) => [
      ...teams.map(({ actor }) => actor),
      ...stages.flatMap(({ adopter }) => adopter ?? []),
    ]),
  );
  return [...new Set(ids)].map((id) => ({
    id,
    name: id,
    type: types[id] ?? 'private',
    jurisdiction: 'HOM',
    evidence: EVIDENCE,
  }));
}

/** A link of which home needs 1, can obtain all and makes nothing, unless `more` says otherwise. */
export function link(id: string, more: Partial<LinkRow> = {}): LinkRow {
  return {
    id,
    name: id,
    field: 'chips',
    kind: 'tool',
    home_need: 1,
    home_capacity: 0,
    obtainable: 1,
    tags: [],
    evidence: [EVIDENCE],
    ...more,
  };
}

/** A link that only home makes, all that it needs of it if its requirements hold: a product or a process. */
export function made(id: string, more: Partial<LinkRow> = {}): LinkRow {
  return link(id, { kind: id === 'chip' ? 'product' : 'process', home_capacity: 1, ...more });
}

export function company(id: string, headquarters: string, plants: readonly string[] = []): ProviderRow {
  return { id, name: id, type: 'company', headquarters, plants: [...plants] };
}

/** Requirements of a link through one gate; several groups of a link must all hold. */
export function needs(
  of: string,
  members: readonly string[],
  gate: Gate = 'all',
  more: { readonly k?: number; readonly group?: string; readonly parent_group?: string } = {},
): RequirementRow[] {
  const { k, group = 'inputs', parent_group } = more;
  return members.map((member) => ({ link: of, group, parent_group, gate, k, needs: member }));
}

/** A product; `ladder` as pairs of level and share of the value kept. */
export function product(
  id: string,
  value = 100,
  ladder: readonly (readonly [number, number])[] = [[1, 1]],
): MusterFile['products'][number] {
  return {
    link: id,
    needWeight: 1,
    valuePerYear: value,
    ladder: ladder.map(([level, share]) => ({ level, share })),
  };
}

/** A cut-off from the first day on, unless `more` says otherwise. */
export function scenario(measures: readonly Measure[], more: Partial<Scenario> = {}): Scenario {
  return {
    id: 'cut',
    name: 'Cut-off',
    weight: 1,
    asOf: '2029-12-31',
    reading: 'home',
    hypothetical: true,
    measures: [...measures],
    capacityChanges: [],
    exportLoss: [],
    includes: [],
    ...more,
  };
}

let measures = 0;

/** A complete denial of goods of all links by these jurisdictions, unless `more` says otherwise. */
export function deny(jurisdictions: readonly string[], more: Partial<Measure> = {}): Measure {
  measures++;
  return {
    id: `measure-${measures}`,
    who: { jurisdictions: [...jurisdictions] },
    links: { all: true },
    covers: ['goods'],
    licence: { policy: 'deny' },
    severity: 1,
    actsOn: 'headquarters',
    status: 'hypothetical',
    ...more,
  };
}

export function goal(linkId: string, options: readonly Option[], more: Partial<Goal> = {}): Goal {
  return { id: `goal-${linkId}`, name: linkId, link: linkId, level: 1, options: [...options], ...more };
}

/** A research stage of one period that passes for sure and costs nothing, unless `more` says otherwise. */
export function stage(more: Partial<Stage> = {}): Stage {
  return {
    name: 'research',
    periods: 1,
    costPerPeriod: 0,
    success: 1,
    proves: false,
    needs: {},
    requires: [],
    ...more,
  };
}

/** An option of one stage, by one team, led by the state and paid in full from public money. */
export function option(id: string, only: Partial<Stage> = {}, more: Partial<Option> = {}): Option {
  return {
    id,
    name: id,
    kind: 'make',
    q: 1,
    stages: [stage(only)],
    modes: [mode('state-led', 1)],
    teams: [team('lab')],
    evidence: EVIDENCE,
    ...more,
  };
}

/** An instrument that any fund of the state may pay, for any lead and anybody. */
export function instrument(kind: Instrument['kind'], more: Partial<Instrument> = {}): Instrument {
  return {
    id: kind,
    name: kind,
    kind,
    fundTypes: ['fiscal', 'industrial-fund'],
    publicShareMax: 1,
    modes: ['state-led', 'mixed', 'market-led'],
    evidence: EVIDENCE,
    ...more,
  };
}

export function mode(name: Mode['mode'], publicShare: number, factors: Mode['factors'] = {}): Mode {
  return { mode: name, instrument: 'grant', publicShare, factors };
}

export function team(actor: string, more: Partial<Team> = {}): Team {
  return {
    actor,
    r: 1,
    factors: {},
    gates: { capital: 'pass', competence: 'pass', riskControl: 'pass' },
    support: [],
    ...more,
  };
}

export function fund(id: string, perPeriod: Fund['perPeriod'], more: Partial<Fund> = {}): Fund {
  return {
    id,
    name: id,
    type: 'fiscal',
    public: true,
    perPeriod,
    purpose: {},
    carryOver: false,
    evidence: EVIDENCE,
    ...more,
  };
}

/** What an overlay statement says of its author. */
export const SAID = {
  author: 'A. Tester',
  reason: 'worked by hand',
  confidence: 'high',
  evidence: EVIDENCE,
} as const;

/** The assessment of the first scenario. */
export function assessed(small: Programme, options: Partial<Parameters<typeof assess>[1]> = {}): Assessment {
  return assess(small, { maxOrder: 2, gates: 'unknown', ...options });
}

/** The assessment of the one product of a programme. */
export function outcome(small: Programme, options: Partial<Parameters<typeof assess>[1]> = {}) {
  return assessed(small, options).products[0]!;
}

const solver = await loadLinearSolver();

export function planOf(small: Programme): Plan {
  return makePlan(small, solver, { gap: 0, seconds: () => 0 });
}

/** Ids of the options that a plan starts, in order of their names. */
export function startedOptions(plan: Plan): string[] {
  return plan.funded.map(({ project }) => project.slice(0, project.indexOf('/'))).sort();
}

export { solver };
