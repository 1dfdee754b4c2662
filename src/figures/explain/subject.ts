import type { AssessmentReport } from '../../contract/assess.ts';
import type { SubjectKind } from '../../contract/explain.ts';
import type { Plan } from '../../contract/plan.ts';
import { MusterError } from '../../kernel/errors.ts';
import type { FigureContext } from '../text.ts';

/** What an explanation rests on. */
export interface Answers {
  readonly plan: Plan;
  readonly assessment: AssessmentReport;
  readonly context: FigureContext;
}

export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly name: string;
}

/** Everything that can be asked about, by what it is called. A link and its product or goal may share an id. */
export function subjectsOf({ plan, assessment }: Answers): Subject[] {
  const named =
    (kind: SubjectKind) =>
    ({ id, name }: { id: string; name: string }): Subject => ({ kind, id, name });
  const products = new Map(plan.products.map((line) => [line.id, named('product')(line)]));
  const projects = [...plan.funded, ...plan.unfunded].map(({ project, name }) => ({ id: project, name }));
  return [
    ...products.values(),
    ...assessment.links.filter(({ id }) => !products.has(id)).map(named('link')),
    ...plan.goals.map(({ goal, name }) => ({ kind: 'goal', id: goal, name }) as const),
    ...projects.map(named('project')),
    ...plan.funded.map(({ project, name }) => ({ kind: 'mode', id: project, name }) as const),
    ...plan.funds.map(named('fund')),
    ...plan.resources.map(named('resource')),
    ...plan.scenarios.map(named('scenario')),
    ...plan.commitments.map(
      ({ commitment, name }) => ({ kind: 'commitment', id: commitment, name }) as const,
    ),
    ...plan.ask.map(({ figure, label }) => ({ kind: 'figure', id: figure, name: label }) as const),
  ];
}

/** The subject that a text names: an id, or `kind:id` where one id has several meanings. Else refused, with what comes near. */
export function findSubject(answers: Answers, text: string): Subject {
  const subjects = subjectsOf(answers);
  const colon = text.indexOf(':');
  const [kind, id] = colon < 0 ? [null, text] : [text.slice(0, colon), text.slice(colon + 1)];
  const found =
    subjects.find((one) => one.id === id && (kind === null || one.kind === kind)) ??
    subjects.find((one) => one.id === text);
  if (found) return found;
  const near = subjects
    .map((one) => ({ name: `${one.kind}:${one.id}`, distance: distanceOf(one, id) }))
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, 5)
    .map(({ name }) => name);
  throw new MusterError('UNKNOWN_SUBJECT', `Nothing in the plan is called ${text}.`, {
    hint: `Ask for a product, link, goal, project, mode, fund, resource, scenario or commitment by its id, or for a figure that is worth asking about by its path. Near it: ${near.join(', ')}.`,
  });
}

/** Letters to change from one to the other; less where the text is a part of the name. */
function distanceOf({ id, name }: Subject, text: string): number {
  const wanted = text.toLowerCase();
  if (`${id} ${name}`.toLowerCase().includes(wanted)) return 0;
  let row = Array.from({ length: wanted.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...id.toLowerCase()].entries()) {
    const next = [i + 1];
    for (let j = 0; j < wanted.length; j++) {
      next.push(Math.min(row[j + 1] + 1, next[j] + 1, row[j] + (letter === wanted[j] ? 0 : 1)));
    }
    row = next;
  }
  return row[wanted.length];
}
