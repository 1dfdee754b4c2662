import type { FundedProject, UnfundedProject } from '../../contract/plan.ts';
import { halfWidth95 } from '../../kernel/confidence.ts';
import { leadFlips, leadSentences } from '../lead.ts';
import { periodName } from '../periods.ts';
import { formatList, formatMoney, formatShare, label, nameOf } from '../text.ts';
import { words } from '../words/index.ts';
import type { Account } from './account.ts';
import type { Answers } from './subject.ts';

/** A project: why it is funded, or why not, and what would flip that. */
export function explainProject(answers: Answers, id: string): Account {
  const funded = answers.plan.funded.find(({ project }) => project === id);
  if (funded) return explainFunded(answers, funded);
  return explainUnfunded(answers, answers.plan.unfunded.find(({ project }) => project === id)!);
}

function explainFunded({ plan, context }: Answers, project: FundedProject): Account {
  const say = words(context.lang).explain;
  const goal = plan.goals.find((one) => one.goal === project.goal);
  const money = (x: number): string => formatMoney(x, context);
  const funds = project.funds.map(({ id, amount }) => {
    const fund = plan.funds.find((one) => one.id === id);
    return `${fund ? nameOf(fund, context.lang) : id} ${money(amount)}`;
  });
  const sentences = [
    say.funded(
      project.teamName,
      periodName(plan, project.startPeriod, context.lang),
      formatShare(project.chanceOfStart, context.lang),
      goal ? nameOf(goal, context.lang) : project.goal,
    ),
    say.costs(money(project.expectedCost), formatList(funds, context.lang)),
    say.succeeds(formatShare(project.chanceOfSuccess, context.lang)),
    project.netWorth > 0 ? say.worth(money(project.netWorth)) : say.worthBelow(money(-project.netWorth)),
  ];
  const { replacement } = project;
  if (replacement) {
    const { cost, standardError, exact } = replacement;
    const error = money(halfWidth95(standardError));
    const noise = exact ? null : error;
    if (cost > 2 * standardError) sentences.push(say.without(money(cost), noise));
    else if (cost < -2 * standardError) sentences.push(say.withoutMore(money(-cost), noise));
    else sentences.push(say.withoutNothing(error));
  }
  return {
    sentences,
    flips: project.netWorth > 0 ? [say.flipFunded(money(project.netWorth))] : [say.flipNow],
    figures: [
      { name: say.netWorth, value: project.netWorth, unit: plan.currency },
      { name: say.replacement, value: replacement?.cost ?? null, unit: plan.currency },
      { name: say.cost, value: project.expectedCost, unit: plan.currency },
      { name: say.chanceOfSuccess, value: project.chanceOfSuccess, unit: '1' },
      { name: say.chanceOfStart, value: project.chanceOfStart, unit: '1' },
    ],
    related: [
      { kind: 'goal', id: project.goal },
      { kind: 'link', id: project.link },
      { kind: 'mode', id: project.project },
      ...project.funds.map(({ id }) => ({ kind: 'fund', id }) as const),
    ],
  };
}

function explainUnfunded({ plan, context }: Answers, project: UnfundedProject): Account {
  const say = words(context.lang).explain;
  const goal = plan.goals.find((one) => one.goal === project.goal);
  const rivals = plan.funded.filter((one) => one.goal === project.goal);
  const sentences = [say.unfunded(goal ? nameOf(goal, context.lang) : project.goal), project.reason];
  if (rivals.length > 0) {
    const names = rivals.map((one) => `${nameOf(one, context.lang)} (${one.teamName})`);
    sentences.push(say.insteadOf(formatList(names, context.lang)));
  }
  const missing = project.netWorth !== null && project.netWorth < 0 ? -project.netWorth : null;
  return {
    sentences,
    flips: missing === null ? [] : [say.flipUnfunded(formatMoney(missing, context))],
    figures: [{ name: say.netWorth, value: project.netWorth, unit: plan.currency }],
    related: [
      { kind: 'goal', id: project.goal },
      ...rivals.map((one) => ({ kind: 'project', id: one.project }) as const),
    ],
  };
}

/** The lead mode of a funded project: who leads, what the next best would cost, what would flip it. */
export function explainMode({ plan, context }: Answers, id: string): Account {
  const { explain: say, labels } = words(context.lang);
  const project = plan.funded.find((one) => one.project === id)!;
  const named = (mode: string): string => label(labels.modes, mode);
  const { runnerUpMode, runnerUpLoss } = project;
  const sentences = [say.leads(named(project.leadMode), project.instrument), project.reason];
  if (runnerUpMode === null) sentences.push(say.onlyMode);
  else sentences.push(say.runnerUp(named(runnerUpMode), formatMoney(runnerUpLoss ?? 0, context)));
  const screening = plan.leads.find((one) => one.project === id);
  if (screening) sentences.push(...leadSentences(screening, context));
  const decision = plan.commitments.find(({ kind, subject }) => kind === 'lead' && subject === id);
  return {
    sentences,
    flips: [
      ...(runnerUpMode === null
        ? []
        : [
            say.flipMode(
              named(runnerUpMode),
              formatMoney(runnerUpLoss ?? 0, context),
              named(project.leadMode),
            ),
          ]),
      ...(screening ? leadFlips(screening, context) : []),
    ],
    figures: [{ name: say.runnerUpLoss, value: runnerUpLoss, unit: plan.currency }],
    related: [
      { kind: 'project', id },
      ...(decision ? [{ kind: 'commitment', id: decision.commitment } as const] : []),
    ],
  };
}
