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
  plan: (rank: number) => `Plan ${rank}`,
  drops: (list: string) => `without ${list}`,
  adds: (list: string) => `with ${list}`,
  project: (name: string, team: string) => `${name} (${team})`,
};
