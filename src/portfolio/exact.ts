import { JointKey } from './joint-key.ts';
import type { JointAction, JointModel, JointState } from './joint-model.ts';
import type { Policy } from './policy.ts';

/** How much work an exact solution may take before it is given up. Counts, not seconds: the answer is reproducible. */
export interface ExactLimits {
  /** Joint states over all periods. */
  readonly states: number;
  /** State-to-state steps looked at. */
  readonly steps: number;
}

export interface ExactSolution {
  readonly value: number;
  readonly states: number;
  readonly policy: Policy;
}

/**
 * Joint dynamic programming over all groups: forward to find the states that can be reached, backward to value
 * them. Returns null when it would exceed the limits.
 */
export function solveExactly(model: JointModel, limits: ExactLimits): ExactSolution | null {
  const key = JointKey.of(model);
  if (!key) return null;
  const layers = reach(model, key, limits);
  if (!layers) return null;
  const values = valueLayers(model, key, layers);
  const scratch = new Int32Array(model.groups.length);
  return {
    value: values[0][0],
    states: layers.reduce((sum, layer) => sum + layer.size, 0),
    policy: {
      name: 'exact',
      decide: (t, state) => bestAction(model, key, layers, values, t, state).action,
    },
  };

  function bestAction(
    m: JointModel,
    k: JointKey,
    index: readonly Map<number, number>[],
    v: readonly Float64Array[],
    t: number,
    state: JointState,
  ): { action: JointAction; value: number } {
    let value = Number.NEGATIVE_INFINITY;
    m.forEachAction(t, state, (action) => {
      const q = m.reward(t, action) + expected(m, k, index[t + 1], v[t + 1], action);
      if (!Number.isFinite(value) || q > value + 1e-12 * Math.abs(value)) {
        value = q;
        scratch.set(action);
      }
      return true;
    });
    return { action: scratch.slice(), value };
  }
}

/** Reachable joint states per period, numbered in the order they are met. */
function reach(model: JointModel, key: JointKey, limits: ExactLimits): Map<number, number>[] | null {
  const layers: Map<number, number>[] = [new Map([[key.pack(model.initial()), 0]])];
  const state = new Int32Array(model.groups.length);
  let total = 1;
  let steps = 0;
  for (let t = 0; t < model.periods; t++) {
    const layer = new Map<number, number>();
    for (const packed of layers[t].keys()) {
      key.unpack(packed, state);
      const withinLimits = model.forEachAction(t, state, (action) => {
        model.forEachNext(action, (next) => {
          steps++;
          const id = key.pack(next);
          if (!layer.has(id)) layer.set(id, layer.size);
        });
        return steps <= limits.steps && total + layer.size <= limits.states;
      });
      if (!withinLimits) return null;
    }
    layers.push(layer);
    total += layer.size;
  }
  return layers;
}

function valueLayers(
  model: JointModel,
  key: JointKey,
  layers: readonly Map<number, number>[],
): Float64Array[] {
  const values = layers.map((layer) => new Float64Array(layer.size));
  const state = new Int32Array(model.groups.length);
  for (let t = model.periods - 1; t >= 0; t--) {
    for (const [packed, i] of layers[t]) {
      key.unpack(packed, state);
      let best = Number.NEGATIVE_INFINITY;
      model.forEachAction(t, state, (action) => {
        const q = model.reward(t, action) + expected(model, key, layers[t + 1], values[t + 1], action);
        if (q > best) best = q;
        return true;
      });
      values[t][i] = best + model.chainValue(t, state);
    }
  }
  return values;
}

function expected(
  model: JointModel,
  key: JointKey,
  index: Map<number, number>,
  values: Float64Array,
  action: JointAction,
): number {
  let sum = 0;
  model.forEachNext(action, (next, probability) => {
    sum += probability * values[index.get(key.pack(next))!];
  });
  return sum;
}
