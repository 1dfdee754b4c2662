import type { Workbench } from '../../app/workbench/workbench.ts';
import type { Handlers } from '../call.ts';
import { laterHandlers } from './later.ts';
import { peopleHandlers } from './people.ts';
import { programmeHandlers } from './programmes.ts';
import { referenceHandlers } from './reference.ts';
import { versionHandlers } from './versions.ts';

/** The handlers of all routes of the table. */
export function handlersOf(workbench: Workbench, programVersion: string): Handlers {
  return new Proxy(
    {
      ...referenceHandlers(programVersion),
      ...peopleHandlers(workbench),
      ...programmeHandlers(workbench),
      ...versionHandlers(workbench),
    },
    { get: (all, key) => all[key as keyof typeof all] ?? laterHandlers[key as keyof typeof laterHandlers] },
  ) as unknown as Handlers;
}
