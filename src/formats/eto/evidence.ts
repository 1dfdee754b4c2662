import type { EvidenceRow } from '../../contract/folder/index.ts';
import type { EtoRelease } from './release.ts';

/** Id of the evidence row that stands for the data set itself. */
const DATASET = 'eto-dataset';

const MAX_TITLE = 200;

/** The sources that figures of a release cite: one row of evidence for each distinct text. */
export class EvidenceRegister {
  readonly #rows = new Map<string, EvidenceRow>();
  readonly #dataset: EvidenceRow;

  constructor(release: EtoRelease, year: number) {
    this.#dataset = {
      id: DATASET,
      mark: 'read',
      title: `ETO Advanced Semiconductor Supply Chain data, ${release.layout} layout`,
      url: 'https://eto.tech/dataset-docs/chipexplorer',
      year,
      note: `Imported from ${release.name}; see the data set for its licence.`,
    };
  }

  /** Id of the evidence for a source text as of a year; a blank text cites the data set itself. */
  cite(text: string, year: number): string {
    const words = text.replace(/\s+/g, ' ').trim();
    if (words === '') return DATASET;
    const known = this.#rows.get(words);
    if (known) {
      known.year = Math.max(known.year, year);
      return known.id;
    }
    const row = sourceRow(`eto-s${String(this.#rows.size + 1).padStart(2, '0')}`, words, year);
    this.#rows.set(words, row);
    return row.id;
  }

  rows(): EvidenceRow[] {
    return [this.#dataset, ...this.#rows.values()];
  }
}

function sourceRow(id: string, words: string, year: number): EvidenceRow {
  const letters = Array.from(words);
  const url = words.match(/https?:\/\/[^\s)\],]+/)?.[0];
  return {
    id,
    mark: 'read',
    title: letters.slice(0, MAX_TITLE).join(''),
    ...(url === undefined ? {} : { url }),
    year,
    ...(letters.length > MAX_TITLE ? { note: words } : {}),
  };
}
