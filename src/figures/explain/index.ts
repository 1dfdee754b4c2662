import type { Explanation, SubjectKind } from '../../contract/explain.ts';
import type { Account } from './account.ts';
import { explainCommitment } from './commitment.ts';
import { explainFigure } from './figure.ts';
import { explainGoal } from './goal.ts';
import { explainLink } from './link.ts';
import { explainProduct, explainScenario } from './product.ts';
import { explainMode, explainProject } from './project.ts';
import { explainFund, explainResource } from './scarce.ts';
import { type Answers, findSubject, subjectsOf } from './subject.ts';

const ACCOUNTS: Record<SubjectKind, (answers: Answers, id: string) => Account> = {
  product: explainProduct,
  link: explainLink,
  goal: explainGoal,
  project: explainProject,
  mode: explainMode,
  fund: explainFund,
  resource: explainResource,
  scenario: explainScenario,
  commitment: explainCommitment,
  figure: explainFigure,
};

/** Why something is as it is in a plan, and what would flip it; `text` names it. Throws UNKNOWN_SUBJECT. */
export function explain(answers: Answers, text: string): Explanation {
  const subject = findSubject(answers, text);
  const account = ACCOUNTS[subject.kind](answers, subject.id);
  const known = new Set(subjectsOf(answers).map(({ kind, id }) => `${kind}:${id}`));
  return {
    schema: 'muster/explain@1',
    programme: answers.plan.programme,
    subject,
    ...account,
    related: account.related.filter(({ kind, id }) => known.has(`${kind}:${id}`)),
  };
}
