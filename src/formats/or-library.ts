import { MusterError } from '../kernel/errors.ts';
import type { KnapsackProblem } from '../portfolio/knapsack.ts';

/** Most numbers that the problems of one file may announce, and bytes of its text. */
const NUMBERS_MAX = 5_000_000;
export const KNAPSACK_BYTES_MAX = 64 * 2 ** 20;
const DEFECTS_SHOWN = 20;

/**
 * Reads the multidimensional knapsack problems of an OR-Library file (Chu and Beasley): how many there are; then of each
 * the numbers of items and of rows, a value of the best choice known (0 for none; not used), the value of each item, what
 * each item needs row by row, and the capacity of each row. Refuses the file with all its defects. `name` is what messages
 * call it.
 */
export function parseKnapsacks(name: string, text: string): KnapsackProblem[] {
  const file = new NumberFile(text);
  const problems = file.problems();
  if (file.defects.length === 0) return problems;
  const shown = file.defects.slice(0, DEFECTS_SHOWN).map((defect) => `${name}, ${defect}`);
  const more = file.defects.length - shown.length;
  if (more > 0) shown.push(`and ${more} more`);
  throw new MusterError('KNAPSACK_INVALID', shown.join('\n'), {
    hint: 'See how the file is laid out: count; items, rows, known value, values, needs row by row, capacities.',
  });
}

/** Thrown where what follows cannot be told any more. */
class Lost extends Error {}

/** Numbers parted by white space, read one after another, with what is wrong with them. */
class NumberFile {
  readonly defects: string[] = [];
  private readonly tokens: readonly { readonly text: string; readonly line: number }[];
  private at = 0;
  /** Numbers that may still be announced. */
  private left = NUMBERS_MAX;

  constructor(text: string) {
    this.tokens = text
      .split(/\r\n|\r|\n/)
      .flatMap((line, index) => (line.match(/\S+/g) ?? []).map((word) => ({ text: word, line: index + 1 })));
  }

  problems(): KnapsackProblem[] {
    const problems: KnapsackProblem[] = [];
    try {
      const count = this.count('the number of problems');
      for (let p = 1; p <= count; p++) problems.push(this.problem(`problem ${p} of ${count}`));
      if (this.at < this.tokens.length) {
        const { line } = this.tokens[this.at];
        this.defects.push(
          `line ${line}: ${this.tokens.length - this.at} numbers more than the problems have`,
        );
      }
    } catch (error) {
      if (!(error instanceof Lost)) throw error;
    }
    return problems;
  }

  private problem(label: string): KnapsackProblem {
    const items = this.count(`the number of items of ${label}`);
    const rows = this.count(`the number of rows of ${label}`);
    const known = `the known value of ${label}`;
    const line = this.lineOf(known);
    this.number(known);
    this.left -= items * (rows + 1) + rows;
    if (this.left < 0)
      this.lose(line, `${label} has ${items} items and ${rows} rows: too many (${NUMBERS_MAX} numbers)`);
    const values = this.numbers(items, `a value of ${label}`);
    const weights = Array.from({ length: rows }, (_, r) =>
      this.amounts(items, `a need of row ${r + 1} of ${label}`),
    );
    return { values, weights, capacities: this.amounts(rows, `a capacity of ${label}`) };
  }

  private numbers(count: number, what: string): number[] {
    return Array.from({ length: count }, () => this.number(what));
  }

  private amounts(count: number, what: string): number[] {
    return Array.from({ length: count }, () => {
      const line = this.lineOf(what);
      const amount = this.number(what);
      if (amount < 0) this.defects.push(`line ${line}: ${what} is ${amount}; it cannot be negative`);
      return amount;
    });
  }

  private count(what: string): number {
    const line = this.lineOf(what);
    const count = this.number(what);
    if (!(Number.isInteger(count) && count >= 1)) this.lose(line, `${what} must be a whole number from 1`);
    return count;
  }

  /** The next number; 0 stands in for what is none. */
  private number(what: string): number {
    const line = this.lineOf(what);
    const { text } = this.tokens[this.at++];
    if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) && Number.isFinite(Number(text)))
      return Number(text);
    this.defects.push(`line ${line}: ${what} is "${text.slice(0, 40)}" where a number should be`);
    return 0;
  }

  private lineOf(what: string): number {
    if (this.at < this.tokens.length) return this.tokens[this.at].line;
    return this.lose(this.tokens.at(-1)?.line ?? 1, `the file ends before ${what}`);
  }

  private lose(line: number, message: string): never {
    this.defects.push(`line ${line}: ${message}`);
    throw new Lost();
  }
}
