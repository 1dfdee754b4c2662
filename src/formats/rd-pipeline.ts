import { MusterError } from '../kernel/errors.ts';
import type { GroupSpec, PlanSpec, StageSpec } from '../portfolio/spec.ts';

/** An R&D pipeline instance under endogenous uncertainty: drugs pass trials in order, sharing resources. */
export interface PipelineInstance {
  readonly name: string;
  readonly drugs: readonly PipelineDrug[];
  /** Trials of every drug. */
  readonly trials: number;
  readonly periods: number;
  readonly resources: readonly PipelineResource[];
  /** What the file leaves open or gets wrong, and how it was read. */
  readonly assumptions: readonly string[];
}

interface PipelineDrug {
  readonly id: string;
  /** Revenue when sold from the first period on. */
  readonly maximumRevenue: number;
  /** Loss of revenue per period that completion is later (γL). */
  readonly lossPerPeriod: number;
  /** Loss of revenue per period idle between trials (γD). */
  readonly lossPerIdlePeriod: number;
  /** In order. */
  readonly trials: readonly PipelineTrial[];
}

interface PipelineTrial {
  readonly durationPeriods: number;
  readonly cost: number;
  readonly success: number;
  /** Need of each resource, in the order of the instance's resources. */
  readonly needs: readonly number[];
}

interface PipelineResource {
  readonly id: string;
  readonly capacity: number;
}

export const PIPELINE_CHARACTERS_MAX = 4_000_000;
const PIPELINE_PERIODS_MAX = 1000;
const PIPELINE_TRIALS_MAX = 100;
/** Drugs × trials × periods (or resources, whichever is more). */
const PIPELINE_CELLS_MAX = 5_000_000;

/** Reads a `.dat` file of sets and parameters. `name` is what messages call it. */
export function parsePipeline(name: string, text: string): PipelineInstance {
  atMost(name, 'characters', text.length, PIPELINE_CHARACTERS_MAX);
  const file = new DataFile(name, text);
  const drugIds = file.set('product');
  const trialIds = file.set('trial');
  const steps = file.set('time_step');
  const periods = steps.length;
  const resourceIds = file.set('resource_type');
  if (steps.some((step, t) => step !== String(t + 1))) {
    file.refuse('set time_step', `the time steps are not 1 2 … ${periods}`);
  }
  const cells = drugIds.length * trialIds.length * Math.max(periods, resourceIds.length);
  atMost(name, 'time steps', periods, PIPELINE_PERIODS_MAX);
  atMost(name, 'trials', trialIds.length, PIPELINE_TRIALS_MAX);
  atMost(name, 'cells (drugs × trials × time steps or resources)', cells, PIPELINE_CELLS_MAX);

  const byTrial = [trialIds, drugIds];
  const cost = file.parameter('trial_cost', byTrial, 'number');
  const duration = file.parameter('trial_duration', byTrial, 'duration');
  const success = file.parameter('probability', byTrial, 'probability');
  const need = file.parameter('resource_requirement', [drugIds, trialIds, resourceIds], 'amount');
  const revenue = file.parameter('maximum_revenue', [drugIds], 'number');
  const late = file.parameter('gammaL', [drugIds], 'number');
  const idle = file.parameter('gammaD', [drugIds], 'number');
  const capacity = file.parameter('max_resource', [resourceIds], 'amount');

  const worthless = drugIds.find((id) => revenue(id) === late(id) * periods);
  if (worthless !== undefined) {
    file.refuse(
      'param gammaL',
      `${worthless} has no revenue left at the horizon: its open worth is undefined`,
    );
  }

  const drugs = drugIds.map((id) => ({
    id,
    maximumRevenue: revenue(id),
    lossPerPeriod: late(id),
    lossPerIdlePeriod: idle(id),
    trials: trialIds.map((trial) => ({
      durationPeriods: duration(trial, id),
      cost: cost(trial, id),
      success: success(trial, id),
      needs: resourceIds.map((resource) => need(id, trial, resource)),
    })),
  }));
  return {
    name,
    drugs,
    trials: trialIds.length,
    periods,
    resources: resourceIds.map((id) => ({ id, capacity: capacity(id) })),
    assumptions: file.assumptions,
  };
}

