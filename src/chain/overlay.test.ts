import { describe, expect, it } from 'vitest';
import type { LinkRow, OverlayStatement, RequirementRow } from '../contract/folder/index.ts';
import { linksBelow } from './chain.ts';
import { applyOverlay } from './overlay.ts';

const link = (id: string): LinkRow => ({
  id,
  name: id,
  field: 'chips',
  kind: 'tool',
  tags: [],
  evidence: ['e'],
});
const row = (
  from: string,
  group: string,
  gate: RequirementRow['gate'],
  needs?: string,
  parent_group?: string,
): RequirementRow => ({ link: from, group, gate, needs, parent_group });

const CHAIN = {
  links: ['a', 'b', 'c', 'd'].map(link),
  requirements: [
    row('a', 'root', 'all'),
    row('a', 'either', 'any', 'b', 'root'),
    row('a', 'either', 'any', 'c', 'root'),
    row('a', 'both', 'unknown', 'd', 'root'),
  ],
  supply: [{ link: 'b', provider: 'X', share: 0.5 }],
};
const why = { author: 'A', reason: 'r', confidence: 'low', evidence: 'o' } as const;
const lay = (...statements: OverlayStatement[]) => applyOverlay(CHAIN, { statements });

describe('the overlay', () => {
  it('leaves the data as it is where it says nothing', () => {
    const { links, requirements, supply } = lay();
    expect(links).toEqual(CHAIN.links);
    expect(supply).toEqual(CHAIN.supply);
    const either = {
      id: 'either',
      gate: 'any',
      members: [
        { link: 'b', share: 1 },
        { link: 'c', share: 1 },
      ],
      groups: [],
    };
    const both = { id: 'both', gate: 'unknown', members: [{ link: 'd', share: 1 }], groups: [] };
    expect(requirements.get('a')).toEqual([{ id: 'root', gate: 'all', members: [], groups: [either, both] }]);
    expect(linksBelow((id) => requirements.get(id) ?? [], ['a'])).toEqual(new Set(['a', 'b', 'c', 'd']));
  });

  it('states gates, and adds, removes and qualifies requirements', () => {
    const { requirements } = lay(
      { what: 'gate', link: 'a', group: 'either', gate: 'at-least', k: 2, ...why },
      { what: 'qualify-requirement', link: 'a', needs: 'c', share: 0.4, ...why },
      { what: 'remove-requirement', link: 'a', needs: 'd', ...why },
      { what: 'add-requirement', link: 'b', group: 'new', needs: 'd', ...why },
    );
    const either = {
      id: 'either',
      gate: 'at-least',
      k: 2,
      members: [
        { link: 'b', share: 1 },
        { link: 'c', share: 0.4 },
      ],
      groups: [],
    };
    expect(requirements.get('a')).toEqual([{ id: 'root', gate: 'all', members: [], groups: [either] }]);
    expect(requirements.get('b')).toEqual([
      { id: 'new', gate: 'all', members: [{ link: 'd', share: 1 }], groups: [] },
    ]);
    expect(CHAIN.requirements[1]!.gate).toBe('any');
  });

  it('adds links, kinds, figures and supply, each with the evidence of its statement', () => {
    const { links, supply } = lay(
      { what: 'add-link', value: { ...link('z'), evidence: [] }, ...why },
      { what: 'kind', link: 'a', value: 'product', ...why },
      { what: 'figure', link: 'b', figure: 'stock_days', value: 30, ...why },
      { what: 'supply', link: 'b', provider: 'X', share: { low: 0.1, central: 0.2, high: 0.3 }, ...why },
      { what: 'supply', link: 'c', provider: 'Y', share: 1, ...why },
    );
    expect(links.at(-1)).toEqual({ ...link('z'), evidence: ['o'] });
    expect(links[0]!.kind).toBe('product');
    expect(links[1]!.stock_days).toEqual({ low: 30, central: 30, high: 30, evidence: 'o' });
    expect(supply).toEqual([
      { link: 'b', provider: 'X', share_low: 0.1, share: 0.2, share_high: 0.3, evidence: 'o' },
      { link: 'c', provider: 'Y', share_low: 1, share: 1, share_high: 1, evidence: 'o' },
    ]);
  });

  it('changes nothing by a statement on what does not exist', () => {
    const laid = lay(
      { what: 'gate', link: 'a', group: 'none', gate: 'any', ...why },
      { what: 'remove-requirement', link: 'z', needs: 'b', ...why },
      { what: 'kind', link: 'z', value: 'tool', ...why },
    );
    expect(laid).toEqual(lay());
  });
});
