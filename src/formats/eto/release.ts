/** A row of inputs.csv: something the chain is made of. Cells are as written; a blank is the empty string. */
export interface EtoInput {
  readonly line: number;
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly stageId: string;
  readonly year: string;
  readonly market: string;
  readonly marketCaption: string;
  readonly marketSource: string;
}

/** A row of providers.csv. A provider stands once for each of its aliases. */
export interface EtoProvider {
  readonly line: number;
  readonly id: string;
  readonly name: string;
  readonly alias: string;
  readonly type: string;
  readonly country: string;
}

/** A row of provision.csv: a provider supplies an input or a whole stage. */
export interface EtoProvision {
  readonly line: number;
  readonly providerId: string;
  readonly providerName: string;
  readonly providedId: string;
  readonly providedName: string;
  readonly share: string;
  readonly year: string;
  readonly source: string;
  readonly negligible: string;
}

/** A row of sequence.csv: an input goes into another, or is a type of another. */
export interface EtoSequence {
  readonly line: number;
  readonly inputId: string;
  readonly inputName: string;
  readonly goesIntoId: string;
  readonly goesIntoName: string;
  readonly isTypeOfId: string;
  readonly isTypeOfName: string;
}

/** A row of stages.csv. */
interface EtoStage {
  readonly line: number;
  readonly id: string;
  readonly name: string;
  readonly market: string;
  readonly marketCaption: string;
  readonly marketSource: string;
}

/** The layout of a release: from 2026 on provision.csv has years and sources, before it flags instead. */
type EtoLayout = '2022' | '2026';

/** One release of the Advanced Semiconductor Supply Chain data, as written. */
export interface EtoRelease {
  /** Name of the folder it was read from. */
  readonly name: string;
  readonly layout: EtoLayout;
  readonly inputs: readonly EtoInput[];
  readonly providers: readonly EtoProvider[];
  readonly provision: readonly EtoProvision[];
  readonly sequence: readonly EtoSequence[];
  readonly stages: readonly EtoStage[];
  /** Columns that no release known here has; they are not read. */
  readonly unknownColumns: readonly { readonly file: EtoFile; readonly column: string }[];
}

export const ETO_FILES = [
  'inputs.csv',
  'providers.csv',
  'provision.csv',
  'sequence.csv',
  'stages.csv',
] as const;
export type EtoFile = (typeof ETO_FILES)[number];
