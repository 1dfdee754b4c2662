import { PROGRAM_VERSION } from '../../app/workbench/program-version.ts';
import type { Workbench } from '../../app/workbench/workbench.ts';
import type { Handlers } from '../call.ts';
import { peopleHandlers } from './people.ts';
import { programmeHandlers } from './programmes.ts';
import { questionHandlers } from './questions.ts';
import { referenceHandlers } from './reference.ts';
import { runHandlers } from './runs.ts';
import { versionHandlers } from './versions.ts';

/** The handlers of all routes of the table. */
export function handlersOf(workbench: Workbench): Handlers {
  return {
    ...referenceHandlers(PROGRAM_VERSION),
    ...peopleHandlers(workbench),
    ...programmeHandlers(workbench),
    ...versionHandlers(workbench),
    ...runHandlers(workbench),
    ...questionHandlers(workbench),
  };
}
