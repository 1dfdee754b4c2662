import type { AssessedUnknown } from '../../contract/unknowns.ts';

/** What is not known and what finding it out would tell, in English. */
export const unknownsEn = {
  title: 'What to find out first',
  lead: (low: string, high: string) =>
    `As long as nothing more is known, between ${low} and ${high} a year are kept under the scenario with no plan. Each line is one question; those that narrow this range most come first.`,
  nothing: 'Nothing that is not known can change what is kept under the scenario with no plan.',
  method:
    'The range goes from everything adverse, stated figures at their low ends, to everything favourable at their high ends; whatever the unknowns turn out to be, the value lies within. One question is settled at a time, at either end; the two ends count as even odds, a neutral judgement rather than a forecast. Expected difference: the same with every other unknown at even odds too, which tells apart questions that only matter together. Questions without influence on the value kept in the end are not listed.',
  columns: {
    question: 'Question',
    known: 'So far',
    narrows: 'Narrows by, on average',
    adverse: 'At most, if adverse',
    favourable: 'At least, if favourable',
    swing: 'Expected difference',
    flips: 'Decides full service of',
  },
  caption: 'Questions whose answers narrow what is kept, per year',
  known: { true: 'range stated', false: 'not stated' },
  question: (unknown: AssessedUnknown, _name: string) => unknown.what,
  flip: (product: string, adverse: string, favourable: string) =>
    `${product} (adverse: ${adverse}; favourable: ${favourable})`,
  certainty: {
    column: 'Certain',
    true: 'certainly',
    false: 'if unknowns are adverse',
  },
};
