import type { Migration } from 'kysely';
import * as people from './0001-people.ts';
import * as programmes from './0002-programmes.ts';
import * as runs from './0003-runs.ts';
import * as questions from './0004-questions.ts';
import * as audit from './0005-audit.ts';

/** Every step of the schema in order. Forward only: a step that was released is never changed, a new one is added. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-people': people,
  '0002-programmes': programmes,
  '0003-runs': runs,
  '0004-questions': questions,
  '0005-audit': audit,
};
