import {
  type InfiniteData,
  infiniteQueryOptions,
  MutationCache,
  QueryCache,
  QueryClient,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { ReplyOf, RouteKey } from '../../../src/contract/api/routes.ts';
import { call, type Sent } from './client.ts';
import { type ApiProblem, isProblem } from './problem.ts';

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: ApiProblem;
  }
}

/** Routes that read. */
export type ReadKey = Extract<RouteKey, `GET ${string}`>;
/** Routes that write. */
export type WriteKey = Exclude<RouteKey, ReadKey>;

/** What a version or a finished run says never changes. */
const FOR_EVER = /\/versions\/\{version\}|\/result$|\/explain$|\/diff\//;

/** Client of all queries; `onSignedOut` is called when the server no longer knows who asks. */
export function makeQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: unknown): void => {
    if (isProblem(error, 'not-signed-in')) onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (failures, error) => failures < 2 && (error.status === 0 || error.status === 503),
      },
      mutations: { retry: false },
    },
  });
}

/** Query of a route, for `useQuery` and for fetching ahead. */
export const query = <Key extends ReadKey>(key: Key, sent: Sent<Key>) =>
  queryOptions<ReplyOf<Key>>({
    queryKey: [key, sent],
    queryFn: ({ signal }) => call(key, sent, signal),
    ...(FOR_EVER.test(key) ? { staleTime: Number.POSITIVE_INFINITY } : {}),
  });

/** Reads a route; `enabled` false waits. */
export const useRead = <Key extends ReadKey>(key: Key, sent: Sent<Key>, enabled = true) =>
  useQuery({ ...query(key, sent), enabled });

/** Every reply of a list is a page; the compiler cannot see it through the conditional types. */
const pageOf = (reply: unknown): PageReply => reply as PageReply;

type PageReply = { readonly items: readonly unknown[]; readonly next: string | null };
/** Routes whose reply is a page of a list. */
export type ListKey = { [Key in ReadKey]: ReplyOf<Key> extends PageReply ? Key : never }[ReadKey];
type ItemOf<Key extends ListKey> =
  ReplyOf<Key> extends { readonly items: readonly (infer Item)[] } ? Item : never;

/** Reads a list page by page: `items` of all pages so far, `more` fetches the next where there is one. */
export function useList<Key extends ListKey>(key: Key, sent: Sent<Key>, enabled = true) {
  const asked = sent as { params?: unknown; query?: Record<string, unknown> };
  const result = useInfiniteQuery({
    ...infiniteQueryOptions<
      ReplyOf<Key>,
      ApiProblem,
      InfiniteData<ReplyOf<Key>>,
      readonly unknown[],
      string | null
    >({
      queryKey: [key, sent, 'pages'],
      queryFn: ({ signal, pageParam }) =>
        call(
          key,
          { ...asked, query: { ...asked.query, ...(pageParam ? { after: pageParam } : {}) } } as never,
          signal,
        ),
      initialPageParam: null,
      getNextPageParam: (last) => pageOf(last).next,
    }),
    enabled,
  });
  const items = (result.data?.pages.flatMap((page) => pageOf(page).items) ?? []) as ItemOf<Key>[];
  return { ...result, items, more: result.hasNextPage ? () => void result.fetchNextPage() : null };
}

/** Writes a route; then whatever was read from the routes named in `stale` is asked for anew. */
export function useWrite<Key extends WriteKey>(key: Key, stale: readonly ReadKey[] = []) {
  const client = useQueryClient();
  return useMutation<ReplyOf<Key>, ApiProblem, Sent<Key>>({
    mutationFn: (sent) => call(key, sent),
    onSuccess: () => {
      // Not waited for: whoever asked may be taken off the page by what comes back.
      for (const route of stale) void client.invalidateQueries({ queryKey: [route] });
    },
  });
}
