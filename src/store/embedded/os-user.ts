import { readFile } from 'node:fs/promises';
import { MusterError } from '../../kernel/errors.ts';

/** Who PostgreSQL runs as, and owns its files. */
export interface OsUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** Users that PostgreSQL is run as where Muster runs as root, the first that the machine has. */
const UNPRIVILEGED = ['muster', 'postgres', 'nobody'];

/** Null where Muster's own user will do: PostgreSQL refuses to run as root, and as nobody else. */
export async function databaseUser(): Promise<OsUser | null> {
  if (process.getuid?.() !== 0) return null;
  const users = usersIn(await readFile('/etc/passwd', 'utf8'));
  const name = UNPRIVILEGED.find((candidate) => users.has(candidate));
  if (name !== undefined) return users.get(name)!;
  throw new MusterError(
    'NO_UNPRIVILEGED_USER',
    'PostgreSQL does not run as root, and there is no user it could run as.',
    {
      hint: `Run Muster as another user than root, or add a user named ${UNPRIVILEGED[0]}.`,
    },
  );
}

function usersIn(passwd: string): ReadonlyMap<string, OsUser> {
  const users = passwd
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name, , uid, gid]) => ({ name: name!, uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid }) => uid > 0);
  return new Map(users.map((user) => [user.name, user]));
}
