import type { CutSetsReport } from '../contract/cutsets.ts';
import type { FaultTree } from '../structure/fault-tree.ts';
import { type AnalysisOptions, FaultTreeAnalysis } from '../structure/fault-tree-analysis.ts';

export interface CutSetsOptions extends AnalysisOptions {
  /** Which sets are listed; null: the most probable where all chances are known, else the smallest. */
  readonly by: 'probability' | 'order' | null;
  /** How many sets are listed. */
  readonly limit: number;
  readonly importance: boolean;
}

/** Minimal cut sets, exact chance and measures of one fault tree; `seconds`: the time taken so far. */
export function cutSets(tree: FaultTree, options: CutSetsOptions, seconds: () => number): CutSetsReport {
  const analysis = new FaultTreeAnalysis(tree, options);
  const { coherent } = analysis;
  const probability = analysis.probability();
  const count = analysis.count();
  const byOrder = analysis.countByOrder();
  const by = options.by ?? (probability === null ? 'order' : 'probability');
  const sets = by === 'probability' ? analysis.mostProbable(options.limit) : analysis.smallest(options.limit);
  return {
    schema: 'muster/cutsets@1',
    tree: tree.name,
    top: tree.gates[tree.top].name,
    events: tree.events.length,
    gates: tree.gates.length,
    coherent,
    minimalCutSets: count === null ? null : String(count),
    byOrder:
      byOrder &&
      Object.fromEntries(
        byOrder.flatMap((sets, order) => (sets > 0n ? [[String(order), String(sets)]] : [])),
      ),
    probability,
    setsBy: by,
    sets: (sets ?? []).map(({ members, probability }) => ({
      members: members.map((event) => tree.events[event].name),
      order: members.length,
      probability,
    })),
    importance: options.importance ? importanceOf(tree, analysis) : null,
    notes: notes(tree, analysis, by),
    nodes: analysis.nodes,
    seconds: seconds(),
  };
}

function importanceOf(tree: FaultTree, analysis: FaultTreeAnalysis): CutSetsReport['importance'] {
  const finite = (ratio: number): number | null => (Number.isFinite(ratio) ? ratio : null);
  const measures = analysis
    .importance()
    ?.map(({ events: [event], birnbaum, fussellVesely, riskAchievementWorth, riskReductionWorth }) => ({
      event: tree.events[event].name,
      probability: tree.events[event].probability!,
      birnbaum,
      fussellVesely,
      riskAchievementWorth: finite(riskAchievementWorth),
      riskReductionWorth: finite(riskReductionWorth),
    }));
  return measures?.sort((a, b) => b.fussellVesely - a.fussellVesely || b.birnbaum - a.birnbaum) ?? null;
}

/** What is not said, and why. */
function notes(tree: FaultTree, analysis: FaultTreeAnalysis, by: 'probability' | 'order'): string[] {
  const found: string[] = [];
  if (!analysis.coherent) {
    found.push('The tree is not coherent (an event can help by happening): it has no minimal cut sets.');
  }
  const unstated = analysis.events().filter((event) => tree.events[event].probability === null);
  if (unstated.length > 0) {
    const names = unstated.slice(0, 5).map((event) => tree.events[event].name);
    const more = unstated.length > names.length ? `, and ${unstated.length - names.length} more` : '';
    const sets = by === 'probability' ? ' Sets by order: --by order.' : '';
    found.push(
      `No chance is stated of ${names.join(', ')}${more}: the chance of the top is not known.${sets}`,
    );
  }
  return found;
}
