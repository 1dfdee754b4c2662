import { PROGRAM_VERSION } from '../../app/workbench/program-version.ts';
import type { Workbench } from '../../app/workbench/workbench.ts';
import type { Handlers } from '../call.ts';
import { laterHandlers } from './later.ts';
import { peopleHandlers } from './people.ts';
import { programmeHandlers } from './programmes.ts';
import { referenceHandlers } from './reference.ts';
import { runHandlers } from './runs.ts';
import { versionHandlers } from './versions.ts';

/** The handlers of all routes of the table. */
export function handlersOf(workbench: Workbench): Handlers {
  return new Proxy(
    {
      ...referenceHandlers(PROGRAM_VERSION),
      ...peopleHandlers(workbench),
      ...programmeHandlers(workbench),
      ...versionHandlers(workbench),
      ...runHandlers(workbench),
    },
    { get: (all, key) => all[key as keyof typeof all] ?? laterHandlers[key as keyof typeof laterHandlers] },
  ) as unknown as Handlers;
}
