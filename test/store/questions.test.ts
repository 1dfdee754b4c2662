import { describe, expect, it } from 'vitest';
import { useStore } from '../support/database.ts';
import { fill } from './filled.ts';

const here = useStore();

describe('questions to experts', () => {
  it('take one answer of each who was asked, and none after they are closed', async () => {
    const { question, programme, waiting, planner } = await fill(here.records);
    const answer = (expert: string) => ({ question, expert, low: 1, central: 2, high: 3, comment: '' });
    const give = (expert: string) =>
      here.records.transaction(null, (w) => w.questions.answer(answer(expert)));
    await expect(give('E1')).rejects.toMatchObject({ code: 'ANSWERED_ALREADY' });
    await expect(give('E3')).rejects.toMatchObject({ code: 'NOT_ASKED' });
    const tries = await Promise.allSettled([give('E2'), give('E2'), give('E2')]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await here.records.questions.answers(question)).map(({ expert }) => expert)).toEqual([
      'E1',
      'E2',
    ]);
    const close = () => here.records.transaction(planner, (w) => w.questions.close(question, 2, waiting));
    expect(await close()).toMatchObject({ status: 'closed', version: 2, planRun: waiting });
    await expect(close()).rejects.toMatchObject({ code: 'QUESTION_CLOSED' });
    await expect(give('E2')).rejects.toMatchObject({ code: 'QUESTION_CLOSED' });
    await here.records.transaction(planner, (w) => w.questions.setOutcome(question, 0, 'measured'));
    const { items } = await here.records.questions.list(programme, { limit: 5, after: null });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ id: question, high: 1 / 3, outcome: { value: 0, reason: 'measured' } });
  });
});
