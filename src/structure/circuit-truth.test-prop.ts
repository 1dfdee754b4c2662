import { expect, test } from 'vitest';
import { joinedSystem, type System } from '../../test/structure/random-systems.ts';
import { tableOf } from '../../test/structure/truth-tables.ts';
import { Random } from '../kernel/random.ts';
import { Bdd } from './bdd.ts';
import { Circuit, type Literal } from './circuit.ts';
import { CircuitTruth, holds } from './circuit-truth.ts';

/** A system without weights, which circuits have not: a threshold counts its members there. */
function counted(system: System): System {
  if (system.kind === 'leaf') return system;
  const children = system.children.map(counted);
  return system.kind === 'threshold'
    ? { kind: 'at-least', k: 1 + (system.minimum % children.length), children }
    : { ...system, children };
}

function build(circuit: Circuit, system: System): Literal {
  if (system.kind === 'leaf') return circuit.event(system.variable);
  const parts = system.children.map((child) => build(circuit, child));
  if (system.kind === 'all') return circuit.and(parts);
  if (system.kind === 'any') return circuit.or(parts);
  if (system.kind === 'at-least') return circuit.atLeast(system.k, parts);
  throw new Error('a threshold is counted first');
}

test('single assignments of random systems, one event turned after the other, and their diagrams follow the table', () => {
  const random = new Random(20_260_801);
  for (let i = 0; i < 500; i++) {
    const leaves = 1 + random.integer(9);
    const { system } = joinedSystem(random, leaves);
    const each = { leaves, system: counted(system) };
    const table = tableOf(each);
    const circuit = new Circuit();
    const top = build(circuit, each.system);
    const truth = new CircuitTruth(circuit);
    expect(holds(truth.everywhere(false), top)).toBe(table[0]);
    expect(holds(truth.everywhere(true), top)).toBe(table.at(-1));
    let mask = 0;
    let now = truth.everywhere(false);
    for (let step = 0; step < 20; step++) {
      const event = random.integer(leaves);
      now = truth.turned(now, event);
      mask ^= 1 << event;
      expect(holds(now, top)).toBe(table[mask]);
    }
    const bdd = new Bdd(leaves);
    const [f] = truth.diagrams(bdd, [top]);
    const assignment = (at: number) => Array.from({ length: leaves }, (_, leaf) => (at >> leaf) & 1);
    table.forEach((value, at) => {
      expect(bdd.evaluate(f, assignment(at))).toBe(value === 1);
    });
    const below = new Set(truth.eventsBelow([top]));
    for (const leaf of bdd.support(f)) expect(below.has(leaf)).toBe(true);
  }
});
