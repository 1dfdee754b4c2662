import { MusterError } from '../../kernel/errors.ts';
import { OPEN_PSA_DEFECTS, type OpenPsaCode } from './catalogue.ts';

/** Something wrong with an Open-PSA file; `line` from 1, null: the file as a whole. */
export interface OpenPsaDefect {
  readonly code: OpenPsaCode;
  readonly line: number | null;
  readonly message: string;
}

/** Defects that are told at once; of more, how many there are. */
const LISTED = 50;

/** The error that names every defect of a file with its line and what to do. */
export function refusal(file: string, defects: readonly OpenPsaDefect[]): MusterError {
  const sorted = [...defects].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  const lines = sorted.slice(0, LISTED).map(({ code, line, message }) => {
    const place = line === null ? file : `${file}:${line}`;
    return `${place}  ${code}  ${message}\n    ${OPEN_PSA_DEFECTS[code].hint}`;
  });
  if (sorted.length > LISTED) lines.push(`… and ${sorted.length - LISTED} more`);
  const count = `${sorted.length} ${sorted.length === 1 ? 'defect' : 'defects'}`;
  return new MusterError('INVALID_FAULT_TREE', `${count} in ${file}\n${lines.join('\n')}`);
}

/** Raised where reading cannot go on. */
export class OpenPsaStop extends Error {
  readonly defect: OpenPsaDefect;

  constructor(code: OpenPsaCode, line: number | null, message: string) {
    super(message);
    this.defect = { code, line, message };
  }
}

/** A name as it is shown in messages. */
export function shown(name: string): string {
  return name.length <= 80 ? name : `${name.slice(0, 79)}…`;
}

/** A circle in words; of a long one the beginning. */
export function circle(what: string, names: readonly string[]): string {
  const some = names.length <= 12 ? names : [...names.slice(0, 10), '…', names[0]];
  const count = names.length <= 12 ? '' : ` (${names.length - 1} ${what})`;
  return `${what} refer to each other in a circle: ${some.map(shown).join(' → ')}${count}`;
}
