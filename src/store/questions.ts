import { randomUUID } from 'node:crypto';
import { type Kysely, type Selectable, sql } from 'kysely';
import type { QuestionReads, QuestionRecord, QuestionWrites } from '../app/workbench/ports/questions.ts';
import type { Author } from '../app/workbench/ports.ts';
import { MusterError } from '../kernel/errors.ts';
import type { Log } from './audit.ts';
import { isPgError, UNIQUE_VIOLATION } from './connection.ts';
import { MOMENT, markOf, pageOf, UUID } from './page.ts';
import type { Tables } from './tables.ts';

function questionOf(row: Selectable<Tables['question']>): QuestionRecord {
  const { id, programme, run, figure, label, unit, low, central, high, experts, version } = row;
  return {
    ...{ id, programme, run, figure, label, unit, low, central, high, experts, version },
    askedBy: row.asked_by,
    askedAt: row.asked_at,
    status: row.closed_at === null ? 'open' : 'closed',
    closedAt: row.closed_at,
    planRun: row.plan_run,
    outcome:
      row.outcome === null ? null : { value: row.outcome, reason: row.outcome_reason!, at: row.outcome_at! },
  };
}

export function questionReads(db: Kysely<Tables>): QuestionReads {
  return {
    async get(id) {
      const row = await db.selectFrom('question').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? questionOf(row) : null;
    },
    async list(programme, page) {
      const mark = markOf(page, [MOMENT, UUID]);
      let query = db
        .selectFrom('question')
        .selectAll()
        .where('programme', '=', programme)
        .orderBy('asked_at', 'desc')
        .orderBy('id', 'desc')
        .limit(page.limit + 1);
      if (mark)
        query = query.where(sql<boolean>`(asked_at, id) < (${mark[0]}::timestamptz, ${mark[1]}::uuid)`);
      return pageOf(await query.execute(), page, questionOf, ({ asked_at, id }) => [asked_at, id]);
    },
    answers: (question) =>
      db.selectFrom('answer').selectAll().where('question', '=', question).orderBy('expert').execute(),
  };
}

export function questionWrites(db: Kysely<Tables>, author: Author, log: Log): QuestionWrites {
  /** The question, locked: an answer and the closing of its question come one after the other. */
  async function locked(id: string): Promise<QuestionRecord | null> {
    const row = await db
      .selectFrom('question')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    return row ? questionOf(row) : null;
  }

  async function open(id: string): Promise<QuestionRecord | null> {
    const question = await locked(id);
    if (question?.status === 'closed') throw new MusterError('QUESTION_CLOSED', 'The question is closed.');
    return question;
  }

  return {
    async add({ programme, run, figure, label, unit, low, central, high, experts }) {
      const row = await db
        .insertInto('question')
        .values({
          ...{ id: randomUUID(), programme, run, figure, label, unit, low, central, high },
          experts: [...experts],
          asked_by: author,
        })
        .returningAll()
        .executeTakeFirstOrThrow();
      await log({
        action: 'question.add',
        subject: row.id,
        programme,
        detail: { figure, experts: experts.length },
      });
      return questionOf(row);
    },
    async answer({ question: id, expert, low, central, high, comment }) {
      const question = await open(id);
      if (!question?.experts.includes(expert)) {
        throw new MusterError('NOT_ASKED', 'This question was not put to this expert.');
      }
      const row = await db
        .insertInto('answer')
        .values({ question: id, expert, low, central, high, comment })
        .returningAll()
        .executeTakeFirstOrThrow()
        .catch(answeredAlready);
      await log({ action: 'question.answer', subject: id, programme: question.programme });
      return row;
    },
    async close(id, version, planRun) {
      if (!(await open(id))) return null;
      const row = await db
        .updateTable('question')
        .set({ closed_at: sql`now()`, version, plan_run: planRun })
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirstOrThrow();
      const { programme } = row;
      await log({ action: 'question.close', subject: id, programme, detail: { version, planRun } });
      return questionOf(row);
    },
    async setOutcome(id, value, reason) {
      const row = await db
        .updateTable('question')
        .set({ outcome: value, outcome_reason: reason, outcome_at: sql`now()` })
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirst();
      if (!row) return null;
      await log({
        action: 'question.outcome',
        subject: id,
        programme: row.programme,
        detail: { value, reason },
      });
      return questionOf(row);
    },
  };
}

function answeredAlready(error: unknown): never {
  if (!isPgError(error, UNIQUE_VIOLATION)) throw error;
  throw new MusterError('ANSWERED_ALREADY', 'This expert has answered this question.');
}
