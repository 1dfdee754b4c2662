import type {
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
} from '../contract/folder/index.ts';

/**
 * One whole programme in memory: what its folder says, part by part, before the overlay and the judgements are
 * laid over it.
 */
export interface Programme {
  readonly muster: MusterFile;
  readonly links: readonly LinkRow[];
  readonly requirements: readonly RequirementRow[];
  readonly supply: readonly SupplyRow[];
  readonly providers: readonly ProviderRow[];
  readonly overlay: OverlayFile;
  readonly scenarios: readonly Scenario[];
  readonly goals: readonly Goal[];
  readonly commitments: readonly Commitment[];
  readonly capacity: readonly CapacityOffer[];
  readonly instruments: readonly Instrument[];
  readonly funds: readonly Fund[];
  readonly actors: readonly ActorRow[];
  readonly resources: readonly ResourceRow[];
  readonly evidence: readonly EvidenceRow[];
  readonly judgements: readonly JudgementRow[];
}

/** A part of a programme: one file of its folder, or one key of a file. */
export type Part = keyof Programme;
