import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useStore } from '../support/database.ts';
import { fill } from './filled.ts';

const here = useStore();
let client: pg.Client;

beforeAll(async () => {
  await fill(here.records);
  client = new pg.Client({ connectionString: here.url });
  await client.connect();
});
afterAll(() => client?.end());

describe('the database itself refuses', () => {
  const changes: Readonly<Record<string, string>> = {
    blob: `bytes = ''`,
    version: `reason = 'another'`,
    version_file: `path = 'another'`,
    answer: 'central = low',
    audit: `person = null`,
  };
  for (const [table, change] of Object.entries(changes)) {
    for (const statement of [
      `update muster.${table} set ${change}`,
      `delete from muster.${table}`,
      `truncate muster.${table} cascade`,
    ]) {
      it(statement, async () => {
        const before = await client.query(`select count(*) from muster.${table}`);
        expect(Number(before.rows[0].count)).toBeGreaterThan(0);
        await expect(client.query(statement)).rejects.toThrow('is append-only');
        expect((await client.query(`select count(*) from muster.${table}`)).rows).toEqual(before.rows);
      });
    }
  }

  it('any change of a finished run, and its loss', async () => {
    for (const statement of [
      `update muster.run set status = 'waiting', finished_at = null, result_hash = null where status = 'done'`,
      `update muster.run set progress = '{}' where status = 'done'`,
      `delete from muster.run where status = 'done'`,
    ]) {
      await expect(client.query(statement)).rejects.toThrow('run is append-only');
    }
  });

  it('a version that is made from a later one, and one of a programme that is not there', async () => {
    const insert = `insert into muster.version (programme, number, parent, reason, kind, content_hash)
      select id, 9, $1, '', 'edit', repeat('0', 64) from muster.programme`;
    await expect(client.query(insert, [10])).rejects.toThrow('check');
    await expect(client.query(insert, [8])).rejects.toThrow('foreign key');
    const nowhere = client.query(
      `insert into muster.version (programme, number, reason, kind, content_hash) values ($1, 1, '', 'edit', repeat('0', 64))`,
      [randomUUID()],
    );
    await expect(nowhere).rejects.toThrow('foreign key');
  });
});
