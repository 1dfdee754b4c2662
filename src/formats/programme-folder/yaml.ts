import { type Document, isMap, isPair, isScalar, LineCounter, parseDocument, stringify } from 'yaml';
import { canonical } from './canonical.ts';
import { schemaName, type YamlFile } from './files.ts';
import { findings } from './issues.ts';
import type { Parsed, Problem } from './problem.ts';
import { ALIASES_MAX, unsafeYaml } from './yaml-limits.ts';

type Path = readonly (string | number)[];

/** Reads a YAML file against its schema; the value is that of the part, complete with defaults. */
export function readYaml(file: YamlFile, text: string): Parsed {
  const counter = new LineCounter();
  const unsafe = unsafeYaml(text);
  if (unsafe) return { value: undefined, problems: [unsafe], lineOf: () => 1 };
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, uniqueKeys: true });
  const lineOf = (path: Path) => lineOfPath(document, counter, path);
  const problems = syntaxProblems(document, counter);
  if (problems.length > 0) return { value: undefined, problems, lineOf };
  const { value, problem: tooMany } = toValue(document);
  if (tooMany) return { value: undefined, problems: [tooMany], lineOf };
  const result = file.schema.safeParse(value ?? {});
  if (!result.success) {
    const found = findings(result.error.issues, value);
    return {
      value: undefined,
      problems: found.map(({ code, path, message }) => ({ code, message, line: lineOf(path) })),
      lineOf,
    };
  }
  const { key } = file;
  return {
    value: key === undefined ? result.data : result.data[key],
    beside: result.data,
    problems: [],
    lineOf,
  };
}

/**
 * Prints a part, and those beside it by key, in canonical form: keys in the order of the schema, defaults left out, no
 * long-line folding.
 */
export function writeYaml(file: YamlFile, part: unknown, beside: Parsed['beside'] = {}): string {
  const { key } = file;
  const whole = key === undefined ? part : { schema: schemaName(file), [key]: part, ...beside };
  return stringify(canonical(file.schema, whole), { lineWidth: 0, aliasDuplicateObjects: false });
}

/** Keys that stand twice, and the first syntax error: what follows one is most often its echo. */
function syntaxProblems(document: Document.Parsed, counter: LineCounter): Problem[] {
  const problems = [...document.errors, ...document.warnings].map(
    (error): Problem => ({
      code: error.code === 'DUPLICATE_KEY' ? 'DUPLICATE_KEY' : 'YAML_SYNTAX',
      line: counter.linePos(error.pos[0]).line,
      message: error.message,
    }),
  );
  const first = problems.find((problem) => problem.code === 'YAML_SYNTAX');
  return problems.filter((problem) => problem.code === 'DUPLICATE_KEY' || problem === first);
}

function toValue(document: Document.Parsed): { value?: unknown; problem?: Problem } {
  try {
    return { value: document.toJS({ maxAliasCount: ALIASES_MAX }) };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    const code = error.message.startsWith('Excessive') ? 'TOO_MANY_ALIASES' : 'YAML_SYNTAX';
    return { problem: { code, line: null, message: error.message } };
  }
}

/** The line of the deepest node on the path that exists: that of its key inside a mapping. */
function lineOfPath(document: Document.Parsed, counter: LineCounter, path: Path): number {
  let offset = startOf(document.contents) ?? 0;
  for (let depth = 1; depth <= path.length; depth++) {
    const parent = document.getIn(path.slice(0, depth - 1), true);
    const key = path[depth - 1]!;
    const pair = isMap(parent) ? parent.items.find((p) => isPair(p) && keyText(p.key) === String(key)) : null;
    const found = pair ? startOf(pair.key) : startOf(document.getIn(path.slice(0, depth), true));
    if (found === undefined) break;
    offset = found;
  }
  return counter.linePos(offset).line;
}

function keyText(key: unknown): string {
  return String(isScalar(key) ? key.value : key);
}

function startOf(node: unknown): number | undefined {
  const range = (node as { range?: [number, number, number] | null } | null | undefined)?.range;
  return range?.[0];
}
