import { describe, expect, it } from 'vitest';
import { Explanation } from '../../src/contract/explain.ts';
import { explain } from '../../src/figures/explain/index.ts';
import { subjectsOf } from '../../src/figures/explain/subject.ts';
import { formatMoney } from '../../src/figures/text.ts';
import { assessment, contextOf, plan } from './sample.ts';

const answers = (lang: 'en' | 'zh') => ({ plan, assessment, context: contextOf(lang) });

describe('explanations', () => {
  it.each(['en', 'zh'] as const)('of every subject of a plan, in %s, are sentences with figures', (lang) => {
    const subjects = subjectsOf(answers(lang));
    expect(new Set(subjects.map(({ kind }) => kind)).size).toBe(9);
    for (const { kind, id } of subjects) {
      const explanation = explain(answers(lang), `${kind}:${id}`);
      expect(Explanation.parse(explanation)).toEqual(explanation);
      expect(explanation.subject).toMatchObject({ kind, id });
      expect(explanation.sentences.length).toBeGreaterThan(0);
      for (const sentence of [...explanation.sentences, ...explanation.flips]) {
        expect(sentence).not.toMatch(/undefined|NaN|\[object/);
        expect(sentence).toMatch(/[.。]$/);
      }
      for (const related of explanation.related) {
        expect(explain(answers(lang), `${related.kind}:${related.id}`).subject.id).toBe(related.id);
      }
    }
  });

  it('say of a funded project who, when, at what cost, and what would drop it', () => {
    const [project] = plan.funded;
    const { sentences, flips } = explain(answers('en'), project.project);
    expect(sentences.join(' ')).toContain(project.teamName);
    expect(sentences.join(' ')).toContain(formatMoney(project.expectedCost, contextOf('en')));
    expect(flips).toHaveLength(1);
  });

  it('say of an unfunded project the reason of the plan and the price gap', () => {
    const project = plan.unfunded.find(({ netWorth }) => netWorth !== null && netWorth < 0)!;
    const { sentences, flips } = explain(answers('en'), `project:${project.project}`);
    expect(sentences).toContain(project.reason);
    expect(flips[0]).toContain(formatMoney(-project.netWorth!, contextOf('en')));
  });

  it('refuse what nothing is called, and name what comes near', () => {
    const [project] = plan.funded;
    const wrong = `${project.goal}x`;
    expect(() => explain(answers('en'), wrong)).toThrow(
      expect.objectContaining({
        code: 'UNKNOWN_SUBJECT',
        exitCode: 2,
        hint: expect.stringContaining(`goal:${project.goal}`),
      }),
    );
  });
});
