import type { IndexPolicy } from './index-policy.ts';
import type { Race } from './race.ts';

/** What a change does to the favour of a group: leave it alone, or count it for less or for more. */
const CHANGES = [0, 1 / 3, 3];

/**
 * Local search over the favours of an index policy, which leads the race: one group at a time is left out or counted
 * for less or more, so that money is not spread over chains that cannot be finished. Ends when no single change is
 * better, when `paths` more paths were followed, or when the value is `enough`.
 */
export function tuneFavours(
  race: Race,
  start: IndexPolicy,
  paths: number,
  onBetter: (value: number) => void,
  enough: (value: number) => boolean,
): IndexPolicy {
  const budget = race.followed + paths;
  const groups = start.groups;
  let best = start;
  for (let still = 0, g = 0; still < groups; still++, g = (g + 1) % groups) {
    for (const change of CHANGES) {
      if (race.followed >= budget || enough(race.value)) return best;
      const favour = best.favour();
      favour[g] = favour[g] === 0 ? change || 1 : favour[g] * change;
      const tried = best.withFavour(favour);
      if (!race.beats(tried)) continue;
      best = tried;
      still = -1;
      onBetter(race.value);
    }
  }
  return best;
}
