import { FindingLog } from '../imported-folder/findings.ts';
import { TRADE_FINDINGS } from './catalogue.ts';

/** What an import of trade flows finds. */
export class Findings extends FindingLog<typeof TRADE_FINDINGS> {
  constructor() {
    super(TRADE_FINDINGS);
  }
}
