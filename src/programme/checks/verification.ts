import { findCycles } from '../../kernel/cycles.ts';
import { type CertifyingParts, withCertifiedParts } from '../certified-parts.ts';
import { type Defect, defect } from '../defects.ts';
import type { Programme } from '../programme.ts';
import { stagesOf } from './walk.ts';

/** How something is verified is said of a verification at a named adopter. */
export function* checkVerifications({ goals }: Pick<Programme, 'goals'>): Generator<Defect> {
  for (const { value, path } of stagesOf(goals)) {
    for (const key of ['verifies', 'willing'] as const) {
      if (value[key] === undefined) continue;
      if (value.name === 'verification' && value.adopter !== undefined) continue;
      const message = `${key} on a stage ${value.name}${value.adopter === undefined ? ' without adopter' : ''}`;
      yield defect('VERIFICATION', 'goals', [...path, key], message);
    }
  }
}

/** Slots are on the line of the adopter, and a verification of the chain needs some. */
export function* checkHostLines({
  goals,
  resources,
}: Pick<Programme, 'goals' | 'resources'>): Generator<Defect> {
  const slots = new Map(resources.flatMap((row) => (row.kind === 'slots' ? [[row.id, row]] : [])));
  for (const { value, path } of stagesOf(goals)) {
    const { adopter, needs, verifies } = value;
    if (value.name !== 'verification' || adopter === undefined) continue;
    const own = Object.keys(needs).flatMap((id) => slots.get(id) ?? []);
    for (const { id, host } of own) {
      if (host === undefined || host === adopter) continue;
      const message = `"${id}" is on the line of ${host}, not of ${adopter}`;
      yield defect('HOST_LINE', 'goals', [...path, 'needs', id], message);
    }
    if (verifies !== undefined && !own.some(({ host }) => host === adopter)) {
      const message = `it needs no slots on the line of ${adopter}`;
      yield defect('HOST_LINE', 'goals', [...path, 'verifies'], message);
    }
  }
}

/** Parts to be certified and goals required make no circle together. */
export function* checkCertifiedParts(parts: CertifyingParts): Generator<Defect> {
  const { goals } = withCertifiedParts(parts);
  if (goals === parts.goals) return;
  const required = new Map(
    goals.map((goal) => [goal.id, [...stagesOf([goal])].flatMap(({ value }) => value.requires)]),
  );
  for (const cycle of findCycles(required.keys(), (id) => required.get(id) ?? [])) {
    const certifying = [...stagesOf(parts.goals)].find(
      ({ value, goal }) => value.verifies !== undefined && cycle.includes(goal.id),
    )!;
    const message = `goals require each other, some as parts to be certified: ${cycle.join(' → ')}`;
    yield defect('GOAL_CYCLE', 'goals', [...certifying.path, 'verifies'], message);
  }
}
