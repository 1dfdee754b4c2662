import { buildChain } from '../chain/build.ts';
import type { Chain, Group } from '../chain/chain.ts';
import { supplierOf } from '../chain/threat.ts';
import type { Goal, Stage } from '../contract/folder/index.ts';
import { unaided } from './chain-terms.ts';
import type { Programme } from './programme.ts';

/** What decides which parts are certified first. */
export type CertifyingParts = Pick<
  Programme,
  | 'links'
  | 'requirements'
  | 'supply'
  | 'overlay'
  | 'muster'
  | 'providers'
  | 'scenarios'
  | 'goals'
  | 'evidence'
  | 'judgements'
>;

/**
 * The programme in which every stage that verifies a chain also requires the goals of its critical parts: what is put
 * together is verified once its parts are. A part is critical where the link cannot reach the level of the goal without
 * it; it is certified by the goal on it with the lowest level, unless it reaches that level in every scenario and period
 * though nothing is attempted. Below a part without a goal that does not hold by itself its own parts are looked at;
 * below one that is certified they are the matter of that one's verification.
 */
export function withCertifiedParts<P extends CertifyingParts>(programme: P): P {
  const verifies = (stage: Stage): boolean => stage.verifies === 'chain';
  if (!programme.goals.some(({ options }) => options.some(({ stages }) => stages.some(verifies))))
    return programme;
  const partsOf = certifiedParts(programme);
  const goals = programme.goals.map((goal): Goal => {
    const parts = partsOf(goal);
    const withParts = (stage: Stage): Stage =>
      verifies(stage) ? { ...stage, requires: [...new Set([...stage.requires, ...parts])] } : stage;
    const options = goal.options.map((option) => ({ ...option, stages: option.stages.map(withParts) }));
    return { ...goal, options };
  });
  return { ...programme, goals };
}

/** Goals of the critical parts of a goal's link that cannot be had otherwise. */
function certifiedParts(programme: CertifyingParts): (goal: Goal) => string[] {
  const chain = buildChain(programme);
  const suppliers = new Map(programme.providers.map((row) => [row.id, supplierOf(row)]));
  const holds = unaided(programme, chain, suppliers);
  return ({ link, level }) => {
    const certified = new Set<string>();
    const seen = new Set([link]);
    for (const at of seen) {
      for (const part of criticalParts(chain, at, level)) {
        const own = programme.goals.filter((goal) => goal.link === part).sort((a, b) => a.level - b.level);
        const missing = own.find((goal) => !holds(part, goal.level));
        if (missing) certified.add(missing.id);
        else if (own.length === 0 && !holds(part, level)) seen.add(part);
      }
    }
    return [...certified];
  };
}

/** Links without which this one cannot reach the level. Unknown gates are read as all, as the plan reads them. */
function criticalParts(chain: Chain, link: string, level: number): string[] {
  const critical = ({ gate, k, members, groups }: Group): string[] => {
    const count = members.length + groups.length;
    const needed = gate === 'any' ? 1 : gate === 'at-least' ? (k ?? count) : count;
    if (needed < count) return [];
    return [
      ...members.flatMap((member) => (1 - member.share < level ? [member.link] : [])),
      ...groups.flatMap(critical),
    ];
  };
  return (chain.links.get(link)?.groups ?? []).flatMap(critical);
}
