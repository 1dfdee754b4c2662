import { describe, expect, it } from 'vitest';
import { inspectChain } from '../../src/formats/eto/chain-findings.ts';
import type { Edge } from '../../src/formats/eto/edges.ts';
import { Findings } from '../../src/formats/eto/findings.ts';
import type { EtoInput } from '../../src/formats/eto/release.ts';

const input = (id: string, name = id, type = 'process'): EtoInput => ({
  line: 2,
  id,
  name,
  type,
  stageId: '',
  year: '',
  market: '',
  marketCaption: '',
  marketSource: '',
});

/** Edges written as `from>to`, each on a line of its own from line 2. */
const edges = (...pairs: string[]): Edge[] =>
  pairs.map((pair, i) => {
    const [from, to] = pair.split('>');
    return { line: i + 2, from, to, as: 'input' };
  });

function inspect(inputs: readonly EtoInput[], chain: readonly Edge[]) {
  const findings = new Findings();
  const result = inspectChain(inputs, chain, findings);
  const messages = (code: string) =>
    findings
      .all()
      .filter((finding) => finding.code === code)
      .map((finding) => finding.message);
  return { ...result, messages };
}

describe('the chain of a release', () => {
  it('has its circles named, once each, and then no depth', () => {
    const all = ['A', 'B', 'C', 'D'].map((id) => input(id));
    const { acyclic, messages } = inspect(all, edges('B>A', 'C>B', 'A>C', 'D>D', 'D>A'));
    expect(acyclic).toBe(false);
    expect(messages('CYCLE')).toEqual(['A needs B needs C needs A.', 'D needs D.']);
    expect(messages('DEPTH')).toEqual([]);
    expect(messages('NO_OUTPUT')).toHaveLength(1);
  });

  it('may be deep without exhausting the stack', () => {
    const all = Array.from({ length: 20_000 }, (_, i) => input(`N${i}`));
    const { acyclic, depth } = inspect(all, edges(...all.slice(1).map((_, i) => `N${i + 1}>N${i}`)));
    expect({ acyclic, depth }).toEqual({ acyclic: true, depth: 20_000 });
  });

  it.each([
    ['Finished logic chip', 'Memory chip design', 1],
    ['Finished logic chip', 'Discrete GPUs', 0],
    ['Finished logic chip', 'Linear and discrete testing tools', 1],
    ['Finished memory chip', 'Memory chip design', 0],
    ['Finished memory chip', 'Logic chip design', 1],
    ['Finished chip', 'Memory chip design', 0],
    ['Finished logic chip', 'Bonding tools', 0],
  ])('of %s holds an edge from %s: suspicious %i times', (output, name, times) => {
    const all = [input('O', output, 'ultimate_output'), input('A', 'Design'), input('B', name)];
    expect(inspect(all, edges('A>O', 'B>A')).messages('OTHER_DEVICE_CLASS')).toHaveLength(times);
  });

  it('has types for non-IC suspected only where the output needs them', () => {
    const all = [
      input('O', 'Finished logic chip', 'ultimate_output'),
      input('A', 'Bonders'),
      input('B', 'Bonders (non-IC)'),
      input('C', 'Small bonders for non-IC'),
      input('D', 'Ovens'),
      input('E', 'Ovens for non-IC'),
    ];
    const { messages } = inspect(all, edges('A>O', 'B>A', 'C>B', 'E>D'));
    expect(messages('NON_IC_TYPE')).toEqual(['B Bonders (non-IC) goes into A Bonders.']);
    expect(messages('NOT_IN_CHAIN')).toEqual([
      'D Ovens leads to no ultimate output.',
      'E Ovens for non-IC leads to no ultimate output.',
    ]);
  });
});
