import type { LinearProgram, LinearSolver, SparseVector } from '../../src/kernel/linear-program.ts';

interface Row {
  readonly lower: number;
  readonly upper: number;
  readonly terms: [column: number, value: number][];
}

interface Column {
  readonly cost: number;
  readonly lower: number;
  readonly upper: number;
  readonly integer: boolean;
}

/** A solver that writes down every programme as it is when it is solved, in the LP format, and its optimum. */
export class RecordingSolver implements LinearSolver {
  /** One text per solve. */
  readonly models: string[] = [];

  constructor(private readonly solver: LinearSolver) {}

  open(): LinearProgram {
    const program = this.solver.open();
    const rows: Row[] = [];
    const columns: Column[] = [];
    const record = (objective: number | undefined): void => {
      this.models.push(lpText(rows, columns, objective));
    };
    return {
      addRow: (lower, upper) => {
        rows.push({ lower, upper, terms: [] });
        return program.addRow(lower, upper);
      },
      addColumn: (cost, lower, upper, entries: SparseVector, integer = false) => {
        entries.index.forEach((row, i) => {
          rows[row].terms.push([columns.length, entries.value[i]]);
        });
        columns.push({ cost, lower, upper, integer });
        return program.addColumn(cost, lower, upper, entries, integer);
      },
      solve: () => {
        const solution = program.solve();
        record(solution.objective);
        return solution;
      },
      solveIfFeasible: () => {
        const solution = program.solveIfFeasible();
        record(solution?.objective);
        return solution;
      },
      solveWithin: (limits) => program.solveWithin(limits),
      close: () => program.close(),
    };
  }
}

/** Columns are c0, c1 …, rows r0, r1 …; rows without a term are left out. */
function lpText(rows: readonly Row[], columns: readonly Column[], objective: number | undefined): string {
  const integers = columns.flatMap(({ integer }, c) => (integer ? [` c${c}`] : []));
  return [
    `\\ Optimum: ${objective === undefined ? 'none' : number(objective)}`,
    'Minimize',
    ` cost:${sum(columns.map(({ cost }, c) => [c, cost]))}`,
    'Subject To',
    ...rows.flatMap(({ lower, upper, terms }, r) =>
      terms.length === 0 ? [] : [` r${r}:${sum(terms)} ${sense(lower, upper)}`],
    ),
    'Bounds',
    ...columns.map(({ lower, upper }, c) => ` ${bound(lower)} <= c${c} <= ${bound(upper)}`),
    ...(integers.length > 0 ? ['General', ...integers] : []),
    'End',
    '',
  ].join('\n');
}

function sum(terms: readonly (readonly [number, number])[]): string {
  const text = terms
    .filter(([, value]) => value !== 0)
    .map(([column, value]) => {
      const size = number(Math.abs(value));
      return ` ${value < 0 ? '-' : '+'} ${size === '1' ? '' : `${size} `}c${column}`;
    });
  return text.join('') || ' 0 c0';
}

function sense(lower: number, upper: number): string {
  if (lower === upper) return `= ${number(upper)}`;
  if (lower === Number.NEGATIVE_INFINITY) return `<= ${number(upper)}`;
  throw new Error('a row of the models is an equation or at most');
}

function bound(x: number): string {
  return Number.isFinite(x) ? number(x) : `${x < 0 ? '-' : '+'}inf`;
}

/** Nine digits: what comes after is rounding. */
function number(x: number): string {
  return String(Number(x.toPrecision(9)) + 0);
}
