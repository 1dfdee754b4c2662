import type { Content } from '../../../src/contract/api/content.ts';
import type { Lang } from '../../../src/figures/figure.ts';
import { folderName } from './context.ts';

/** Multiples of money as they are typed, between blanks or commas; null where one is none, or there is none. */
export function parseFactors(text: string): number[] | null {
  const factors = text
    .split(/[\s,;，、]+/)
    .filter(Boolean)
    .map(Number);
  const fine = factors.length > 0 && factors.length <= 64 && factors.every((one) => one > 0 && one <= 1000);
  return fine ? [...new Set(factors)] : null;
}

/** Every project that could be chosen, OPTION/TEAM, with what it is called. */
export const projectsOf = ({ parts }: Content, lang: Lang): { value: string; label: string }[] =>
  parts.goals.flatMap((goal) =>
    goal.options.flatMap((option) =>
      option.teams.map((team) => {
        const value = `${option.id}/${team.actor}`;
        return { value, label: `${folderName(option, lang)} · ${actorName(parts.actors, team.actor, lang)}` };
      }),
    ),
  );

function actorName(actors: Content['parts']['actors'], id: string, lang: Lang): string {
  const actor = actors.find((one) => one.id === id);
  return actor ? folderName(actor, lang) : id;
}
