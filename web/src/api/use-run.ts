import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Run } from '../../../src/contract/api/runs.ts';
import { addressOf } from './client.ts';
import { query, useRead } from './queries.ts';

export const isUnderWay = ({ status }: Run): boolean => status === 'waiting' || status === 'running';

/**
 * A run as it goes. The server tells the present state first, so what was seen before a reload is seen after it.
 * When the run ends, lists of runs are asked for anew.
 */
export function useRun(programme: string, id: string, known?: Run) {
  const client = useQueryClient();
  const sent = { params: { programme, run: id } };
  const read = useRead('GET /programmes/{programme}/runs/{run}', sent);
  const run = read.data ?? known;
  const live = run !== undefined && isUnderWay(run);
  useEffect(() => {
    if (!live) return;
    const params = { programme, run: id };
    const { queryKey } = query('GET /programmes/{programme}/runs/{run}', { params });
    const source = new EventSource(addressOf('GET /programmes/{programme}/runs/{run}/events', { params }));
    const take = ({ data }: MessageEvent<string>): void => {
      client.setQueryData(queryKey, JSON.parse(data));
    };
    const end = (event: MessageEvent<string>): void => {
      source.close();
      take(event);
      void client.invalidateQueries({ queryKey: ['GET /programmes/{programme}/runs'] });
    };
    source.addEventListener('progress', take);
    source.addEventListener('done', end);
    return () => source.close();
  }, [client, id, live, programme]);
  return { ...read, run };
}
