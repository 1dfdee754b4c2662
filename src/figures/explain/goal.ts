import type { GoalTeams } from '../../contract/plan.ts';
import { formatList, formatMoney, formatShare, nameOf } from '../text.ts';
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
  for (const teams of plan.teams) if (teams.goal === id) sentences.push(...explainTeams(teams, answers));
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

/** How many teams race, what the last of them adds, and what one more would. */
function explainTeams(teams: GoalTeams, { context }: Answers): string[] {
  const say = words(context.lang).explain;
  const { approaches, atOnce, lastTeam, nextTeam } = teams;
  const chance = formatShare(teams.chance, context.lang);
  const sentences = [say.goalTeams(nameOf(teams, context.lang), teams.teams, approaches, atOnce, chance)];
  if (lastTeam && atOnce > 1) {
    const worth = formatMoney(lastTeam.worth, context);
    sentences.push(say.lastTeam(nameOf(lastTeam, context.lang), lastTeam.team, worth));
  }
  if (nextTeam) {
    const tell = nextTeam.worth > 0 ? say.nextTeamGains : say.nextTeamLoses;
    const worth = formatMoney(Math.abs(nextTeam.worth), context);
    sentences.push(tell(nameOf(nextTeam, context.lang), nextTeam.team, worth));
  }
  return sentences;
}
