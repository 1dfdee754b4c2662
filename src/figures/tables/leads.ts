import type { Plan } from '../../contract/plan.ts';
import type { Table } from '../figure.ts';
import { leadFlips, leadName, leadReasons } from '../lead.ts';
import { type FigureContext, nameOf } from '../text.ts';
import { words } from '../words/index.ts';

/** Who leads each funded project, in the plan and by the rule, and what a decision on it costs. */
export function leadsTable(plan: Plan, context: FigureContext): Table {
  const say = words(context.lang).lead;
  const c = say.columns;
  return {
    id: 'leads',
    caption: say.caption,
    below: ['why', 'flips', 'decided'],
    columns: [
      { id: 'project', label: c.project, format: 'text' },
      { id: 'plan', label: c.plan, format: 'short' },
      { id: 'rule', label: c.rule, format: 'short' },
      { id: 'agreement', label: c.agreement, format: 'text' },
      { id: 'loss', label: c.loss, format: 'money' },
      { id: 'worstRegret', label: c.worstRegret, format: 'money' },
      { id: 'cost', label: c.cost, format: 'money' },
      { id: 'why', label: c.why, format: 'prose' },
      { id: 'flips', label: c.flips, format: 'prose' },
      { id: 'decided', label: c.decided, format: 'prose' },
    ],
    rows: plan.leads.map((one) => {
      const project = plan.funded.find((funded) => funded.project === one.project);
      const decision = plan.commitments.find(
        ({ kind, subject }) => kind === 'lead' && subject === one.project,
      );
      return [
        project ? nameOf(project, context.lang) : one.project,
        leadName(one.planMode, context),
        leadName(one.ruleMode, context),
        say.agreement[one.agreement],
        one.ruleLoss,
        one.modes.find(({ mode }) => mode === one.planMode)?.worstRegret ?? null,
        decision?.cost ?? null,
        leadReasons(one, context),
        leadFlips(one, context).join(context.lang === 'zh' ? '' : ' '),
        decision ? decidedText(decision, context) : null,
      ];
    }),
  };
}

/** Who decided a lead, when and why. */
function decidedText(
  { date, decidedBy, reason }: Plan['commitments'][number],
  context: FigureContext,
): string {
  const decided = words(context.lang).commitments.decided(date, decidedBy);
  return [decided, reason].filter(Boolean).join(' ');
}
