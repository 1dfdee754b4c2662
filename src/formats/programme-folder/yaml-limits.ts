import { Lexer } from 'yaml';
import type { Problem } from './problem.ts';

/** How deep lists and mappings may lie inside each other: brackets, and columns of indentation. */
const BRACKETS_MAX = 100;
const INDENT_MAX = 200;
/** How many aliases a file may have, so that a small file cannot become a huge value. */
export const ALIASES_MAX = 100;

/** Tokens of the lexer that mark a place and are not text of the file. */
const MARKS = new Set(['\u0002', '\u0018', '\u001f']);

/**
 * What makes a YAML text unsafe to parse. The parser is recursive: a text nested deep enough can take the whole
 * process down, so it is measured first.
 */
export function unsafeYaml(text: string): Problem | null {
  const indented = text
    .split('\n')
    .findIndex((line) => line.length > INDENT_MAX && indentOf(line) > INDENT_MAX);
  if (indented >= 0) return tooDeep(indented + 1);
  // With so few of these characters no limit can be passed, and the text need not be read twice.
  if (occurrences(text, /[[{]/g) <= BRACKETS_MAX && occurrences(text, /\*/g) <= ALIASES_MAX) return null;
  let offset = 0;
  let brackets = 0;
  let aliases = 0;
  for (const token of new Lexer().lex(text)) {
    if (token === '[' || token === '{') brackets++;
    if (token === ']' || token === '}') brackets--;
    if (token.startsWith('*')) aliases++;
    if (brackets > BRACKETS_MAX) return tooDeep(text.slice(0, offset).split('\n').length);
    if (!MARKS.has(token)) offset += token.length;
  }
  if (aliases <= ALIASES_MAX) return null;
  return { code: 'TOO_MANY_ALIASES', line: null, message: `${aliases} aliases, at most ${ALIASES_MAX}` };
}

function occurrences(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** Columns of blanks and of indicators (`- `, `? `) that a line begins with. */
function indentOf(line: string): number {
  let column = 0;
  while (/[ \t]/.test(line[column] ?? '') || /^[-?] /.test(line.slice(column, column + 2))) column++;
  return column;
}

function tooDeep(line: number): Problem {
  return { code: 'YAML_DEPTH', line, message: 'lists and mappings lie too deep inside each other' };
}