function atMost(file: string, what: string, count: number, limit: number): void {
  if (count <= limit) return;
  throw new MusterError('PIPELINE_TOO_LARGE', `${file} has ${count} ${what}; the limit is ${limit}`, {
    hint: 'split the instance',
  });
}

/** The instance as a plan: one group, one project and one variant per drug, all value in its rewards. */
export function pipelineSpec(instance: PipelineInstance): PlanSpec {
  const { periods } = instance;
  return {
    periods,
    discount: new Array<number>(periods).fill(1),
    rows: instance.resources.map(({ id, capacity }) => ({
      id,
      capacity: new Array<number>(periods).fill(capacity),
    })),
    groups: instance.drugs.map((drug): GroupSpec => {
      const stages = drugStages(drug, periods);
      const project = { id: drug.id, approach: 0, variants: [{ id: drug.id, stages }] };
      return { id: drug.id, approaches: [1], projects: [project] };
    }),
  };
}

/**
 * Value is booked as expected value when a trial begins: its cost (2.5 points less per period of waiting); with
 * the last trial, the revenue at completion; with one that will not end in time, what the rest is worth after
 * the horizon. Idling before a later trial loses γD; idling in the last period books the worth of what is left.
 * Periods of these formulas count from 1.
 */
function drugStages(drug: PipelineDrug, periods: number): StageSpec[] {
  const { trials, maximumRevenue, lossPerPeriod, lossPerIdlePeriod } = drug;
  const revenueAt = (period: number): number => maximumRevenue - lossPerPeriod * period;
  const chanceFrom = (j: number): number => trials.slice(j).reduce((product, k) => product * k.success, 1);
  const durationFrom = (j: number): number => trials.slice(j).reduce((sum, k) => sum + k.durationPeriods, 0);
  const costFrom = (j: number): number => trials.slice(j).reduce((sum, k) => sum + k.cost, 0);
  const openWorth = (j: number): number =>
    (0.9 * maximumRevenue - lossPerPeriod * periods - costFrom(j)) / revenueAt(periods);

  return trials.map((trial, j): StageSpec => {
    const isLast = j === trials.length - 1;
    const chance = chanceFrom(j);
    const left = durationFrom(j);
    const startReward: number[] = [];
    const waitReward: number[] = [];
    for (let period = 1; period <= periods; period++) {
      let start = -(1 - 0.025 * (period - 1)) * trial.cost;
      if (isLast) start += chance * revenueAt(period + trial.durationPeriods);
      else if (period > periods - trial.durationPeriods) {
        start += chance * revenueAt(period + left) * openWorth(j + 1);
      }
      let wait = j > 0 ? -chance * lossPerIdlePeriod : 0;
      if (period === periods) wait += chance * revenueAt(periods + left) * openWorth(j);
      startReward.push(start);
      waitReward.push(wait);
    }
    return {
      durationLaw: Array.from({ length: trial.durationPeriods }, (_, k) =>
        k === trial.durationPeriods - 1 ? 1 : 0,
      ),
      success: trial.success,
      proves: false,
      costPerPeriod: 0,
      use: trial.needs.flatMap((amount, row) => (amount > 0 ? [{ row, amount }] : [])),
      requires: [],
      startReward,
      waitReward,
    };
  });
}

interface Token {
  readonly text: string;
  readonly line: number;
}

interface Statement {
  readonly name: string;
  readonly line: number;
  /** What stands between the name and `:=` (column heads), and after it. */
  readonly heads: readonly Token[];
  readonly body: readonly Token[];
}

interface Entry {
  readonly keys: readonly string[];
  readonly value: number;
  readonly line: number;
}

type Kind = 'number' | 'amount' | 'probability' | 'duration';

/** The statements of one file, with the checks that every answer from it needs. */
class DataFile {
  readonly assumptions: string[] = [];
  private readonly sets = new Map<string, Statement>();
  private readonly parameters = new Map<string, Statement>();

