import type { LeadScreening } from '../contract/lead.ts';
import { type FigureContext, formatList, formatMoney, formatNumber, formatShare, label } from './text.ts';
import { words } from './words/index.ts';

/** A lead in words; null: the rule does not decide. */
export function leadName(mode: string | null, { lang }: FigureContext): string {
  const { labels, lead } = words(lang);
  if (mode === null) return lead.undecided;
  const name = label(labels.modes, mode);
  return lang === 'en' ? name.toLowerCase() : name;
}

/** Why the rule says what it says. */
export function leadReasons({ reasons }: LeadScreening, { lang }: FigureContext): string {
  const said = reasons.map((code) => label(words(lang).lead.reasons, code));
  return lang === 'zh' ? said.join('，') : formatList(said, lang);
}

/** What alone would make the rule say otherwise, a sentence each. */
export function leadFlips({ flips }: LeadScreening, context: FigureContext): string[] {
  const say = words(context.lang).lead;
  return flips.map(({ input, direction, value, mode }) => {
    const condition = say.flips[input as keyof typeof say.flips];
    const shown = formatNumber(value, context.lang);
    return say.flip(leadName(mode, context), condition(say.directions[direction], shown));
  });
}

/** The answer of the rule beside the choice of the plan, the numbers they rest on, and the regret of the choice. */
export function leadSentences(screening: LeadScreening, context: FigureContext): string[] {
  const { lang } = context;
  const say = words(lang).lead;
  const { ruleMode, agreement, ruleLoss, modes, planMode } = screening;
  const reasons = leadReasons(screening, context);
  const money = (x: number): string => formatMoney(x, context);
  const chosen = modes.find(({ mode }) => mode === planMode);
  const numbers = modes.map((one) =>
    say.compare(
      leadName(one.mode, context),
      formatNumber(one.periods, lang),
      formatShare(one.chance, lang),
      money(one.stateCost),
    ),
  );
  return [
    ruleMode === null ? say.ruleOpen(reasons) : say.ruleSays(leadName(ruleMode, context), reasons),
    say.agreement[agreement],
    ...(agreement === 'worth-less' && ruleLoss !== null
      ? [say.loses(leadName(ruleMode, context), money(ruleLoss))]
      : []),
    ...(numbers.length > 1 ? [say.because(numbers.join(lang === 'zh' ? '；' : '; '))] : []),
    ...(numbers.length > 1 && chosen && chosen.expectedRegret !== null && chosen.worstRegret !== null
      ? [say.regret(money(chosen.expectedRegret), money(chosen.worstRegret))]
      : []),
  ];
}
