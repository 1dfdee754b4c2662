import { centralOf } from '../../evidence/figure.ts';
import { findCycles } from '../../kernel/cycles.ts';
import { horizonEnd } from '../../kernel/days.ts';
import { type Defect, defect } from '../defects.ts';
import type { Programme } from '../programme.ts';
import { missingGates, optionsOf, placed, stagesOf } from './walk.ts';

type Goals = Pick<Programme, 'goals'>;
const CHANCE_TOLERANCE = 1e-6;

/** Teams that cannot be chosen, and options that are left with none. */
export function* checkTeams({ goals }: Goals): Generator<Defect> {
  for (const { value, path } of optionsOf(goals)) {
    let able = value.teams.length;
    for (const team of placed(value.teams, [...path, 'teams'])) {
      const missing = missingGates(team.value);
      if (missing.length === 0) continue;
      able--;
      const message = `"${team.value.actor}" fails ${missing.join(', ')} and has no support for it`;
      yield defect('TEAM_GATE', 'goals', team.path, message);
    }
    if (able === 0) {
      yield defect('NO_TEAM', 'goals', [...path, 'teams'], `no team of "${value.id}" can be chosen`);
    }
  }
}

export function* checkStages({ goals }: Goals): Generator<Defect> {
  for (const { value, path } of stagesOf(goals)) {
    const { periods, trl } = value;
    if (typeof periods === 'object' && 'distribution' in periods) {
      const sum = periods.distribution.reduce((total, chance) => total + chance, 0);
      if (Math.abs(sum - 1) > CHANCE_TOLERANCE) {
        const message = `chances of the durations sum to ${Number(sum.toFixed(6))}`;
        yield defect('DURATION_SUM', 'goals', [...path, 'periods'], message);
      }
    }
    if (trl && trl[1] < trl[0]) {
      yield defect('TRL_ORDER', 'goals', [...path, 'trl'], `from ${trl[0]} down to ${trl[1]}`);
    }
  }
}

/** An approach that may not work is shown to work, or not, by one stage. */
export function* checkProvingStages({ goals }: Goals): Generator<Defect> {
  for (const { value, path } of optionsOf(goals)) {
    const q = value.q === undefined ? 0 : centralOf(value.q);
    const proving = value.stages.filter((stage) => stage.proves).length;
    if (q >= 1 || proving === 1) continue;
    const works = value.q === undefined ? 'is a race' : `works with chance ${q}`;
    const message = `"${value.id}" ${works} and has ${proving} stages that prove it`;
    yield defect('PROVING_STAGE', 'goals', [...path, 'stages'], message);
  }
}

/** Chances are said once: by q and the r of every team, or by race.chance for all. */
export function* checkChances({ goals }: Goals): Generator<Defect> {
  for (const { value, path } of optionsOf(goals)) {
    const byRace = value.race?.chance !== undefined;
    if (byRace === (value.q !== undefined)) {
      const message = `"${value.id}" has ${byRace ? 'both q and race.chance' : 'neither q nor race.chance'}`;
      yield defect('CHANCES', 'goals', path, message);
    }
    for (const team of placed(value.teams, [...path, 'teams'])) {
      if (byRace === (team.value.r === undefined)) continue;
      const message = `"${team.value.actor}" has ${byRace ? 'r, and the option race.chance' : 'no r'}`;
      yield defect('CHANCES', 'goals', team.path, message);
    }
  }
}

export function* checkCoverDays({ goals }: Goals): Generator<Defect> {
  for (const { value, path } of optionsOf(goals)) {
    if ((value.kind === 'stockpile') === (value.coverDays !== undefined)) continue;
    const message =
      value.coverDays === undefined ? 'a stockpile without coverDays' : `coverDays with kind ${value.kind}`;
    yield defect('COVER_DAYS', 'goals', [...path, 'kind'], message);
  }
}

export function* checkGoalCycles({ goals }: Goals): Generator<Defect> {
  const byId = new Map(goals.map((goal, index) => [goal.id, { goal, index }]));
  const requires = (id: string): string[] => {
    const goal = byId.get(id)?.goal;
    return goal ? [...stagesOf([goal])].flatMap(({ value }) => value.requires) : [];
  };
  for (const cycle of findCycles(byId.keys(), requires)) {
    const path = [byId.get(cycle[0]!)!.index];
    yield defect('GOAL_CYCLE', 'goals', path, `goals require each other: ${cycle.join(' → ')}`);
  }
}

/** Targets name a level of the ladder and a day within the periods. */
export function* checkTargets({ muster }: Pick<Programme, 'muster'>): Generator<Defect> {
  const end = horizonEnd(muster.periods);
  for (const { value, path } of placed(muster.products, ['products'])) {
    const { target, ladder, link } = value;
    if (!target) continue;
    if (!ladder.some(({ level }) => level === target.level)) {
      const message = `target of "${link}" is at ${target.level}, which is no level of its ladder`;
      yield defect('TARGET', 'muster', [...path, 'target', 'level'], message);
    }
    if (target.by < muster.periods.start || target.by >= end) {
      const message = `target of "${link}" is for ${target.by}; the periods are from ${muster.periods.start} to before ${end}`;
      yield defect('TARGET', 'muster', [...path, 'target', 'by'], message);
    }
  }
}

/** Ladders rise, in level and in share, to the whole. */
export function* checkLadders({ muster }: Pick<Programme, 'muster'>): Generator<Defect> {
  for (const { value, path } of placed(muster.products, ['products'])) {
    const { ladder } = value;
    const rises = ladder.every(
      (step, i) => i === 0 || (ladder[i - 1]!.level < step.level && ladder[i - 1]!.share < step.share),
    );
    const top = ladder.at(-1)!;
    if (rises && top.level === 1 && top.share === 1) continue;
    const steps = ladder.map((step) => `${step.level}: ${step.share}`).join(', ');
    yield defect('LADDER', 'muster', [...path, 'ladder'], `ladder of "${value.link}" is ${steps}`);
  }
}
