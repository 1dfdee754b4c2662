import { spawn } from 'node:child_process';
import { beforeAll, expect, it } from 'vitest';
import { useStore } from '../support/database.ts';
import { VALID_FOLDER } from '../support/folders.ts';
import { MUSTER, requireBuild, runMuster } from '../support/run-muster.ts';

const store = useStore();
beforeAll(requireBuild);

interface Serving {
  readonly address: string;
  readonly said: string;
  /** Interrupts it; its exit code. */
  end(): Promise<number | null>;
}

async function serve(...args: string[]): Promise<Serving> {
  const child = spawn(process.execPath, [MUSTER, 'serve', ...args, '--port', '0', '--database', store.url]);
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  let said = '';
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (text) => {
      said += text;
      if (said.includes('Muster is at')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`muster serve ended with ${code}`)));
  });
  const address = /Muster is at (\S+)/.exec(said)![1]!;
  return {
    address,
    said,
    end: () => {
      child.kill('SIGINT');
      return ended;
    },
  };
}

it('serves, imports a folder once, lets itself be taken once, and ends cleanly', async () => {
  const first = await serve(VALID_FOLDER);
  expect(await (await fetch(`${first.address}/healthz`)).json()).toEqual({ status: 'ok' });
  expect(first.said).toContain(`${first.address}/owner/`);
  const token = /\/owner\/(\S+)/.exec(first.said)![1];
  const taken = await fetch(`${first.address}/api/owner`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ token, login: 'ann', name: 'Ann', password: 'correct horse battery' }),
  });
  const cookie = taken.headers.get('set-cookie')!.split(';')[0]!;
  const programmes = async ({ address }: Serving): Promise<unknown[]> =>
    (
      (await (await fetch(`${address}/api/programmes`, { headers: { cookie } })).json()) as {
        items: unknown[];
      }
    ).items;
  expect(await programmes(first)).toHaveLength(1);
  expect(await first.end()).toBe(0);
  const second = await serve(VALID_FOLDER);
  expect(second.said).not.toContain('/owner/');
  expect(await programmes(second)).toHaveLength(1);
  const port = new URL(second.address).port;
  const blocked = await runMuster(VALID_FOLDER, 'serve', '--port', port, '--database', store.url);
  expect([blocked.code, blocked.stderr]).toEqual([2, expect.stringContaining('CANNOT_LISTEN')]);
  expect(await second.end()).toBe(0);
});
