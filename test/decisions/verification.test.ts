import { describe, expect, test } from 'vitest';
import type { Goal, Option, ResourceRow, Stage } from '../../src/contract/folder/index.ts';
import type { Plan } from '../../src/contract/plan.ts';
import { buySentences, criticalPathSentences } from '../../src/figures/verification.ts';
import { exact } from './exact-plan.ts';
import {
  deny,
  fund,
  goal,
  instrument,
  link,
  made,
  needs,
  option,
  planOf,
  programme,
  scenario,
  stage,
  startedOptions,
} from './small-programme.ts';

type Small = Parameters<typeof programme>[0];

const CONTEXT = { programme: 'Small', currency: 'EUR', priceYear: 2030, seed: 1 };

/** Slots on the line of the fab, so many in every year, or from a year on. */
function slots(amount: number, from = 1): ResourceRow[] {
  const row = { id: 'line', name: 'Line of the fab', kind: 'slots', unit: 'slots', host: 'fab' } as const;
  const rows = [{ ...row, from_period: from, amount }];
  return from > 1 ? [{ ...row, from_period: 1, amount: 0 }, ...rows] : rows;
}

/** A year of research, then a verification on a slot of the fab's line. */
function verified(id: string, only: Partial<Stage> = {}, research: Partial<Stage> = {}): Option {
  const verification = stage({ name: 'verification', adopter: 'fab', needs: { line: 1 }, ...only });
  return option(id, {}, { stages: [stage(research), verification] });
}

/** Six years; a chip worth 100 a year needs a tool, and the tool a module; BAD makes both, and cuts them off at once. */
function toolWithModule(goals: readonly Goal[], more: Partial<Small> = {}): Plan {
  return planOf(
    programme({
      links: [made('chip'), link('tool'), link('module')],
      needs: [...needs('chip', ['tool']), ...needs('tool', ['module'])],
      supply: { tool: { BAD: 1 }, module: { BAD: 1 } },
      scenarios: [scenario([deny(['BAD'])])],
      periods: 6,
      goals,
      resources: slots(2),
      ...more,
    }),
  );
}

const startOf = ({ funded }: Plan, id: string): number | undefined =>
  funded.find(({ project }) => project === `${id}/lab`)?.startPeriod;

describe('what is put together', () => {
  const research = { costPerPeriod: 60 };
  const goals = (verifies?: 'chain'): Goal[] => [
    goal('tool', [verified('tool', { periods: 2, verifies }, research)]),
    goal('module', [verified('module', {}, research)]),
  ];
  const oneResearchAYear = { funds: [fund('budget', 60)] };

  test('is verified beside its parts where nothing says otherwise, the longer first', () => {
    // The tool is researched in year 1 and verified in 2 and 3; the module in 2 and 3: three years of the chip.
    const plan = toolWithModule(goals(), oneResearchAYear);
    exact(plan, 300 - 120);
    expect([startOf(plan, 'tool'), startOf(plan, 'module')]).toEqual([1, 2]);
  });

  test('waits for its certified parts, so that their project starts earlier', () => {
    // Module first: certified at the end of year 2; the tool is researched in 2 and verified in 3 and 4. Tool first
    // would be verified in 4 and 5.
    const plan = toolWithModule(goals('chain'), oneResearchAYear);
    exact(plan, 200 - 120);
    expect([startOf(plan, 'tool'), startOf(plan, 'module')]).toEqual([2, 1]);
    expect(plan.verification?.product).toMatchObject({ id: 'chip', level: 1, openPeriod: 5 });
    expect(plan.verification?.criticalPath).toMatchObject([
      { project: 'module/lab', fromPeriod: 2, toPeriod: 2, waitsFor: [], adopter: 'fab' },
      { project: 'tool/lab', fromPeriod: 3, toPeriod: 4, waitsFor: ['goal-module'], slots: [{ amount: 1 }] },
    ]);
  });

  test('waits as the stages of the plan say', () => {
    // Money for both: the tool is ready for verification in year 2, and waits until the module is certified.
    const plan = toolWithModule(goals('chain'));
    exact(plan, 200 - 120);
    const tool = plan.funded.find(({ project }) => project === 'tool/lab')!;
    expect(tool.stages[1]).toMatchObject({ name: 'verification', fromPeriod: 3, toPeriod: 4 });
    expect(plan.verification?.criticalPath.map(({ heldBy }) => heldBy)).toEqual([null, 'goal-module']);
    expect(criticalPathSentences(plan, { ...CONTEXT, lang: 'en' })[1]).toMatch(
      /^tool is verified at fab from .*, once reached: module; on 1 of Line of the fab\.$/,
    );
  });

  test('does not wait for a part that can be had otherwise', () => {
    // An ally makes all that home needs of the module: the tool alone is worth its money.
    const plan = toolWithModule(goals('chain'), { supply: { tool: { BAD: 1 }, module: { ALLY: 1 } } });
    exact(plan, 300 - 60);
    expect(startedOptions(plan)).toEqual(['tool']);
    expect(plan.verification?.criticalPath).toMatchObject([{ project: 'tool/lab', waitsFor: [] }]);
  });

  test('waits for the part below a part that nobody attempts', () => {
    const plan = toolWithModule(
      [
        goal('tool', [verified('tool', { verifies: 'chain' })]),
        goal('mirror', [verified('mirror', { periods: 2 })]),
      ],
      {
        links: [made('chip'), link('tool'), made('module'), link('mirror')],
        needs: [...needs('chip', ['tool']), ...needs('tool', ['module']), ...needs('module', ['mirror'])],
        supply: { tool: { BAD: 1 }, mirror: { BAD: 1 } },
      },
    );
    // The mirror is certified at the end of year 3, the tool in year 4.
    exact(plan, 200);
    expect(plan.verification?.criticalPath.map(({ project }) => project)).toEqual(['mirror/lab', 'tool/lab']);
  });

  test('does not wait for one of two parts either of which will do', () => {
    const plan = toolWithModule(
      [
        goal('tool', [verified('tool', { verifies: 'chain' })]),
        goal('module', [verified('module')]),
        goal('other', [verified('other')]),
      ],
      {
        links: [made('chip'), link('tool'), link('module'), link('other')],
        needs: [...needs('chip', ['tool']), ...needs('tool', ['module', 'other'], 'any')],
        supply: { tool: { BAD: 1 }, module: { BAD: 1 }, other: { BAD: 1 } },
      },
    );
    exact(plan, 400);
  });
});

