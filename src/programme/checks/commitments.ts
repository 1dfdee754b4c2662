import { commitmentId } from '../commitment-id.ts';
import { type Defect, defect } from '../defects.ts';
import type { Programme } from '../programme.ts';
import { optionsOf, placed } from './walk.ts';

type Commitments = Pick<Programme, 'commitments'>;

/** One commitment of a kind for each project or goal. That a project is locked in and out is found by the plan. */
export function* checkOnce({ commitments }: Commitments): Generator<Defect> {
  const seen = new Set<string>();
  for (const { value, path } of placed(commitments)) {
    const key = commitmentId(value);
    if (seen.has(key)) yield defect('DUPLICATE_ROW', 'commitments', path, `"${key}" already stands above`);
    seen.add(key);
  }
}

export function* checkSubjects({
  commitments,
  goals,
}: Commitments & Pick<Programme, 'goals'>): Generator<Defect> {
  const projects = new Set(
    [...optionsOf(goals)].flatMap(({ value }) => value.teams.map(({ actor }) => `${value.id}/${actor}`)),
  );
  const goalIds = new Set(goals.map(({ id }) => id));
  for (const { value, path } of placed(commitments)) {
    if ('deadline' in value) {
      const { deadline } = value;
      if (!goalIds.has(deadline)) {
        yield defect('UNKNOWN_GOAL', 'commitments', [...path, 'deadline'], `no goal "${deadline}"`);
      }
      continue;
    }
    const [key, id] =
      'lockIn' in value
        ? ['lockIn', value.lockIn]
        : 'lead' in value
          ? ['lead', value.lead]
          : ['lockOut', value.lockOut];
    if (!projects.has(id))
      yield defect('UNKNOWN_PROJECT', 'commitments', [...path, key], `no project "${id}"`);
  }
}

/** The option of a project offers the lead asked for, and a decision on it asks for no other. */
export function* checkModes({
  commitments,
  goals,
}: Commitments & Pick<Programme, 'goals'>): Generator<Defect> {
  const options = new Map([...optionsOf(goals)].map(({ value }) => [value.id, value]));
  const decided = new Map(commitments.flatMap((one) => ('lead' in one ? [[one.lead, one.mode]] : [])));
  for (const { value, path } of placed(commitments)) {
    if ('lockOut' in value || 'deadline' in value || value.mode === undefined) continue;
    const project = 'lead' in value ? value.lead : value.lockIn;
    const option = options.get(project.split('/')[0]!);
    const lead = decided.get(project);
    if (option && !option.modes.some(({ mode }) => mode === value.mode)) {
      const offered = option.modes.map(({ mode }) => mode).join(', ');
      const message = `"${option.id}" offers ${offered}, not ${value.mode}`;
      yield defect('COMMITMENT_MODE', 'commitments', [...path, 'mode'], message);
    } else if (lead !== undefined && lead !== value.mode) {
      const message = `"${project}" is locked in ${value.mode}, and its lead is decided as ${lead}`;
      yield defect('COMMITMENT_MODE', 'commitments', [...path, 'mode'], message);
    }
  }
}

export function* checkPeriods({
  commitments,
  muster,
}: Commitments & Pick<Programme, 'muster'>): Generator<Defect> {
  const { count } = muster.periods;
  for (const { value, path } of placed(commitments)) {
    if ('lockOut' in value || 'lead' in value) continue;
    const from = ('lockIn' in value ? value.from : undefined) ?? 1;
    const by = value.by ?? count;
    if (from <= by && by <= count) continue;
    const key = by > count || 'deadline' in value ? 'by' : 'from';
    yield defect(
      'COMMITMENT_PERIOD',
      'commitments',
      [...path, key],
      `from ${from} by ${by} of ${count} periods`,
    );
  }
}
