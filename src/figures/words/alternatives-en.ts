import { count } from './labels-en.ts';

/** Words of the plans that are nearly as good as the best, in English. */
export const alternativesEn = {
  found: (n: number, within: string, apart: string) =>
    `${count(n, 'other plan')} ${n === 1 ? 'loses' : 'lose'} at most ${within} against the best, and any two differ by at least ${apart} in what they start.`,
  best: (value: string, bound: string, projects: number) =>
    `The best plan is worth ${value}; no plan can exceed ${bound}. It funds ${count(projects, 'project')}.`,
  fewer: (asked: number, tried: number, near: number) =>
    `That is fewer than the ${asked} asked for: of ${count(tried, 'plan')} tried, ${near} ${near === 1 ? 'is' : 'are'} that near, most of them too much alike.`,
  exhausted: 'Every change of every near plan was tried.',
  notExhausted: 'The search was stopped by its limit of work: there may be more.',
  always: (names: string) => `In the best plan and in all others: ${names}.`,
  sometimes: (n: number, all: number) =>
    `${count(n, 'project')} of ${all} that any of these plans funds ${n === 1 ? 'is' : 'are'} funded in all of them; the others are open to other reasons.`,
  figure: {
    subtitle:
      'Each number is a plan: how much value it loses against the best (the bar: 95 % interval), and how many of the projects that either funds only one of the two does',
    loss: 'loss of value',
    distance: 'projects that differ',
    method:
      'Found by leaving out, or counting for more or less, one project or goal of a near plan after the other and planning anew. Loss: value of the best plan less that of the other, on the same luck, as a share of the former; below zero the other did better. Difference: Jaccard distance of the sets of projects started on at least a tenth of the courses.',
    caption: 'Plans that are nearly as good',
    columns: {
      plan: 'Plan',
      value: 'Value',
      loss: 'Loss',
      lossShare: 'Loss of value',
      lossError: 'Standard error',
      distance: 'Projects that differ',
      nearest: 'To the nearest plan',
      differs: 'Against the best',
    },
  },
  plan: (rank: number) => `Plan ${rank}`,
  drops: (list: string) => `without ${list}`,
  adds: (list: string) => `with ${list}`,
  project: (name: string, team: string) => `${name} (${team})`,
};
