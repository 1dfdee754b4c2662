import type { LinearModel } from '../kernel/linear-model.ts';

/** Writes a programme whose bounds are finite as free MPS: minimise, every row at most. */
export function writeMps({ columns, bounds }: LinearModel): string {
  const rows = bounds.map((_, r) => ` L R${r}`);
  const entries = columns.flatMap(({ cost, integer, rows: at, values }, c) => [
    ...(integer ? [" MARKER 'MARKER' 'INTORG'"] : []),
    ` C${c} COST ${cost}`,
    ...at.map((r, n) => ` C${c} R${r} ${values[n]}`),
    ...(integer ? [" MARKER 'MARKER' 'INTEND'"] : []),
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
    ...entries,
    'RHS',
    ...sides,
    'BOUNDS',
    ...limits,
    'ENDATA',
    '',
  ].join('\n');
}
