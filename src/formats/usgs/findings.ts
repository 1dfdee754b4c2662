import { FindingLog } from '../imported-folder/findings.ts';
import { USGS_FINDINGS } from './catalogue.ts';

/** What an import of USGS mineral tables finds. */
export class Findings extends FindingLog<typeof USGS_FINDINGS> {
  constructor() {
    super(USGS_FINDINGS);
  }
}
