import type { EvidenceRow, LinkRow, MusterFile, RequirementRow } from '../../contract/folder/index.ts';
import type { Programme } from '../../programme/programme.ts';

/** A programme of which nothing is known but its frame. */
export function emptyProgramme(muster: MusterFile): Programme {
  return {
    muster,
    links: [],
    requirements: [],
    supply: [],
    providers: [],
    overlay: { schema: 'muster/overlay@1', statements: [] },
    scenarios: [],
    goals: [],
    commitments: [],
    capacity: [],
    instruments: [],
    funds: [],
    actors: [],
    resources: [],
    evidence: [],
    judgements: [],
  };
}

/** What an end use that stands for others rests on. */
export const PLACEHOLDER_EVIDENCE: EvidenceRow = {
  id: 'placeholder',
  mark: 'judgement',
  title: 'Placeholder of the import',
  year: 2025,
  note: 'The data names no end use; replace it by those of the programme.',
};

/** An end use that needs nothing but one link: it stands for all its uses where the data names none. */
export function placeholderUse(
  { id: needs, field }: LinkRow,
  name: string,
): { link: LinkRow; requirement: RequirementRow } {
  const id = `use-of-${needs}`;
  return {
    link: {
      id,
      name,
      field,
      kind: 'product',
      home_need: 1,
      home_capacity: 1,
      tags: [],
      evidence: [PLACEHOLDER_EVIDENCE.id],
    },
    requirement: { link: id, group: 'inputs', gate: 'all', needs },
  };
}
