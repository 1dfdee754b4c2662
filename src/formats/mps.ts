import type { LinearModel } from '../kernel/linear-model.ts';

/** Writes a programme, every column a whole number within finite bounds, as free MPS: minimise, all rows at most. */
export function writeMps({ columns, bounds }: LinearModel): string {
  const rows = bounds.map((_, r) => ` L R${r}`);
  const entries = columns.flatMap(({ cost, rows: at, values }, c) => [
    ` C${c} COST ${cost}`,
    ...at.map((r, n) => ` C${c} R${r} ${values[n]}`),
  ]);
  const sides = bounds.flatMap((bound, r) => (bound === 0 ? [] : [` RHS R${r} ${bound}`]));
  const limits = columns.flatMap(({ lower, upper }, c) => [
    ` LO BND C${c} ${lower}`,
    ` UP BND C${c} ${upper}`,
  ]);
  return [
    'NAME MUSTER FREE',
    'ROWS',
    ' N COST',
    ...rows,
    'COLUMNS',
    " MARKER 'MARKER' 'INTORG'",
    ...entries,
    " MARKER 'MARKER' 'INTEND'",
    'RHS',
    ...sides,
    'BOUNDS',
    ...limits,
    'ENDATA',
    '',
  ].join('\n');
}
