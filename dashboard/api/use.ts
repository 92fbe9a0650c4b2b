/** How a page asks and changes things: what has been told is kept, shared, and asked for anew after a change. */
import {
  type InfiniteData,
  useInfiniteQuery,
  type UseInfiniteQueryResult,
  useMutation,
  useQuery,
  type UseQueryResult,
} from "@tanstack/preact-query";
import { toast } from "../parts/toast.tsx";
import { queryClient } from "./query-client.ts";
import { wordsOf } from "./words.ts";

/** A route of `client`, as far as it is asked here. */
interface Route<Asked, Told> {
  readonly $get: (asked: Asked) => Promise<{ json(): Promise<Told> }>;
  readonly $path: (asked?: never) => string;
}

interface Liveliness {
  /** How often it is asked anew while somebody looks, in milliseconds. */
  readonly every?: number;
  readonly enabled?: boolean;
}

const keyOf = (path: string) => path.split("?");
// The cast: hono types what may be asked of a path more narrowly than what it does with it.
const pathOf = (route: { readonly $path: (asked?: never) => string }, asked: unknown) =>
  route.$path(asked as never);

/** `const people = useAnswer(client.api.people, {})` */
export function useAnswer<Asked, Told>(
  route: Route<Asked, Told>,
  asked: NoInfer<Asked>,
  { every, enabled = true }: Liveliness = {},
): UseQueryResult<Told> {
  return useQuery({
    queryKey: keyOf(pathOf(route, asked)),
    queryFn: async () => (await route.$get(asked)).json(),
    enabled,
    ...(every !== undefined && { refetchInterval: every }),
  });
}

interface Part<Item> {
  readonly items: readonly Item[];
  readonly next?: string | undefined;
}

/** A list that goes on: `{ items, next }`, asked for part by part. */
export function useList<Asked extends { readonly query?: object }, Item>(
  route: Route<Asked, Part<Item>>,
  asked: NoInfer<Asked>,
  { every, enabled = true }: Liveliness = {},
): UseInfiniteQueryResult<InfiniteData<Part<Item>>> {
  return useInfiniteQuery({
    queryKey: [...keyOf(pathOf(route, asked)), "list"],
    queryFn: async ({ pageParam: cursor }) =>
      (await route.$get({ ...asked, query: { ...asked.query, ...(cursor && { cursor }) } })).json(),
    initialPageParam: "",
    getNextPageParam: ({ next }: Part<Item>) => next,
    enabled,
    ...(every !== undefined && { refetchInterval: every }),
  });
}

interface Change<Told> {
  /** Routes whose answers are others now, and all below them; without any, everything is asked for anew. */
  readonly refreshes?: readonly { readonly $path: (asked?: never) => string }[];
  /** What is shown goes away with it: what may have changed is asked for when it is looked at again. */
  readonly leaves?: true;
  /** What the person is told when it is done; it may tell of the answer. */
  readonly done?: string | ((told: Told) => string);
  /** Whoever asks shows what went wrong: a notice would lie behind a dialog. */
  readonly showsErrors?: true;
}

/** `const put = useChange(client.api.people[":id"].$put, { done: say("people-saved") })`, then `put.mutate({ … })`. */
export function useChange<Asked, Told>(
  change: (asked: Asked) => Promise<{ json(): Promise<Told> }>,
  { refreshes, leaves, done, showsErrors }: Change<NoInfer<Told>> = {},
) {
  return useMutation<Told, Error, Asked>({
    mutationFn: async (asked) => (await change(asked)).json(),
    onSuccess: (told) =>
      done === undefined ? undefined : toast(typeof done === "string" ? done : done(told)),
    onError: (error) => (showsErrors ? undefined : toast(wordsOf(error), "bad")),
    onSettled: () => refresh(refreshes, leaves ? "none" : "active"),
  });
}

/** Asks anew for what may have changed. */
export async function refresh(
  routes?: Change<unknown>["refreshes"],
  refetchType: "active" | "none" = "active",
): Promise<void> {
  if (!routes) return queryClient.invalidateQueries({ refetchType });
  const paths = routes.map((route) => pathOf(route, undefined));
  const isMeant = ({ queryKey }: { readonly queryKey: readonly unknown[] }) =>
    paths.some((path) => String(queryKey[0]).startsWith(path));
  await queryClient.invalidateQueries({ predicate: isMeant, refetchType });
}
