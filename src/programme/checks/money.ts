import type { ActorType, Fund } from '../../contract/folder/index.ts';
import { horizonEnd } from '../../kernel/days.ts';
import { type Defect, defect } from '../defects.ts';
import { takesPublicMoney } from '../financing.ts';
import type { Programme } from '../programme.ts';
import { linkFields } from './references.ts';
import { missingGates, modesOf, placed } from './walk.ts';

/** The window of a fund and the periods of the programme meet. */
function windowIsOpen({ window }: Fund, start: string, end: string): boolean {
  if (!window) return true;
  return window.from <= window.until && window.from < end && window.until >= start;
}

export function* checkFundPeriods({ funds, muster }: Pick<Programme, 'funds' | 'muster'>): Generator<Defect> {
  const { periods } = muster;
  const end = horizonEnd(periods);
  for (const { value, path } of placed(funds)) {
    const { window } = value;
    if (window?.cancelled !== undefined && window.cancelled < window.until) {
      const message = `cancelled on ${window.cancelled}, before ${window.until}`;
      yield defect('FUND_WINDOW', 'funds', [...path, 'window'], message);
    }
    if (!windowIsOpen(value, periods.start, end)) {
      const message = `${value.window!.from} to ${value.window!.until} does not meet ${periods.start} to ${end}`;
      yield defect('FUND_WINDOW', 'funds', [...path, 'window'], message);
    }
    if (Array.isArray(value.perPeriod) && value.perPeriod.length !== periods.count) {
      const message = `${value.perPeriod.length} amounts for ${periods.count} periods`;
      yield defect('FUND_PERIODS', 'funds', [...path, 'perPeriod'], message);
    }
  }
}

export function* checkResourcePeriods({
  resources,
  muster,
}: Pick<Programme, 'resources' | 'muster'>): Generator<Defect> {
  for (const { value, path } of placed(resources)) {
    if (value.from_period <= muster.periods.count) continue;
    const message = `from_period ${value.from_period} of ${muster.periods.count}`;
    yield defect('RESOURCE_PERIOD', 'resources', path, message);
  }
}

/** Every resource is one thing, with an amount from the first period on: absent is not zero. */
export function* checkResourceSeries({ resources }: Pick<Programme, 'resources'>): Generator<Defect> {
  const firstRows = new Map<string, number>();
  for (const [i, row] of resources.entries()) {
    const first = resources[firstRows.get(row.id) ?? i]!;
    if (first === row) firstRows.set(row.id, i);
    const differs = (['name', 'name_zh', 'kind', 'unit', 'region', 'host'] as const).find(
      (key) => row[key] !== first[key],
    );
    if (differs === undefined) continue;
    const message = `${differs} of "${row.id}" differs from that of its first row`;
    yield defect('RESOURCE_CONFLICT', 'resources', [i], message);
  }
  const started = new Set(resources.filter((row) => row.from_period === 1).map((row) => row.id));
  for (const [id, i] of firstRows) {
    if (!started.has(id)) yield defect('RESOURCE_START', 'resources', [i], `"${id}" has no row for period 1`);
  }
}

/** The instrument of a mode allows the mode, its public share and some team that can be chosen. */
export function* checkModes({
  goals,
  instruments,
  actors,
}: Pick<Programme, 'goals' | 'instruments' | 'actors'>): Generator<Defect> {
  const byId = new Map(instruments.map((instrument) => [instrument.id, instrument]));
  const types = new Map(actors.map((actor) => [actor.id, actor.type]));
  for (const { value, path, option } of modesOf(goals)) {
    const instrument = byId.get(value.instrument);
    if (!instrument) continue;
    const name = `instrument "${instrument.id}"`;
    if (!instrument.modes.includes(value.mode)) {
      yield defect('INSTRUMENT_MODE', 'goals', [...path, 'mode'], `${name} does not allow ${value.mode}`);
    }
    if (value.publicShare > instrument.publicShareMax) {
      const message = `${value.publicShare} is above ${instrument.publicShareMax}, the most of ${name}`;
      yield defect('PUBLIC_SHARE', 'goals', [...path, 'publicShare'], message);
    }
    const able = option.value.teams.filter((team) => missingGates(team).length === 0);
    const teams = able.map((team) => types.get(team.actor)).filter((type) => type !== undefined);
    if (teams.length > 0 && !teams.some((type) => eligible(instrument, type))) {
      const message = `no team of "${option.value.id}" may use ${name}`;
      yield defect('INSTRUMENT_ACTOR', 'goals', [...path, 'instrument'], message);
    }
  }
}

/** Who may use an instrument, or be paid from a fund. */
function eligible({ actorTypes }: { readonly actorTypes?: readonly ActorType[] }, type: ActorType): boolean {
  return actorTypes === undefined || actorTypes.includes(type);
}

/** Some fund may pay the public share of a mode, for some team that can be chosen. */
export function* checkFunding(
  p: Pick<Programme, 'goals' | 'instruments' | 'funds' | 'actors' | 'links' | 'overlay' | 'muster'>,
): Generator<Defect> {
  const end = horizonEnd(p.muster.periods);
  const open = p.funds.filter((fund) => windowIsOpen(fund, p.muster.periods.start, end));
  const instruments = new Map(p.instruments.map((instrument) => [instrument.id, instrument]));
  const types = new Map(p.actors.map((actor) => [actor.id, actor.type]));
  const fields = linkFields(p);
  for (const { value, path, option } of modesOf(p.goals)) {
    const instrument = instruments.get(value.instrument);
    const field = fields.get(option.goal.link);
    if (!instrument || field === undefined || !takesPublicMoney(value, instrument)) continue;
    const payers = open.filter(
      (fund) =>
        instrument.fundTypes.includes(fund.type) &&
        (fund.purpose.fields?.includes(field) ?? true) &&
        (fund.purpose.kinds?.includes(option.value.kind) ?? true),
    );
    const able = option.value.teams.filter((team) => missingGates(team).length === 0);
    const teams = able.map((team) => types.get(team.actor)).filter((type) => type !== undefined);
    const usable = teams.filter((type) => eligible(instrument, type));
    if (usable.length === 0 && payers.length > 0) continue;
    if (payers.some((fund) => usable.some((type) => eligible(fund.purpose, type)))) continue;
    const message = `no fund may pay the public share of "${option.value.id}" by "${instrument.id}"`;
    yield defect('NO_FUND', 'goals', [...path, 'publicShare'], message);
  }
}
