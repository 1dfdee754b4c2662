import { expect, test } from 'vitest';
import { LinearModel } from '../kernel/linear-model.ts';
import { writeMps } from './mps.ts';

test('a programme, in part in integers, as free MPS', () => {
  const model = new LinearModel();
  const x = model.column(-3, 0, 1, true);
  const y = model.column(2.5, -1, 4);
  model.atMost(7, [
    [x, 2],
    [y, -1],
  ]);
  model.atMost(0, [[y, 1]]);
  expect(writeMps(model)).toBe(`NAME MUSTER FREE
ROWS
 N COST
 L R0
 L R1
COLUMNS
 MARKER 'MARKER' 'INTORG'
 C0 COST -3
 C0 R0 2
 MARKER 'MARKER' 'INTEND'
 C1 COST 2.5
 C1 R0 -1
 C1 R1 1
RHS
 RHS R0 7
BOUNDS
 LO BND C0 0
 UP BND C0 1
 LO BND C1 -1
 UP BND C1 4
ENDATA
`);
});
