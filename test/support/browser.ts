import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** Flags without which Chromium looks for hosts of its own at every start. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];

/**
 * Chromium of `$CHROMIUM`, of the PATH, or installed from Debian's packages, with fonts for Chinese; null where none
 * can be had, so that tests can say what they leave out.
 */
export function chromiumPath(): string | null {
  const found = onThisMachine();
  if (!isRoot() || (found && chineseFonts())) return found;
  install(found ? ['fonts-noto-cjk'] : ['chromium', 'fonts-noto-cjk']);
  return onThisMachine();
}

export function startBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: isRoot() ? ['--no-sandbox', ...QUIET] : QUIET });
}

function onThisMachine(): string | null {
  const named = process.env.CHROMIUM;
  if (named) return named;
  const folders = (process.env.PATH ?? '').split(delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync) ?? null;
}

const isRoot = (): boolean => process.getuid?.() === 0;

function chineseFonts(): boolean {
  return (spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout ?? '') !== '';
}

function install(packages: readonly string[]): void {
  const options = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  // Another test file may be installing the same.
  const wait = ['-o', 'DPkg::Lock::Timeout=300'];
  spawnSync('apt-get', [...wait, 'update'], options);
  spawnSync('apt-get', [...wait, 'install', '-y', '--no-install-recommends', ...packages], options);
}
