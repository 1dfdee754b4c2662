import { FindingLog } from '../imported-folder/findings.ts';
import { ETO_FINDINGS } from './catalogue.ts';

/** What an import of ETO data finds. */
export class Findings extends FindingLog<typeof ETO_FINDINGS> {
  constructor() {
    super(ETO_FINDINGS);
  }
}
