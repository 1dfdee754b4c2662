import type { Plan } from '../../contract/plan.ts';
import { periodName } from '../periods.ts';
import { formatList, formatMoney, formatNumber, formatShare, nameOf } from '../text.ts';
import { words } from '../words/index.ts';
import type { Account } from './account.ts';
import type { Answers } from './subject.ts';

type Scarce = Pick<Plan['funds'][number], 'byPeriod' | 'availableByPeriod' | 'dualByPeriod'>;

/** Largest projects named as users of a fund. */
const USERS = 5;

/** A fund: what of it is used, when it runs short, and what one more unit would be worth. */
export function explainFund(answers: Answers, id: string): Account {
  const { plan, context } = answers;
  const say = words(context.lang).explain;
  const fund = plan.funds.find((one) => one.id === id)!;
  const sum = (xs: readonly number[]): number => xs.reduce((total, x) => total + x, 0);
  const users = plan.funded
    .map((project) => ({ project, amount: project.funds.find((one) => one.id === id)?.amount ?? 0 }))
    .filter(({ amount }) => amount > 0)
    .sort((a, b) => b.amount - a.amount);
  const names = users
    .slice(0, USERS)
    .map(({ project, amount }) => `${nameOf(project, context.lang)} ${formatMoney(amount, context)}`);
  return {
    sentences: [
      say.fundUse(
        formatMoney(sum(fund.byPeriod), context),
        formatMoney(sum(fund.availableByPeriod), context),
      ),
      users.length === 0 ? say.fundUnused : say.fundUsers(users.length, formatList(names, context.lang)),
      ...tight(answers, fund, (dual) => say.moneyWorth(formatNumber(dual, context.lang))),
    ],
    flips: [],
    figures: peak(answers, fund, `${plan.currency}/${plan.currency}`),
    related: users.slice(0, USERS).map(({ project }) => ({ kind: 'project', id: project.project }) as const),
  };
}

/** A scarce resource: the same for people, hours and slots. */
export function explainResource(answers: Answers, id: string): Account {
  const { plan, context } = answers;
  const say = words(context.lang).explain;
  const resource = plan.resources.find((one) => one.id === id)!;
  const shares = resource.byPeriod.map((used, t) =>
    resource.availableByPeriod[t] > 0 ? used / resource.availableByPeriod[t] : 0,
  );
  const most = shares.indexOf(Math.max(...shares));
  const onPath = (plan.verification?.criticalPath ?? []).filter(({ slots }) =>
    slots.some((slot) => slot.resource === id),
  );
  const verified = onPath.map(
    (one) => `${nameOf(one, context.lang)} (${periodName(plan, one.fromPeriod, context.lang)})`,
  );
  return {
    sentences: [
      say.resourceUse(
        formatShare(shares[most] ?? 0, context.lang),
        periodName(plan, most + 1, context.lang),
        formatNumber(resource.byPeriod[most] ?? 0, context.lang),
        formatNumber(resource.availableByPeriod[most] ?? 0, context.lang),
        resource.unit,
      ),
      ...tight(answers, resource, (dual) => say.unitWorth(formatMoney(dual, context))),
      ...(onPath.length > 0
        ? [words(context.lang).verification.resourceOnPath(formatList(verified, context.lang))]
        : []),
    ],
    flips: [],
    figures: peak(answers, resource, `${plan.currency}/${resource.unit}`),
    related: onPath.map(({ project }) => ({ kind: 'project', id: project }) as const),
  };
}

/** In which periods one more unit would be worth something, and what in the dearest. */
function tight(
  { plan, context }: Answers,
  { dualByPeriod }: Scarce,
  worthOf: (dual: number) => string,
): string[] {
  const say = words(context.lang).explain;
  const scarce = dualByPeriod.flatMap((dual, t) => (dual > 0 ? [t] : []));
  if (scarce.length === 0) return [say.notScarce];
  const dearest = scarce.reduce((a, b) => (dualByPeriod[b] > dualByPeriod[a] ? b : a));
  const names = scarce.map((t) => periodName(plan, t + 1, context.lang));
  return [
    say.scarce(formatList(names, context.lang)),
    say.oneMore(periodName(plan, dearest + 1, context.lang), worthOf(dualByPeriod[dearest])),
  ];
}

function peak({ context }: Answers, { dualByPeriod }: Scarce, unit: string): Account['figures'] {
  return [{ name: words(context.lang).explain.oneMoreUnit, value: Math.max(0, ...dualByPeriod), unit }];
}
