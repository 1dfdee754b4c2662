import type { z } from 'zod';
import type { DefectCode } from '../../programme/catalogue.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly (string | number)[];

/** A finding of a schema in the user's terms. `key` is set where the path names a key that should not be there. */
export interface Finding {
  readonly code: DefectCode;
  readonly path: Path;
  readonly message: string;
}

/** Turns the issues of a schema into findings: one for each thing to mend, unions reduced to their likeliest branch. */
export function findings(issues: readonly Issue[], value: unknown, base: Path = []): Finding[] {
  return issues.flatMap((issue) => findingsOf(issue, value, base));
}

function findingsOf(issue: Issue, root: unknown, base: Path): Finding[] {
  const path: Path = [...base, ...(issue.path as Path)];
  const name = path.length > 0 ? `${pathText(path)}: ` : '';
  const value = valueAt(root, path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      code: 'UNKNOWN_KEY',
      path: [...path, key],
      message: `${name}unknown key "${key}"`,
    }));
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0)
    return unionFindings(issue, root, path, name);
  if (issue.code === 'invalid_key') {
    const inner = issue.issues[0]?.message ?? issue.message;
    return [{ code: 'BAD_VALUE', path, message: `${name}${inner}` }];
  }
  if (value === undefined && issue.code !== 'custom') {
    return [{ code: 'MISSING_VALUE', path, message: `${pathText(path)} is missing` }];
  }
  return [{ code: 'BAD_VALUE', path, message: `${name}${expectation(issue)}${shown(value)}` }];
}

/** The branch of a union that the user most likely meant: the one whose top has the right type. */
function unionFindings(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  root: unknown,
  path: Path,
  name: string,
): Finding[] {
  const value = valueAt(root, path);
  if (value === undefined) return [{ code: 'MISSING_VALUE', path, message: `${pathText(path)} is missing` }];
  const wrongType = (errors: readonly Issue[]) =>
    errors.some((e) => e.code === 'invalid_type' && e.path.length === 0);
  const meant = issue.errors.filter((errors) => !wrongType(errors));
  const likeliest = [...meant].sort((a, b) => a.length - b.length)[0];
  if (likeliest) return findings(likeliest, root, path);
  const forms = [...new Set(issue.errors.flat().map(expectation))]
    .join(' or ')
    .replaceAll(' or expected', ' or');
  return [{ code: 'BAD_VALUE', path, message: `${name}${forms}${shown(value)}` }];
}

/** How the types of a schema are called. */
const TYPES: Readonly<Record<string, string>> = {
  number: 'a number',
  int: 'a whole number',
  string: 'a text (in quotes, if it looks like a number)',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'a mapping',
  record: 'a mapping',
};

function expectation(issue: Issue): string {
  if (issue.code === 'invalid_type') return `expected ${TYPES[issue.expected] ?? issue.expected}`;
  if (issue.code === 'invalid_value') return `expected ${issue.values.join(', ')}`;
  if (issue.code === 'invalid_union' && 'options' in issue && issue.options)
    return `expected ${issue.options.join(', ')}`;
  return issue.message;
}

/** `goals[0].options[1].q` */
function pathText(path: Path): string {
  return path.map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i > 0 ? '.' : ''}${key}`)).join('');
}

function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const key of path) {
    if (value === null || typeof value !== 'object') return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value;
}

/** A short value as the user wrote it. */
function shown(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') return `, not ${value}`;
  if (typeof value === 'string') return `, not "${value.length > 40 ? `${value.slice(0, 40)}…` : value}"`;
  return '';
}
