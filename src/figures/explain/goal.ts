import { formatList, formatMoney, nameOf } from '../text.ts';
import { words } from '../words/index.ts';
import type { Account } from './account.ts';
import { planned } from './link.ts';
import type { Answers } from './subject.ts';

/** A goal: what the plan does for it, and what it is worth given the rest of the plan. */
export function explainGoal(answers: Answers, id: string): Account {
  const { plan, context } = answers;
  const say = words(context.lang).explain;
  const goal = plan.goals.find((one) => one.goal === id)!;
  const projects = [...plan.funded, ...plan.unfunded].filter((project) => project.goal === id);
  const sentences = [planned(answers, goal)];
  const worth = formatMoney(goal.marginalValue, context);
  sentences.push(goal.marginalValue > 0 ? say.goalWorth(worth) : say.goalWorthless);
  const [set] = plan.repairSets
    .filter(({ members }) => members.some((member) => member.split('/')[0] === id))
    .sort((a, b) => a.members.length - b.members.length);
  if (set && set.members.length > 1) {
    const names = set.names.map((name) => nameOf(name, context.lang));
    sentences.push(
      say.goalSet(
        formatList(names.slice(0, 6), context.lang),
        set.members.length,
        formatMoney(set.value, context),
      ),
    );
  }
  return {
    sentences,
    flips: goal.marginalValue > 0 ? [] : [say.flipGoal],
    figures: [
      { name: say.marginalValue, value: goal.marginalValue, unit: plan.currency },
      { name: say.chanceInTheEnd, value: goal.availableByPeriod.at(-1) ?? null, unit: '1' },
    ],
    related: [
      { kind: 'link', id: goal.link },
      ...projects.map(({ project }) => ({ kind: 'project', id: project }) as const),
    ],
  };
}
