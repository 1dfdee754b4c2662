import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';
import { up as people } from './0001-people.ts';
import { up as programmes } from './0002-programmes.ts';
import { up as runs } from './0003-runs.ts';
import { up as questions } from './0004-questions.ts';
import { up as audit } from './0005-audit.ts';

/**
 * Every step of the schema by name, in order. Forward only: a step that was released is never changed, a new one is
 * added. A step speaks SQL: the types of the tables are those of today.
 */
export const MIGRATIONS: Readonly<Record<string, (db: Kysely<Tables>) => Promise<void>>> = {
  '0001-people': people,
  '0002-programmes': programmes,
  '0003-runs': runs,
  '0004-questions': questions,
  '0005-audit': audit,
};
