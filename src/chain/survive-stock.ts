import { LinearModel, type Term } from '../kernel/linear-model.ts';
import type { LinearSolver } from '../kernel/linear-program.ts';
import type { Group, Link } from './chain.ts';
import type { LinkEndurance, Survival } from './survive.ts';
import type { LinkAtLevel } from './time-spread.ts';

/** What is to be survived, and how stock is weighed. */
export interface StockQuestion {
  /** Links that must serve at a level throughout. */
  readonly targets: readonly LinkAtLevel[];
  readonly days: number;
  /** What a day of need of a link in stock weighs in what is minimised. */
  weight(link: Link): number;
}

/** The least extra stock with which the targets survive. */
export interface StockToSurvive {
  /** Days of full need to lay in beside what is held, by link. */
  readonly extra: ReadonlyMap<string, number>;
  /** What no stock replaces: the fraction of the need of a link that is missing at the end, by link. */
  readonly missing: ReadonlyMap<string, number>;
}

/** Kinds of link of which nothing can be laid in. */
const FLEETING: ReadonlySet<string> = new Set(['process', 'service', 'design', 'software', 'category']);

/** Whether a link can be laid in: what is consumed can; a service, a process or an installed base cannot. */
export function canStock({ kind, lifeDays }: Link): boolean {
  return !FLEETING.has(kind) && !(lifeDays && lifeDays.high > 0);
}

/** Amounts below these are noise of the solver. */
const LEAST_DAYS = 1e-4;
const LEAST_SHARE = 1e-6;

/**
 * The least extra stock that lets links serve at their levels for a number of days, as a linear programme over constant
 * rates: the same links and gates as `Survival`, with stock to lay in as a variable. First what no stock replaces is made as
 * small as can be (the shortfall of links that cannot be laid in), then the weight of the stock.
 */
export function stockToSurvive(
  survival: Survival,
  question: StockQuestion,
  solver: LinearSolver,
): StockToSurvive {
  const unavoidable = solved(survival, question, solver, null);
  const least = sum(unavoidable.missing.values());
  const { extra, missing } = solved(survival, question, solver, least);
  const above = (values: ReadonlyMap<string, number>, limit: number) =>
    new Map([...values].filter(([, value]) => value > limit));
  return { extra: above(extra, LEAST_DAYS), missing: above(missing, LEAST_SHARE) };
}

/** `missingMax` null: minimises what is missing; else the weight of stock with no more than so much missing. */
function solved(
  survival: Survival,
  question: StockQuestion,
  solver: LinearSolver,
  missingMax: number | null,
): StockToSurvive {
  const chain = new ChainModel(survival, question, missingMax === null);
  for (const { link, level } of question.targets) chain.hold(survival.link(link), level);
  if (missingMax !== null) chain.limitMissing(missingMax);
  const values = chain.model.solve(solver);
  const read = (columns: ReadonlyMap<string, number>): Map<string, number> =>
    new Map([...columns].map(([id, column]) => [id, values[column]]));
  return { extra: read(chain.extra), missing: read(chain.missing) };
}

/** The chain below the targets as rows and columns. */
class ChainModel {
  readonly model = new LinearModel();
  readonly extra = new Map<string, number>();
  readonly missing = new Map<string, number>();
  private readonly levels = new Map<Link, number>();
  private readonly targets: ReadonlySet<string>;

  /** `firstMissing`: what is missing is minimised, and stock is free; else stock has its weight, and what is missing none. */
  constructor(
    private readonly survival: Survival,
    private readonly question: StockQuestion,
    private readonly firstMissing: boolean,
  ) {
    this.targets = new Set(question.targets.map(({ link }) => link));
  }

  /** A link must serve at a level throughout. */
  hold(link: Link, level: number): void {
    this.model.atMost(-level, [[this.level(link), -1]]);
  }

  limitMissing(most: number): void {
    this.model.atMost(
      most + LEAST_SHARE / 10,
      [...this.missing.values()].map((column) => [column, 1]),
    );
  }

  /** The level of a link, as a column. */
  private level(link: Link): number {
    const before = this.levels.get(link);
    if (before !== undefined) return before;
    const column = this.model.column(0, 0, 1);
    this.levels.set(link, column);
    if (link.kind === 'category') this.limitByNeeds(column, link);
    else this.limitBySupply(column, link);
    return column;
  }

  /** level ≤ 1 − worn (1 − imported − made) + (stock + extra) / max(days, life) + missing. */
  private limitBySupply(column: number, link: Link): void {
    const endurance = this.survival.endurance(link.id);
    const { imported, homeMade, stockDays, lifeDays } = endurance;
    if (stockDays === Number.POSITIVE_INFINITY) return;
    const { days } = this.question;
    const worn = lifeDays > 0 ? Math.min(1, days / lifeDays) : 1;
    const spread = Math.max(days, lifeDays);
    const made = this.model.column(0, 0, Math.min(1, homeMade));
    if (homeMade > 0) this.limitByNeeds(made, link);
    const terms: Term[] = [
      [column, 1],
      [made, -worn],
    ];
    this.model.atMost(1 - worn * (1 - imported) + stockDays / spread, [
      ...terms,
      ...this.laidIn(link, spread, endurance),
    ]);
  }

  /** What helps beside supply: stock laid in, or an admitted shortfall where none can be and supply falls short. */
  private laidIn(link: Link, spread: number, { imported, homeMade }: LinkEndurance): Term[] {
    if (canStock(link) && !this.targets.has(link.id)) {
      const weight = this.firstMissing ? 0 : this.question.weight(link);
      const column = this.model.column(weight, 0, Number.POSITIVE_INFINITY);
      this.extra.set(link.id, column);
      return [[column, -1 / spread]];
    }
    if (imported + homeMade >= 1) return [];
    const column = this.model.column(this.firstMissing ? 1 : 0, 0, 1);
    this.missing.set(link.id, column);
    return [[column, -1]];
  }

  private limitByNeeds(column: number, { groups }: Link): void {
    for (const group of groups) this.limitByGroup(column, group);
  }

  /** A column is at most what a gate lets through: k column ≤ Σ min(part, column). */
  private limitByGroup(column: number, group: Group): void {
    const parts = group.members.length + group.groups.length;
    const needed = this.survival.needed(group);
    if (needed === parts) {
      this.limitByParts(group, () => column);
      return;
    }
    const taken: number[] = [];
    this.limitByParts(group, () => {
      const part = this.model.column(0, 0, 1);
      this.model.atMost(0, [
        [part, 1],
        [column, -1],
      ]);
      taken.push(part);
      return part;
    });
    this.model.atMost(0, [[column, needed], ...taken.map((part): Term => [part, -1])]);
  }

  /** Every part of a group bounds the column it is given: for a member 1 − share (1 − its level). */
  private limitByParts(group: Group, columnOf: () => number): void {
    for (const { link, share } of group.members) {
      this.model.atMost(1 - share, [
        [columnOf(), 1],
        [this.level(this.survival.link(link)), -share],
      ]);
    }
    for (const inner of group.groups) this.limitByGroup(columnOf(), inner);
  }
}

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);
