import { describe, expect, it } from 'vitest';
import { renderSvg } from '../../src/figures/render.ts';
import { stopList } from '../../src/figures/report/stop-list.ts';
import { stops } from '../../src/figures/report/stops.ts';
import { stopTimes } from '../../src/figures/stop-times.ts';
import { stockTable } from '../../src/figures/tables/times.ts';
import { LIGHT } from '../../src/figures/theme.ts';
import { assessment, contextOf } from './sample.ts';

const context = contextOf('en');
const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
const at = (day: number | null, link: string, rest: object) => ({
  ...assessment.stoppages[0],
  day,
  date: day === null ? null : '2027-03-02',
  link,
  name: link,
  ...rest,
});

describe('the picture of stoppages', () => {
  it('has a mark for each day at the central figures, and an arrow where a tenth of the runs go on', () => {
    const level = { kind: 'product', level: 0.3, p10: 20, p50: 40 } as const;
    const stoppages = [
      at(40, 'chip', { ...level, p90: 70 }),
      at(40, 'sensor', { ...level, p90: null, neverShare: 0.2 }),
      at(null, 'engine', { ...level, p90: null, neverShare: 0.8 }),
      at(0, 'tool', { kind: 'expansion', level: 1, causePath: ['tool'], p10: 0, p50: 0, p90: 0 }),
    ];
    const svg = renderSvg(
      stopTimes(
        { ...assessment, chokepoints: [{ ...assessment.chokepoints[0], link: 'tool' }], stoppages },
        context,
      ),
      LIGHT,
    );
    const legend = { circles: 1, bars: 1, arrows: 1, diamonds: 1 };
    expect(count(svg, /<circle /g)).toBe(2 + legend.circles);
    expect(count(svg, /stroke-width="4"/g)).toBe(3 + legend.bars);
    expect(count(svg, /<path d="M[^"]*L[^"]*L[^"]*Z"/g)).toBe(2 + legend.arrows + 1 + legend.diamonds);
  });

  it('says so when nothing stops', () => {
    const figure = stopTimes({ ...assessment, stoppages: [] }, context);
    expect(figure.title).toBe('No product falls below its lowest service level');
    expect(renderSvg(figure, LIGHT)).not.toMatch(/NaN|undefined|Infinity/);
  });
});

describe('the list of stoppages in words', () => {
  const product = { kind: 'product', level: 0.6, causePath: ['logic-7', 'design-7', 'eda-signoff'] } as const;
  const same = { p10: 60, p50: 60, p90: 60, neverShare: 0 };
  const lines = (stoppages: ReturnType<typeof at>[], most = 12, lang: 'en' | 'zh' = 'en') =>
    stopList({ ...assessment, stoppages }, contextOf(lang), most);

  it('gathers what one link stops on one day, with the way up to it', () => {
    const [line, ...rest] = lines([
      at(60, 'chip', { ...product, ...same }),
      at(60, 'sensor', { ...product, ...same }),
    ]);
    expect(line).toMatch(
      /^Day 60 \(2 Mar 2027\): below 60\s% of need: chip and sensor, because of .+ → .+\.$/,
    );
    expect(rest).toEqual([]);
  });

  it('tells the spread, or the share of runs in which it never stops', () => {
    const spread = { ...product, p10: 40, p50: 60, p90: 95, neverShare: 0 };
    const never = { ...product, p10: 40, p50: 60, p90: null, neverShare: 0.3 };
    expect(lines([at(60, 'chip', spread)])[0]).toContain('(day 40 to day 95 in the middle 80 % of runs)');
    expect(lines([at(60, 'chip', never)])[0]).toMatch(/\(in 30\s% of runs never\)/);
    expect(lines([at(null, 'chip', never)])[0]).toMatch(/^Not at the central figures: /);
  });

  it('names the first few of many links of a day, with the level of each', () => {
    const links = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) =>
      at(0, id, { ...same, kind: 'expansion', level: 1 }),
    );
    const level = at(9, 'g', { ...same, kind: 'level', level: 0.3 });
    const [first, second] = lines([...links, level]);
    expect(first).toContain('a, b, c, d and 2 more');
    expect(second).toMatch(/g \(30\s%\)\.$/);
    expect(lines([...links, level], 1)).toEqual([first, '1 more entry in --json and in stoppages.csv.']);
  });

  it('holds in Chinese', () => {
    const [line] = lines([at(60, 'chip', { ...product, p10: 40, p50: 60, p90: 95 })], 12, 'zh');
    expect(line).toMatch(
      /^第 60 天（2027年3月2日）：.+降到需求的 60% 以下，原因在于.+（中间 80% 的抽样：第 40 天至第 95 天）。$/,
    );
  });
});

describe('findings on time', () => {
  it('tell the spread of the first stop, how long stocks carry and what to lay in', () => {
    const sentences = stops(assessment, context).join(' ');
    expect(sentences).toContain('in the middle 80 % of runs');
    expect(sentences).toMatch(
      /With stocks spread over what still comes in, the first end use to fall below 30\s% of need is 7 nm logic, after 500 days\./,
    );
    expect(sentences).toMatch(
      /To keep every product at its lowest level for 180 days, lay in 20 days of .+: 3\sm\sCNY where prices are known\./,
    );
    const { stock } = assessment;
    const enough = { ...stock!, plans: [{ ...stock!.plans.at(-1)!, links: [] }] };
    expect(stops({ ...assessment, stock: enough }, context).at(-1)).toBe(
      'What is held keeps every product at its lowest level for 180 days.',
    );
  });
});

describe('the table of stock', () => {
  it('has a line for every link to lay in, its mark, and what nobody can lay in under the last', () => {
    const { rows } = stockTable({ ...assessment, stock: assessment.stock! }, context);
    expect(rows).toHaveLength(4);
    expect(rows[0].slice(3, 7)).toEqual([92, 105.5, null, 'judgement']);
    expect(rows[1].slice(3)).toEqual([
      'not stated',
      70,
      12e6,
      'judgement',
      expect.stringMatching(/\(12\s%\)$/),
    ]);
  });
});
