import type { GoalTeams, Plan } from '../../contract/plan.ts';
import type { Table } from '../figure.ts';
import { type FigureContext, formatNumber, nameOf } from '../text.ts';
import { words } from '../words/index.ts';

/** How many teams race for each goal, and what one less or one more would be worth. */
export function teamsTable(plan: Plan, context: FigureContext): Table {
  const { tables } = words(context.lang);
  const c = tables.columns;
  const said = (team: GoalTeams['lastTeam']): string | null =>
    team && `${nameOf(team, context.lang)} (${team.team})`;
  return {
    id: 'teams',
    caption: tables.captions.teams,
    columns: [
      { id: 'goal', label: c.goal, format: 'text' },
      { id: 'approaches', label: c.approaches, format: 'integer' },
      { id: 'teams', label: c.teams, format: 'integer' },
      { id: 'atOnce', label: c.atOnce, format: 'integer' },
      { id: 'byStage', label: c.byStage, format: 'short' },
      { id: 'chance', label: c.chanceOfAny, format: 'share' },
      { id: 'lastTeam', label: c.lastTeam, format: 'text' },
      { id: 'lastTeamWorth', label: c.lastTeamWorth, format: 'money' },
      { id: 'nextTeam', label: c.nextTeam, format: 'text' },
      { id: 'nextTeamWorth', label: c.nextTeamWorth, format: 'money' },
    ],
    rows: plan.teams.map((teams) => [
      nameOf(teams, context.lang),
      teams.approaches,
      teams.teams,
      teams.atOnce,
      teams.expectedByStage.map((n) => formatNumber(n, context.lang)).join(' → '),
      teams.chance,
      said(teams.lastTeam),
      teams.lastTeam?.worth ?? null,
      said(teams.nextTeam),
      teams.nextTeam?.worth ?? null,
    ]),
  };
}
