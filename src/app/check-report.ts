import type { CheckReport } from '../contract/check.ts';
import type { CheckedFolder } from './check-folder.ts';

/** Every defect of a folder as `muster check` tells it; `folder` is what its user called it. */
export function checkReport(folder: string, { defects, unread }: CheckedFolder): CheckReport {
  const errors = defects.filter((defect) => defect.severity === 'error').length;
  return {
    schema: 'muster/check@1',
    folder,
    errors,
    warnings: defects.length - errors,
    defects: [...defects],
    unread: [...unread],
  };
}