describe('slots of a host line', () => {
  /** A chip that needs two tools, each verified for a year on the line of the fab. */
  const twoTools = (resources: ResourceRow[]): Plan =>
    toolWithModule([goal('tool', [verified('tool')]), goal('module', [verified('module')])], { resources });

  test('without one nothing can be verified', () => {
    const plan = twoTools(slots(0));
    exact(plan, 0);
    expect(startedOptions(plan)).toEqual([]);
    expect(plan.verification).toMatchObject({ product: null, criticalPath: [] });
  });

  test('where they come late the verification waits for them', () => {
    // Slots from year 4 on: both are verified in year 4, and the chip is made in 5 and 6.
    const plan = twoTools(slots(2, 4));
    exact(plan, 200);
    expect(plan.verification?.criticalPath).toMatchObject([{ fromPeriod: 4, toPeriod: 4, heldBy: null }]);
  });

  test('one more is bought where two would be verified at once, and changes the plan', () => {
    // One slot: verified in years 2 and 3, three years of the chip; two slots: both in year 2.
    const one = twoTools(slots(1));
    exact(one, 300);
    expect(one.verification!.buy.length).toBeGreaterThan(0);
    expect(one.verification!.slots[1]).toMatchObject({ period: 2, used: 1, available: 1 });
    exact(twoTools(slots(2)), 400);
    const told = (lang: 'en' | 'zh'): string => buySentences(one, { ...CONTEXT, lang })[0]!;
    expect(told('en')).toMatch(/^One more of Line of the fab in \w+ 20\d\d is worth /);
    expect(told('zh')).toContain('再增一个“Line of the fab”价值');
  });

  test('one more than can be used changes nothing, and is not bought', () => {
    const plan = twoTools(slots(3));
    exact(plan, 400);
    expect(plan.verification!.buy).toEqual([]);
  });
});

describe('an adopter who may not be willing', () => {
  const covered = (willing: number, acceptance: number): Plan =>
    toolWithModule(
      [
        goal('tool', [
          {
            ...verified('tool', { willing, success: 0.8 }),
            modes: [{ mode: 'state-led', instrument: 'first-set-insurance', publicShare: 1, factors: {} }],
            insuredValue: 0,
          },
        ]),
      ],
      {
        needs: needs('chip', ['tool']),
        links: [made('chip'), link('tool')],
        supply: { tool: { BAD: 1 } },
        instruments: [instrument('first-set-insurance', { cover: { premiumRate: 0, years: 1, acceptance } })],
      },
    );

  test('passes on only his will of the chance', () => {
    const plan = toolWithModule([goal('tool', [verified('tool', { willing: 0.5 })])], {
      links: [made('chip'), link('tool')],
      needs: needs('chip', ['tool']),
      supply: { tool: { BAD: 1 } },
    });
    // Reached at the end of year 2 with 0.5: four years of the chip.
    exact(plan, 0.5 * 400);
  });

  test('is won by the cover of a first set, to certainty at most', () => {
    exact(covered(0.5, 1.5), 0.8 * 0.75 * 400);
    exact(covered(0.5, 3), 0.8 * 400);
  });
});
