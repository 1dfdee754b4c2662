import type { RequirementRow } from '../../contract/folder/index.ts';
import type { FaultTree } from '../../structure/fault-tree.ts';
import type { Ids } from './ids.ts';
import type { Leaf, Working } from './working.ts';

type Part = Exclude<Working, boolean>;
interface Named {
  readonly id: string;
  readonly name: string;
}

/** The rows of requirements.csv for a tree, and the links that they make: those at or below the top only. */
export class Requirements {
  readonly rows: RequirementRow[] = [];
  /** Gates and events that became links, by their place in the tree; the top first. */
  readonly gates = new Map<number, Named>();
  readonly events = new Map<number, Named>();
  /** Links that stand for another one (`of`, an id) where a gate lists it once more. */
  readonly aliases: { readonly id: string; readonly of: string }[] = [];

  constructor(
    private readonly tree: FaultTree,
    working: readonly Working[],
    private readonly ids: Ids,
  ) {
    this.idOf({ kind: 'gate', place: tree.top });
    // Grows while it is walked: a gate is entered when a row names it.
    for (const [gate, { id }] of this.gates) this.writeRoot(id, working[gate] as Part);
  }

  private writeRoot(link: string, part: Part): void {
    this.writeGroup(link, 'needs', undefined, 'parts' in part ? part : { kind: 'all', parts: [part] });
  }

  private writeGroup(
    link: string,
    group: string,
    parent: string | undefined,
    part: Exclude<Part, Leaf>,
  ): void {
    const row: RequirementRow = {
      link,
      group,
      ...(parent === undefined ? {} : { parent_group: parent }),
      gate: part.kind,
      ...(part.kind === 'at-least' ? { k: part.k } : {}),
    };
    const listed = new Set<string>();
    const inner = part.parts.filter((below): below is Exclude<Part, Leaf> => 'parts' in below);
    for (const below of part.parts) {
      if ('parts' in below) continue;
      const needs = this.idOf(below);
      this.rows.push({ ...row, needs: listed.has(needs) ? this.aliasOf(needs) : needs });
      listed.add(needs);
    }
    if (listed.size === 0) this.rows.push(row);
    inner.forEach((below, i) => {
      this.writeGroup(link, `${group}.${i + 1}`, group, below);
    });
  }

  private idOf({ kind, place }: Leaf): string {
    const [links, named] = kind === 'gate' ? [this.gates, this.tree.gates] : [this.events, this.tree.events];
    const { name } = named[place];
    const link = links.get(place) ?? { id: this.ids.of(name), name };
    links.set(place, link);
    return link.id;
  }

  /** A link that needs only another one. */
  private aliasOf(of: string): string {
    const id = this.ids.like(of);
    this.aliases.push({ id, of });
    this.rows.push({ link: id, group: 'needs', gate: 'all', needs: of });
    return id;
  }
}
