import { ELEMENTS_MAX, FILE_BYTES_MAX, NESTING_MAX, TEXT_BYTES_MAX } from './limits.ts';

interface Entry {
  readonly meaning: string;
  readonly hint: string;
}

const entry = (meaning: string, hint: string): Entry => ({ meaning, hint });
const mib = (bytes: number): string => `${bytes / 2 ** 20} MiB`;

/** Everything that can be wrong with an Open-PSA file: stable code, meaning in one line, what to do. */
export const OPEN_PSA_DEFECTS = {
  // The file itself: reading ends at the first of these.
  FILE_UNREADABLE: entry('The file cannot be read.', 'Name a plain file, .xml or .xml.gz.'),
  FILE_TOO_LARGE: entry(
    `The file is larger than ${mib(FILE_BYTES_MAX)}, or unpacks to more than ${mib(TEXT_BYTES_MAX)}.`,
    'Split the model, or drop what the tree does not need.',
  ),
  GZIP: entry(
    'A .gz file cannot be unpacked.',
    'Pack it again with gzip; a file that is not packed ends in .xml.',
  ),
  NOT_UTF8: entry('The file is not UTF-8 text.', 'Save it as UTF-8.'),
  XML_SYNTAX: entry('The file is not well-formed XML.', 'Check tags, quotes and & < > at this line.'),
  XML_DOCTYPE: entry(
    'The document type declares something: entities, or a file elsewhere.',
    'Remove it; a bare <!DOCTYPE opsa-mef> is allowed.',
  ),
  TOO_DEEP: entry(
    `Elements lie more than ${NESTING_MAX} deep inside each other.`,
    'Give inner formulas gates of their own.',
  ),
  TOO_MANY_ELEMENTS: entry(
    `The file has more than ${ELEMENTS_MAX.toLocaleString('en')} elements.`,
    'Split the model, or drop what the tree does not need.',
  ),
  NOT_OPEN_PSA: entry(
    'The outermost element is not opsa-mef.',
    'Give a file in the Open-PSA Model Exchange Format.',
  ),

  // What it says: all of these at once.
  UNSUPPORTED: entry(
    'A part of the format that Muster does not read and must not ignore.',
    'Write the tree without it: gates, basic events with a number or a parameter, house events.',
  ),
  MISPLACED: entry('An element or a text does not belong here.', 'Check its spelling and what it lies in.'),
  ATTRIBUTE: entry('An attribute is missing or has a value that it cannot have.', 'Fill it in.'),
  DEFINED_TWICE: entry(
    'Two gates or events, or two parameters, have the same name.',
    'Rename or remove one of them; gates, basic and house events share their names.',
  ),
  UNKNOWN_EVENT: entry(
    'A gate or event is named that is not defined.',
    'Define it, or correct the name. Basic events need no definition only where the file defines none at all.',
  ),
  WRONG_TYPE: entry(
    'A name is referred to as what it is not.',
    'Refer to it by its type, or as <event name="…"/>.',
  ),
  UNKNOWN_PARAMETER: entry('A parameter is named that is not defined.', 'Define it, or correct the name.'),
  CYCLE: entry(
    'Gates, or parameters, refer to each other in a circle.',
    'Remove one reference of the circle.',
  ),
  NO_CHILDREN: entry('A gate or an operator has nothing below it.', 'Give it a formula, or remove it.'),
  CHILDREN: entry(
    'A gate or an operator has more or fewer parts than it takes.',
    'A gate has one formula, not has one part, imply and iff have two.',
  ),
  AT_LEAST: entry(
    'The bounds of atleast or cardinality do not fit the number of its parts.',
    'atleast: 1 ≤ min ≤ parts; cardinality: 0 ≤ min ≤ max ≤ parts.',
  ),
  NOT_A_NUMBER: entry('A value should be a number and is not.', 'Write 0.001 or 1e-3.'),
  PROBABILITY: entry(
    'The probability of a basic event does not lie between 0 and 1.',
    'Correct it, or leave it out.',
  ),
  EMPTY_TREE: entry('The file defines no gate.', 'Define the top event as a gate.'),
  UNKNOWN_TOP: entry('The gate asked for as top is not in the file.', 'Name a gate of the file with --top.'),
  SEVERAL_TOPS: entry('More than one gate is referred to by none.', 'Say which is meant with --top NAME.'),
} as const satisfies Record<string, Entry>;

export type OpenPsaCode = keyof typeof OPEN_PSA_DEFECTS;
