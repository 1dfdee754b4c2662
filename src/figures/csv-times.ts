import type { Assessment } from '../contract/assess.ts';
import { type CsvFile, csv, join } from './csv-file.ts';

export const stoppages = (assessment: Assessment): CsvFile =>
  csv(
    'stoppages.csv',
    [
      'day',
      'date',
      'link',
      'name',
      'name_zh',
      'kind',
      'level',
      'cause_path',
      'p10',
      'p50',
      'p90',
      'never_share',
      'p10_date',
      'p50_date',
      'p90_date',
    ],
    assessment.stoppages.map((s) => [
      s.day,
      s.date,
      s.link,
      s.name,
      s.nameZh,
      s.kind,
      s.level,
      join(s.causePath),
      s.p10,
      s.p50,
      s.p90,
      s.neverShare,
      s.p10Date,
      s.p50Date,
      s.p90Date,
    ]),
  );

export const survival = (assessment: Assessment): CsvFile =>
  csv(
    'survival.csv',
    ['product', 'level', 'days', 'days_low', 'days_high', 'bottleneck'],
    assessment.survival.map((s) => [s.product, s.level, s.days, s.daysLow, s.daysHigh, join(s.bottleneck)]),
  );

/** Empty where no stock was asked for. */
export const stock = (assessment: Assessment): CsvFile =>
  csv(
    'stock.csv',
    [
      'product',
      'level',
      'survive_days',
      'link',
      'name',
      'name_zh',
      'held_days',
      'extra_days',
      'cost',
      'mark',
      'missing_share',
    ],
    (assessment.stock?.plans ?? []).flatMap(({ product, level, links, missing }) => [
      ...links.map((l) => [
        product,
        level,
        assessment.stock!.days,
        l.link,
        l.name,
        l.nameZh,
        l.heldDays,
        l.extraDays,
        l.cost,
        l.mark,
        null,
      ]),
      ...missing.map((m) => [
        product,
        level,
        assessment.stock!.days,
        m.link,
        m.name,
        m.nameZh,
        null,
        null,
        null,
        null,
        m.share,
      ]),
    ]),
  );
