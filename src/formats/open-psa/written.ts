/** What a reference says that it refers to; null: it does not say. */
export type EventType = 'gate' | 'basic-event' | 'house-event';

export const OPERATORS = [
  'and',
  'or',
  'not',
  'xor',
  'nand',
  'nor',
  'imply',
  'iff',
  'atleast',
  'cardinality',
] as const;
export type Operator = (typeof OPERATORS)[number];

/** A formula as it stands in the file: references by name, every operator of the format. */
export type WrittenFormula =
  | {
      readonly kind: 'reference';
      readonly type: EventType | null;
      readonly name: string;
      readonly line: number;
    }
  | { readonly kind: 'constant'; readonly value: boolean }
  | {
      readonly kind: Operator;
      readonly parts: readonly WrittenFormula[];
      /** Of atleast and cardinality. */
      readonly min: number;
      /** Of cardinality. */
      readonly max: number;
    };

/** A value as it stands in the file: a number, or the name of a parameter. */
export type WrittenValue = number | { readonly parameter: string; readonly line: number };

interface Named {
  readonly name: string;
  readonly line: number;
}

export interface WrittenGate extends Named {
  /** Name of the fault tree that it stands in. */
  readonly tree: string;
  /** null where a defect has been told. */
  readonly formula: WrittenFormula | null;
}

/** A value of null: none is given. */
export interface WrittenBasicEvent extends Named {
  readonly value: WrittenValue | null;
}

export interface WrittenHouseEvent extends Named {
  readonly value: boolean;
}

/** A value of null: none is given. */
export interface WrittenParameter extends Named {
  readonly value: WrittenValue | null;
}

/** All definitions of a file, in its order. */
export interface WrittenModel {
  readonly gates: WrittenGate[];
  readonly basicEvents: WrittenBasicEvent[];
  readonly houseEvents: WrittenHouseEvent[];
  readonly parameters: WrittenParameter[];
}
