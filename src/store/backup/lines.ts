import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { MusterError } from '../../kernel/errors.ts';
import { TABLE_NAMES, type TableName, type TableSum } from './table-rows.ts';
import { BACKUP_SCHEMA, type BackupHead } from './write.ts';

/** Text that is handed on at once, about. */
const BATCH_CHARACTERS = 1_000_000;

/** A backup, read in order and held against its own sums. */
export class BackupLines {
  readonly #lines: AsyncIterator<string>;

  constructor(file: string) {
    this.#lines = linesOf(file);
  }

  async head(): Promise<BackupHead> {
    const head = parse(await this.#next()) as Partial<BackupHead> | null;
    if (head?.schema === BACKUP_SCHEMA && Array.isArray(head.steps)) return head as BackupHead;
    throw notABackup();
  }

  /** The next table; null at the end. */
  async table(): Promise<TableName | null> {
    const line = parse(await this.#next());
    const [word, name] = Array.isArray(line) ? (line as unknown[]) : [];
    if (word === 'end') return null;
    const table = TABLE_NAMES.find((known) => known === name);
    if (word !== 'table' || table === undefined) throw damaged('a table was to begin');
    return table;
  }

  /** Hands the rows of the table in batches to `take`, and holds them against their sum. */
  async rows(table: TableName, take: (rows: readonly string[]) => Promise<void>): Promise<TableSum> {
    const hash = createHash('sha256');
    let rows = 0;
    let batch: string[] = [];
    let characters = 0;
    let line = await this.#next();
    for (; line.startsWith('{'); line = await this.#next()) {
      hash.update(line).update('\n');
      rows++;
      batch.push(line);
      characters += line.length;
      if (characters > BATCH_CHARACTERS) {
        await take(batch);
        [batch, characters] = [[], 0];
      }
    }
    if (batch.length > 0) await take(batch);
    const sum = { table, rows, sha256: hash.digest('hex') };
    if (line !== JSON.stringify(['sum', sum.rows, sum.sha256]))
      throw damaged(`table ${table} differs from its sum`);
    return sum;
  }

  async #next(): Promise<string> {
    const { value, done } = await this.#lines.next();
    if (done) throw damaged('it ends too early');
    return value;
  }
}

async function* linesOf(file: string): AsyncGenerator<string, undefined, undefined> {
  const packed = createReadStream(file);
  const unpacked = packed.pipe(createGunzip()).setEncoding('utf8');
  packed.on('error', (error) => unpacked.destroy(error));
  let begun: string[] = [];
  try {
    for await (const chunk of unpacked) {
      const [first, ...others] = (chunk as string).split('\n');
      begun.push(first!);
      for (const other of others) {
        yield begun.join('');
        begun = [other];
      }
    }
  } catch (error) {
    const { syscall, message } = error as NodeJS.ErrnoException;
    if (message === 'incorrect header check') throw notABackup();
    if (syscall === undefined) throw damaged(message);
    throw new MusterError('BACKUP_FILE', `The backup cannot be read: ${message}.`);
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

export function damaged(what: string): MusterError {
  return new MusterError('BACKUP_DAMAGED', `The backup is damaged: ${what}. Nothing was restored.`);
}

function notABackup(): MusterError {
  return new MusterError('NOT_A_BACKUP', 'The file is not a backup of Muster, or one of another format.');
}