  constructor(
    private readonly file: string,
    text: string,
  ) {
    let open: Token[] = [];
    for (const token of tokenise(text)) {
      if (token.text === ';') {
        this.statement(open);
        open = [];
      } else open.push(token);
    }
    if (open.length > 0) {
      this.fail('PIPELINE_SYNTAX', open[0].line, 'the statement that begins here has no ";" at its end');
    }
  }

  /** The members of a set, each once. */
  set(name: string): string[] {
    const { body, line } = this.sets.get(name) ?? this.missing(`set ${name}`);
    if (body.length === 0) this.fail('PIPELINE_MISSING', line, `set ${name} is empty`);
    const members = new Set<string>();
    for (const { text, line: at } of body) {
      if (members.has(text)) this.fail('PIPELINE_DUPLICATE', at, `set ${name} lists ${text} twice`);
      members.add(text);
    }
    return [...members];
  }

  /** A parameter over the given sets, complete; as a function of one member of each. */
  parameter(name: string, over: readonly (readonly string[])[], kind: Kind): (...keys: string[]) => number {
    const statement = this.parameters.get(name) ?? this.missing(`param ${name}`);
    const members = over.map((set) => new Set(set));
    const known: Entry[] = [];
    const strangers = new Set<string>();
    for (const entry of this.entries(statement, over.length)) {
      const stranger = entry.keys.find((key, i) => !members[i].has(key));
      if (stranger === undefined) {
        this.checkValue(name, entry, kind);
        known.push(entry);
      } else strangers.add(stranger);
    }
    for (const stranger of strangers) {
      this.assumptions.push(`${name} names ${stranger}, which the sets do not list: ignored`);
    }
    const values = this.withoutRepeats(name, known, over);
    for (const keys of combinations(over)) {
      if (!values.has(keys.join(' '))) {
        this.fail('PIPELINE_MISSING', statement.line, `param ${name} has no value for ${keys.join(' ')}`);
      }
    }
    return (...keys) => values.get(keys.join(' ')) as number;
  }

  /**
   * Values by key. Where a list over one set gives one member twice and one member never, the second stands
   * for the absent one (a slip known from two published instances); any other repeat is an error.
   */
  private withoutRepeats(
    name: string,
    entries: readonly Entry[],
    over: readonly (readonly string[])[],
  ): Map<string, number> {
    const values = new Map<string, number>();
    const repeats: Entry[] = [];
    for (const entry of entries) {
      const key = entry.keys.join(' ');
      if (values.has(key)) repeats.push(entry);
      else values.set(key, entry.value);
    }
    if (repeats.length === 0) return values;
    const [repeat] = repeats;
    const absent = over.length === 1 ? over[0].filter((member) => !values.has(member)) : [];
    if (repeats.length > 1 || absent.length !== 1) {
      this.fail('PIPELINE_DUPLICATE', repeat.line, `param ${name} gives ${repeat.keys.join(' ')} twice`);
    }
    values.set(absent[0], repeat.value);
    this.assumptions.push(
      `${name} lists ${repeat.keys[0]} twice and ${absent[0]} never: the second (${repeat.value}, line ${repeat.line}) is read as ${absent[0]}`,
    );
    return values;
  }

  /** A table (column heads before `:=`) or a list of keys and value. */
  private entries({ name, line, heads, body }: Statement, dimensions: number): Entry[] {
    const table = heads.length > 0;
    if (table && dimensions !== 2) this.fail('PIPELINE_SYNTAX', line, `param ${name} is not a table`);
    const width = table ? heads.length + 1 : dimensions + 1;
    const entries: Entry[] = [];
    for (let i = 0; i < body.length; i += width) {
      const row = body.slice(i, i + width);
      const at = row[0].line;
      if (row.length < width) {
        this.fail('PIPELINE_SYNTAX', at, `param ${name} ends within an entry of ${width} parts`);
      }
      if (table) {
        heads.forEach((head, c) => {
          const value = this.number(name, row[c + 1]);
          entries.push({ keys: [row[0].text, head.text], value, line: row[c + 1].line });
        });
      } else {
        const keys = row.slice(0, dimensions).map((token) => token.text);
        entries.push({ keys, value: this.number(name, row[dimensions]), line: at });
      }
    }
    return entries;
  }

