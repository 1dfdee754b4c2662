import { assumption, type Catalogue, note } from '../imported-folder/findings.ts';

/** Everything an import of a fault tree can find, in the order in which reports list it. */
export const OPEN_PSA_FINDINGS = {
  PROBABILITY: note('Basic events have a probability; a programme has no place for it, and it was left out.'),
  NO_PROBABILITY: note('Basic events have no probability.'),
  CONSTANT: assumption('A gate always or never happens, by house events or constants; it was left out.'),
  NOT_NEEDED: note('A gate or basic event makes no difference to the top event; it was left out.'),
  LISTED_TWICE: assumption(
    'A gate of atleast lists a part more than once; a link that needs only that part stands for each further one.',
  ),
  RENAMED: note('A name cannot be an id; the link has another id and keeps the name.'),
} as const satisfies Catalogue;
