import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';

/** One import of a source file: of another file of ours (its path from src) or of a package. */
export interface SourceImport {
  readonly target: string;
  readonly ours: boolean;
  readonly typeOnly: boolean;
  readonly line: number;
}

/** Use of a name that the file does not declare, such as `console` or `Math.random`. */
export interface FreeUse {
  readonly name: string;
  readonly line: number;
}

/** A source file as far as the rules of the house ask. `path` is from src, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly SourceImport[];
  readonly freeUses: readonly FreeUse[];
}

const SRC = join(import.meta.dirname, '../../src');

/** The source files that are built: every `.ts` under src but the tests. */
export function sourceFiles(): SourceFile[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => path.endsWith('.ts') && !/\.test(-\w+)?\.ts$/.test(path))
    .sort()
    .map((path) => sourceFile(path, readFileSync(join(SRC, path), 'utf8')));
}

/** Reads one file: its imports, and the globals that it uses. */
export function sourceFile(path: string, text: string): SourceFile {
  const { program, module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]!.message}`);
  const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length;
  const imports: SourceImport[] = [];
  const add = (request: string, typeOnly: boolean, offset: number): void => {
    const ours = request.startsWith('.');
    const target = ours ? posix.join(posix.dirname(path), request) : request;
    imports.push({ target, ours, typeOnly, line: lineAt(offset) });
  };
  for (const { moduleRequest, entries, start } of module.staticImports) {
    add(moduleRequest.value, entries.length > 0 && entries.every((entry) => entry.isType), start);
  }
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest, isType, start } of entries) {
      if (moduleRequest) add(moduleRequest.value, isType, start);
    }
  }
  for (const { moduleRequest, start } of module.dynamicImports) {
    add(literal(text.slice(moduleRequest.start, moduleRequest.end)), false, start);
  }

  const declared = new Set<string>();
  const uses: { name: string; offset: number }[] = [];
  const skipped = new Set<object>();
  new Visitor({
    TSImportType: (node) => add(node.source.value, true, node.start),
    VariableDeclarator: (node) => declare(node.id, declared),
    FunctionDeclaration: (node) => declareFunction(node, declared),
    FunctionExpression: (node) => declareFunction(node, declared),
    ArrowFunctionExpression: (node) => {
      for (const param of node.params) declare(param, declared);
    },
    ClassDeclaration: (node) => declare(node.id, declared),
    CatchClause: (node) => declare(node.param, declared),
    ImportSpecifier: (node) => declare(node.local, declared),
    ImportDefaultSpecifier: (node) => declare(node.local, declared),
    ImportNamespaceSpecifier: (node) => declare(node.local, declared),
    MemberExpression: (node) => {
      if (!node.computed) skipped.add(node.property);
      if (node.object.type === 'Identifier' && node.property.type === 'Identifier' && !node.computed) {
        uses.push({ name: `${node.object.name}.${node.property.name}`, offset: node.start });
      }
    },
    Property: (node) => {
      if (!node.computed && !node.shorthand) skipped.add(node.key);
    },
    PropertyDefinition: (node) => {
      if (!node.computed) skipped.add(node.key);
    },
    MethodDefinition: (node) => {
      if (!node.computed) skipped.add(node.key);
    },
    TSPropertySignature: (node) => {
      skipped.add(node.key);
    },
    TSMethodSignature: (node) => {
      skipped.add(node.key);
    },
    NewExpression: (node) => {
      if (node.callee.type === 'Identifier' && node.callee.name === 'Date' && node.arguments.length === 0) {
        uses.push({ name: 'new Date()', offset: node.start });
      }
    },
    Identifier: (node) => {
      if (!skipped.has(node)) uses.push({ name: node.name, offset: node.start });
    },
  } as ConstructorParameters<typeof Visitor>[0]).visit(program);
  const freeUses = uses
    .filter(({ name }) => !declared.has(name.split('.')[0]!))
    .map(({ name, offset }) => ({ name, line: lineAt(offset) }));
  return { path, text, imports, freeUses };
}

function literal(text: string): string {
  return /^(['"`]).*\1$/.test(text) ? text.slice(1, -1) : `(computed) ${text}`;
}

interface Pattern {
  readonly type: string;
  readonly [key: string]: unknown;
}

function declareFunction(node: { id?: unknown; params: readonly unknown[] }, names: Set<string>): void {
  declare(node.id, names);
  for (const param of node.params) declare(param, names);
}

/** Names that a binding pattern declares. */
function declare(pattern: unknown, names: Set<string>): void {
  if (pattern === null || pattern === undefined) return;
  const node = pattern as Pattern;
  if (node.type === 'Identifier') names.add(node.name as string);
  else if (node.type === 'ObjectPattern') for (const p of node.properties as unknown[]) declare(p, names);
  else if (node.type === 'ArrayPattern') for (const p of node.elements as unknown[]) declare(p, names);
  else if (node.type === 'Property') declare(node.value, names);
  else if (node.type === 'AssignmentPattern') declare(node.left, names);
  else if (node.type === 'RestElement') declare(node.argument, names);
  else if (node.type === 'TSParameterProperty') declare(node.parameter, names);
}