  private number(name: string, { text, line }: Token): number {
    if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) {
      this.fail('PIPELINE_NUMBER', line, `param ${name} has "${text}" where a number should be`);
    }
    return Number(text);
  }

  private checkValue(name: string, { keys, value, line }: Entry, kind: Kind): void {
    const bad = (rule: string): never =>
      this.fail('PIPELINE_RANGE', line, `param ${name} of ${keys.join(' ')} is ${value}: ${rule}`);
    if (!Number.isFinite(value)) bad('too large');
    if (kind === 'amount' && value < 0) bad('it cannot be negative');
    if (kind === 'probability' && (value < 0 || value > 1)) bad('it must lie between 0 and 1');
    if (kind === 'duration' && !(Number.isInteger(value) && value >= 1 && value <= PIPELINE_PERIODS_MAX)) {
      bad(`it must be a whole number of periods from 1 to ${PIPELINE_PERIODS_MAX}`);
    }
  }

  /** `set NAME := MEMBERS` or `param NAME [: HEADS] := BODY`. */
  private statement(tokens: readonly Token[]): void {
    const [keyword, name] = tokens;
    if (!keyword) return;
    if (!['set', 'param'].includes(keyword.text) || !name) {
      this.fail('PIPELINE_SYNTAX', keyword.line, `"${keyword.text}" is not the beginning of a statement`);
    }
    const assign = tokens.findIndex((token) => token.text === ':=');
    if (assign < 2) this.fail('PIPELINE_SYNTAX', keyword.line, `${keyword.text} ${name.text} has no ":="`);
    const between = tokens.slice(2, assign);
    const body = tokens.slice(assign + 1);
    const stray = body.find((token) => token.text === ':=' || token.text === ':');
    if (stray) {
      this.fail(
        'PIPELINE_SYNTAX',
        stray.line,
        `"${stray.text}" within ${name.text}: is a ";" missing before?`,
      );
    }
    if (between.length > 0 && (between[0].text !== ':' || between.length === 1 || keyword.text === 'set')) {
      this.fail('PIPELINE_SYNTAX', between[0].line, `"${between[0].text}" before the ":=" of ${name.text}`);
    }
    const map = keyword.text === 'set' ? this.sets : this.parameters;
    const label = `${keyword.text} ${name.text}`;
    if (map.has(name.text)) this.fail('PIPELINE_DUPLICATE', keyword.line, `${label} stands here again`);
    map.set(name.text, { name: name.text, line: keyword.line, heads: between.slice(1), body });
  }

  /** An error at the statement `label` (`set …` or `param …`). */
  refuse(label: string, message: string): never {
    const [keyword, name] = label.split(' ');
    const statements = keyword === 'set' ? this.sets : this.parameters;
    const { line } = statements.get(name) ?? this.missing(label);
    this.fail('PIPELINE_RANGE', line, message);
  }

  private missing(what: string): never {
    throw new MusterError('PIPELINE_MISSING', `${this.file}: no "${what}" in the file`);
  }

  private fail(code: string, line: number, message: string): never {
    throw new MusterError(code, `${this.file}, line ${line}: ${message}`);
  }
}

/** Words, `:=`, `:` and `;`, each with its line; comments run from `#` to the end of the line. */
function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .forEach((content, index) => {
      const code = content.replace(/#.*$/, '');
      for (const [word] of code.matchAll(/:=|[:;]|[^\s:;]+/g)) tokens.push({ text: word, line: index + 1 });
    });
  return tokens;
}

function* combinations([first, ...rest]: readonly (readonly string[])[]): Generator<string[]> {
  for (const member of first) {
    if (rest.length === 0) yield [member];
    else for (const keys of combinations(rest)) yield [member, ...keys];
  }
}
