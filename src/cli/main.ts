import { Command } from 'commander';
import { registerCheck } from './check.ts';
import { registerImport } from './import.ts';
import { run } from './run.ts';

const program = new Command('muster')
  .description('Plans and runs technology-breakthrough programmes.')
  .showHelpAfterError()
  .exitOverride();

registerCheck(program);
registerImport(program);

await run(() => program.parseAsync());
