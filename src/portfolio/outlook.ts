import type { GroupState } from './group-state.ts';
import type { GroupSpec, PlanSpec } from './spec.ts';
import { periodsOfUse } from './stage-use.ts';

/** What a group will use after what it does now, if every stage passes at its longest: entries by row and periods from now. */
export interface Outlook {
  readonly row: readonly number[];
  readonly offset: readonly number[];
  readonly amount: readonly number[];
}

export const NOTHING_AHEAD: Outlook = { row: [], offset: [], amount: [] };

/** Numbers the outlooks of a group as they are met, each once; 0 has nothing ahead. */
export class Outlooks {
  readonly list: Outlook[] = [NOTHING_AHEAD];
  private readonly ids = new Map<string, number>([['', 0]]);

  constructor(
    private readonly plan: PlanSpec,
    private readonly group: GroupSpec,
  ) {}

  /** Of a state right after the starts of a period. Stages that wait are taken to begin in the next period. */
  idOf(running: GroupState): number {
    const ahead = running.projects.flatMap((status, p) => {
      if (status.kind === 'waiting') return [{ p, variant: status.variant, next: status.stage, from: 1 }];
      if (status.kind !== 'running') return [];
      const { durationLaw } = this.group.projects[p].variants[status.variant].stages[status.stage];
      const from = durationLaw.length - status.elapsed;
      return [{ p, variant: status.variant, next: status.stage + 1, from }];
    });
    const key = ahead.map(({ p, variant, next, from }) => `${p}.${variant}.${next}.${from}`).join(' ');
    let id = this.ids.get(key);
    if (id === undefined) {
      id = this.list.push(this.outlook(ahead)) - 1;
      this.ids.set(key, id);
    }
    return id;
  }

  private outlook(ahead: readonly { p: number; variant: number; next: number; from: number }[]): Outlook {
    const { periods } = this.plan;
    const use = new Map<number, number>();
    for (const { p, variant, next, from } of ahead) {
      let begin = from;
      for (const stage of this.group.projects[p].variants[variant].stages.slice(next)) {
        for (const asked of stage.use) {
          for (const k of periodsOfUse(stage, asked)) {
            if (begin + k >= periods) continue;
            const at = asked.row * periods + begin + k;
            use.set(at, (use.get(at) ?? 0) + asked.amount);
          }
        }
        begin += stage.durationLaw.length;
      }
    }
    return {
      row: [...use.keys()].map((at) => Math.floor(at / periods)),
      offset: [...use.keys()].map((at) => at % periods),
      amount: [...use.values()],
    };
  }
}
