/** People at Twitch, of whom Taproom keeps no more than an id. */
import { signal } from "@preact/signals";
import { useMutation, useQuery } from "@tanstack/preact-query";
import type { Api } from "#domain/admin/api/index";
import type { Answer } from "#domain/admin/api/operation";
import { client } from "../api/client.ts";

export type Chatter = Answer<Api["chatters"]["find"]>["items"][number];

interface Wanted {
  readonly ids?: readonly string[];
  readonly logins?: readonly string[];
}

/** By their ids, whom Twitch has been asked about; null: it knows nobody who has it. */
type Met = ReadonlyMap<string, Chatter | null>;
const met = signal<Met>(new Map());

/** Asks Twitch; whom it does not know is missing. */
export async function findChatters({ ids = [], logins = [] }: Wanted): Promise<readonly Chatter[]> {
  const query = { ids: ids.join(","), logins: logins.join(",") };
  const { items } = await (await client.api.twitch.people.$get({ query })).json();
  met.value = new Map([
    ...met.value,
    ...ids.map((id) => [id, null] as const),
    ...items.map((chatter) => [chatter.id, chatter] as const),
  ]);
  return items;
}

/** A hook: the same at somebody's wish. */
export const useLookUp = () => useMutation({ mutationFn: findChatters });

/** As many as can be asked about at once. */
const most = 100;

/** A hook: who has these ids, as far as it is known; nobody is asked about twice. */
export function useMet(ids: readonly string[]): { readonly met: Met; readonly error: Error | null } {
  const strangers = ids.filter((id) => !met.value.has(id)).slice(0, most);
  const { error } = useQuery({
    queryKey: ["chatters", ...strangers],
    queryFn: () => findChatters({ ids: strangers }),
    enabled: strangers.length > 0,
  });
  return { met: met.value, error: strangers.length > 0 ? error : null };
}
