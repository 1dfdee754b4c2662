import type { PlanDiff, PlanProjectChange } from '../contract/plan-diff.ts';
import { type FigureContext, formatMoney, formatShare } from '../figures/text.ts';
import { halfWidth95 } from '../kernel/confidence.ts';
import { columns } from './columns.ts';
import { wrap } from './wrap.ts';

const NONE = '–';
const KINDS = { added: 'added', dropped: 'dropped', moved: 'moved', mode: 'other lead' } as const;

/** What `muster diff` prints of two plans for people. */
export function planDiffText(diff: PlanDiff): string {
  const context: FigureContext = { lang: 'en', ...diff };
  const parts = [
    table('', ['', 'before', 'after', 'change'], figureRows(diff, context)),
    table(
      'Projects',
      ['project', 'team', 'change', 'start', 'leads', 'expected cost'],
      projectRows(diff, context),
    ),
    table(
      'Goals: chance by the end of the last period',
      ['goal', 'before', 'after', 'change'],
      chanceRows(diff.goals),
    ),
    table(
      'Products: chance by the end of the last period',
      ['product', 'level', 'before', 'after', 'change'],
      diff.products.map((one) => {
        const [name, ...rest] = chanceRow(one);
        return [name, formatShare(one.level, 'en'), ...rest];
      }),
    ),
    table(
      'Money: expected payments',
      ['fund', 'period', 'before', 'after', 'change', 'offered'],
      moneyRows(diff, context),
    ),
    ...[
      ['Only of the first plan', diff.notesBefore],
      ['Only of the second plan', diff.notesAfter],
    ].flatMap(([head, notes]) => (notes as string[]).map((note) => `${head}: ${wrap(note, 96, '  ')}\n`)),
  ];
  return `${diff.programme}\n\n${parts.filter((part) => part !== '').join('\n')}`;
}

function table(caption: string, heads: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  return `${caption && `${caption}\n`}${columns(heads, rows)}`;
}

function figureRows(
  { before, after, valueChange, valueChangeError }: PlanDiff,
  context: FigureContext,
): string[][] {
  const money = (x: number): string => formatMoney(x, context);
  const gap = (x: number | null): string => (x === null ? NONE : formatShare(x, 'en'));
  const error = valueChangeError > 0 ? ` ± ${money(halfWidth95(valueChangeError))} (95 %)` : '';
  return [
    ['value', money(before.value), money(after.value), `${signed(valueChange, money)}${error}`],
    [
      'no plan can exceed',
      money(before.bound),
      money(after.bound),
      signed(after.bound - before.bound, money),
    ],
    ['gap', gap(before.gap), gap(after.gap), ''],
  ];
}

function projectRows({ projects }: PlanDiff, context: FigureContext): string[][] {
  const both = (
    one: PlanProjectChange,
    of: (state: NonNullable<PlanProjectChange['before']>) => string,
  ): string => {
    const [a, b] = [one.before, one.after].map((state) => (state ? of(state) : NONE));
    return a === b ? a : `${a} → ${b}`;
  };
  return projects.map((one) => [
    one.name,
    one.teamName,
    one.kinds.map((kind) => KINDS[kind]).join(', '),
    both(one, ({ startPeriod }) => String(startPeriod)),
    both(one, ({ leadMode }) => leadMode),
    both(one, ({ expectedCost }) => formatMoney(expectedCost, context)),
  ]);
}

interface ChanceChange {
  readonly name: string;
  readonly before: number | null;
  readonly after: number | null;
}

function chanceRows(changes: readonly ChanceChange[]): string[][] {
  return changes.map(chanceRow);
}

function chanceRow({ name, before, after }: ChanceChange): string[] {
  const share = (x: number | null): string => (x === null ? NONE : formatShare(x, 'en'));
  const points = `${signed(((after ?? 0) - (before ?? 0)) * 100, (x) => x.toFixed(1))} points`;
  return [name, share(before), share(after), points];
}

function moneyRows({ funds }: PlanDiff, context: FigureContext): string[][] {
  const money = (x: number): string => formatMoney(x, context);
  return funds.flatMap((fund) =>
    fund.after.flatMap((after, t) => {
      const before = fund.before[t];
      const [offeredBefore, offeredAfter] = [fund.availableBefore[t], fund.availableAfter[t]].map(money);
      if (before === after && offeredBefore === offeredAfter) return [];
      const offered = offeredBefore === offeredAfter ? offeredAfter : `${offeredBefore} → ${offeredAfter}`;
      return [
        [fund.name, String(t + 1), money(before), money(after), signed(after - before, money), offered],
      ];
    }),
  );
}

/** A number with its sign, also a plus. */
function signed(x: number, format: (x: number) => string): string {
  return x < 0 ? `−${format(-x)}` : `+${format(x)}`;
}
