import { useMemo } from 'react';
import type { ReplyOf } from '../../../src/contract/api/routes.ts';
import { useList } from '../api/queries.ts';
import { useProgramme } from './programme.tsx';
import { useUrl } from './url-state.ts';

/** A run as the API tells it. */
export type Run = ReplyOf<'GET /programmes/{programme}/runs/{run}'>;

/**
 * The plan that is looked at: the run of the address, else the newest finished plan of the version that is looked
 * at; null where there is none (yet).
 */
export function useRunChoice(): { run: Run | null; plans: readonly Run[]; waiting: boolean } {
  const { id, version } = useProgramme();
  const [search] = useUrl();
  const { items, isPending } = useList('GET /programmes/{programme}/runs', {
    params: { programme: id },
    query: { kind: 'plan' },
  });
  return useMemo(() => {
    const plans = items.filter((run) => run.status === 'done' || run.status === 'stopped');
    const run = search.run
      ? (items.find(({ id }) => id === search.run) ?? null)
      : (plans.find((plan) => plan.version === version) ?? null);
    return { run, plans, waiting: isPending };
  }, [items, isPending, search.run, version]);
}
