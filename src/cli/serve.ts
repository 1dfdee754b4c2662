import { type Command, InvalidArgumentError } from 'commander';
import { openProgramme } from '../app/check-folder.ts';
import { interrupted } from './interrupted.ts';
import { type StoreOptions, storePlace, withStoreOptions } from './store-place.ts';

export const USUAL_PORT = 4680;

interface Options extends StoreOptions {
  readonly port: number;
  readonly host: string;
  readonly worker: boolean;
  readonly behindProxy?: boolean;
}

/** `muster serve [FOLDER]`: the web application and its API, until interrupted. */
export function registerServe(program: Command): void {
  withStoreOptions(program.command('serve'))
    .description('serve the web application and its API; runs are computed in the same process')
    .argument('[folder]', 'programme folder to import where no programme of its name is there')
    .option('--port <port>', 'port to listen on; 0: any that is free', port, USUAL_PORT)
    .option('--host <host>', 'address to listen on', '127.0.0.1')
    .option('--no-worker', 'leave runs to `muster worker`')
    .option('--behind-proxy', 'a proxy ends TLS and names the callers (X-Forwarded-For, X-Forwarded-Host)')
    .action(async (folder: string | undefined, options: Options) => {
      if (folder !== undefined) await openProgramme(folder);
      const { importOnce, serveWorkbench } = await import('./workbench-server.ts');
      const { host, worker, behindProxy = false } = options;
      if (!isLoopback(host) && !behindProxy) {
        process.stderr.write(
          `Anybody who reaches ${host} reaches Muster, and passwords travel in the clear: put a proxy with TLS before it, and say --behind-proxy.\n`,
        );
      }
      const place = storePlace(options);
      const served = await serveWorkbench({ place, host, port: options.port, worker, behindProxy });
      try {
        if (folder !== undefined) await importOnce(served.workbench, folder);
        const { address, ownerAddress } = served;
        // In one piece: whoever reads this from a pipe knows by it whether there is an owner.
        process.stdout.write(`Muster is at ${address}\n${ownerAddress ? ownerText(ownerAddress) : ''}`);
        const failure = await Promise.race([interrupted(), served.failed]);
        if (failure) throw failure;
      } finally {
        await served.stop();
      }
    });
}

/** How an installation is taken. */
export function ownerText(address: string): string {
  return `It has no owner yet. Whoever opens this address becomes it; it works once, for a day:\n  ${address}\n`;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}

function port(text: string): number {
  const value = Number(text);
  if (!/^\d{1,5}$/.test(text) || value > 65_535) throw new InvalidArgumentError('a port from 0 to 65535');
  return value;
}
