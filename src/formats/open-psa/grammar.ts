import { OPERATORS } from './written.ts';

const EVENTS = ['event', 'gate', 'basic-event', 'house-event'] as const;
const FORMULAS: readonly string[] = [...OPERATORS, ...EVENTS, 'constant'];
const EXPRESSIONS: readonly string[] = ['float', 'int', 'parameter'];
const DATA = ['define-basic-event', 'define-house-event', 'define-parameter'];
const DEFINITIONS: readonly string[] = ['define-gate', 'define-component', ...DATA];

/** What may lie in what; an element that is not listed holds nothing. */
const CONTENT: ReadonlyMap<string, readonly string[]> = new Map([
  ['opsa-mef', ['define-fault-tree', 'model-data']],
  ['define-fault-tree', DEFINITIONS],
  ['define-component', DEFINITIONS],
  ['model-data', DATA],
  ['define-gate', FORMULAS],
  ['define-basic-event', EXPRESSIONS],
  ['define-parameter', EXPRESSIONS],
  ['define-house-event', ['constant']],
  ...OPERATORS.map((operator) => [operator, FORMULAS] as const),
]);

/** Words about an element, which say nothing on the tree. */
const WORDS: ReadonlySet<string> = new Set(['label', 'attributes']);

const KNOWN: ReadonlySet<string> = new Set([...CONTENT.keys(), ...FORMULAS, ...EXPRESSIONS, ...WORDS]);

/** Other elements that the format has above formulas and expressions. */
const ELSEWHERE =
  /^(include|define-(CCF-group|substitution|event-tree|functional-event|sequence|branch|initiating-event(-group)?|consequence(-group)?|alignment|rule|extern-(library|function)))$/;

/** What to do with an element that lies in another: read it, pass it over, or refuse it. */
export function fate(element: string, within: string): 'read' | 'words' | 'unsupported' | 'misplaced' {
  const content = CONTENT.get(within) ?? [];
  if (content.includes(element)) return 'read';
  if (
    WORDS.has(element) &&
    (within === 'opsa-mef' || within === 'model-data' || within.startsWith('define-'))
  ) {
    return 'words';
  }
  // Where a value should be, whatever Muster does not know is an expression that it does not evaluate.
  if (ELSEWHERE.test(element) || (content === EXPRESSIONS && !KNOWN.has(element))) return 'unsupported';
  return 'misplaced';
}
