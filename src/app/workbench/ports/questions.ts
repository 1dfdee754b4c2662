import type { Id, Page, PageRequest, Timestamp } from './common.ts';

export type QuestionStatus = 'open' | 'closed';

/** A figure that experts are asked about. */
export interface QuestionRecord {
  readonly id: Id;
  readonly programme: Id;
  /** The run that made the figure worth asking. */
  readonly run: Id | null;
  /** Path of the figure, as in judgements.csv. */
  readonly figure: string;
  readonly label: string;
  readonly unit: string;
  /** The figure as it was when it was asked; null where it was unknown. */
  readonly low: number | null;
  readonly central: number | null;
  readonly high: number | null;
  /** Who is asked: names or pseudonyms. */
  readonly experts: readonly string[];
  readonly askedBy: Id | null;
  readonly askedAt: Timestamp;
  readonly status: QuestionStatus;
  readonly closedAt: Timestamp | null;
  /** Version that carries the answers; null while open, or where nobody answered. */
  readonly version: number | null;
  /** Plan run started on that version. */
  readonly planRun: Id | null;
  readonly outcome: QuestionOutcome | null;
}

/** What the figure turned out to be. */
export interface QuestionOutcome {
  readonly value: number;
  readonly reason: string;
  readonly at: Timestamp;
}

export type NewQuestion = Pick<
  QuestionRecord,
  'programme' | 'run' | 'figure' | 'label' | 'unit' | 'low' | 'central' | 'high' | 'experts'
>;

export interface AnswerRecord {
  readonly question: Id;
  readonly expert: string;
  readonly low: number;
  readonly central: number;
  readonly high: number;
  readonly comment: string;
  readonly at: Timestamp;
}

export interface QuestionReads {
  get(id: Id): Promise<QuestionRecord | null>;
  /** Newest first. */
  list(programme: Id, page: PageRequest): Promise<Page<QuestionRecord>>;
  /** By expert. Whether a reader may see them yet is for the use case to say. */
  answers(question: Id): Promise<readonly AnswerRecord[]>;
}

export interface QuestionWrites {
  add(question: NewQuestion): Promise<QuestionRecord>;
  /** Refuses with QUESTION_CLOSED, NOT_ASKED (the expert is not on the list) and ANSWERED_ALREADY. */
  answer(answer: Omit<AnswerRecord, 'at'>): Promise<AnswerRecord>;
  /** Refuses with QUESTION_CLOSED where it is closed already; null where there is none. */
  close(id: Id, version: number | null, planRun: Id | null): Promise<QuestionRecord | null>;
  /** Stated once more, the last one holds; the audit trail keeps all. Null where there is no such question. */
  setOutcome(id: Id, value: number, reason: string): Promise<QuestionRecord | null>;
}
