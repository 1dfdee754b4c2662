import { groupBy } from '../../src/kernel/collections.ts';
import type { Random } from '../../src/kernel/random.ts';
import type { Programme } from '../../src/programme/programme.ts';

/** The same things in a random order. */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const mixed = [...items];
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = random.integer(i + 1);
    [mixed[i], mixed[j]] = [mixed[j]!, mixed[i]!];
  }
  return mixed;
}

/**
 * The same programme with the rows and lists of its files in another order. Statements of the overlay on one link keep
 * theirs: there the later one counts.
 */
export function shuffledProgramme(programme: Programme, random: Random): Programme {
  const mix = <T>(items: readonly T[]): T[] => shuffled(items, random);
  const { muster, overlay } = programme;
  const byLink = groupBy(overlay.statements, (statement) =>
    statement.what === 'add-link' ? statement.value.id : statement.link,
  );
  return {
    muster: { ...muster, home: mix(muster.home), products: mix(muster.products) },
    links: mix(programme.links).map((row) => ({ ...row, tags: mix(row.tags), evidence: mix(row.evidence) })),
    requirements: mix(programme.requirements),
    supply: mix(programme.supply),
    providers: mix(programme.providers).map((row) => ({ ...row, plants: mix(row.plants) })),
    overlay: { ...overlay, statements: mix([...byLink.values()]).flat() },
    scenarios: mix(programme.scenarios).map((scenario) => ({
      ...scenario,
      measures: mix(scenario.measures),
      capacityChanges: mix(scenario.capacityChanges),
      includes: mix(scenario.includes),
    })),
    commitments: mix(programme.commitments),
    capacity: mix(programme.capacity),
    goals: mix(programme.goals).map((goal) => ({ ...goal, options: mix(goal.options) })),
    instruments: mix(programme.instruments),
    funds: mix(programme.funds),
    actors: mix(programme.actors),
    resources: mix(programme.resources),
    evidence: mix(programme.evidence),
    judgements: mix(programme.judgements),
  };
}
