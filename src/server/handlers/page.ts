import type { PageRequest } from '../../app/workbench/ports/common.ts';
import type { PageQuery } from '../../contract/api/paging.ts';

/** The page that a query asks for, as records take it. */
export function pageAsked({ limit, after }: PageQuery): PageRequest {
  return { limit, after: after ?? null };
}
