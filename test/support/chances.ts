import type { Figure, Option } from '../../src/contract/folder/index.ts';
import type { Programme } from '../../src/programme/programme.ts';

/** Options with a chance of success that its evidence does not call a judgement. */
export function chancesNotJudged({ goals, evidence }: Programme): string[] {
  const marks = new Map(evidence.map(({ id, mark }) => [id, mark]));
  const judged = (figure: Figure, option: Option): boolean =>
    marks.get(evidenceOf(figure, option)) === 'judgement';
  return goals
    .flatMap(({ options }) => options)
    .filter((option) => !chancesOf(option).every((figure) => judged(figure, option)))
    .map(({ id }) => id);
}

/** Chance of the approach, of each stage and of each team. */
function chancesOf({ q, race, stages, teams }: Option): Figure[] {
  const all = [q, race?.chance, ...stages.map(({ success }) => success), ...teams.map(({ r }) => r)];
  return all.filter((figure) => figure !== undefined);
}

function evidenceOf(figure: Figure, option: Option): string {
  return (typeof figure === 'number' ? undefined : figure.evidence) ?? option.evidence;
}
