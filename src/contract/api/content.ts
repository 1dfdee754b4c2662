import { z } from 'zod';
import {
  ActorRow,
  CapacityOffer,
  Commitment,
  EvidenceRow,
  Fund,
  Goal,
  Instrument,
  JudgementRow,
  LinkRow,
  MusterFile,
  OverlayFile,
  ProviderRow,
  RequirementRow,
  ResourceRow,
  Scenario,
  SupplyRow,
} from '../folder/index.ts';

/** The parts of a programme, by name. */
export const ContentParts = z.object({
  muster: MusterFile,
  links: z.array(LinkRow),
  requirements: z.array(RequirementRow),
  supply: z.array(SupplyRow),
  providers: z.array(ProviderRow),
  overlay: OverlayFile,
  scenarios: z.array(Scenario),
  goals: z.array(Goal),
  commitments: z.array(Commitment),
  capacity: z.array(CapacityOffer),
  instruments: z.array(Instrument),
  funds: z.array(Fund),
  actors: z.array(ActorRow),
  resources: z.array(ResourceRow),
  evidence: z.array(EvidenceRow),
  judgements: z.array(JudgementRow),
});

/** What the files of a version say, and how its rows are called in edits. */
export const Content = z.object({
  schema: z.literal('muster/content@1'),
  parts: ContentParts,
  rows: z
    .record(z.string(), z.array(z.string()))
    .describe(
      'identities of the rows of every list, in order, by where the list stands: `links`, `muster.products`, `goals.0.options`',
    ),
});
export type Content = z.infer<typeof Content>;
