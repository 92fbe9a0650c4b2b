/** Which channel is looked at, in every section about one. */
import { signal } from "@preact/signals";
import { client } from "../api/client.ts";
import { useAnswer } from "../api/use.ts";

const place = "taproom-channel";
const wanted = signal(localStorage.getItem(place) ?? "");

/** Looks at another channel from now on, also when the page is opened again. */
export function choose(channel: string): void {
  wanted.value = channel;
  localStorage.setItem(place, channel);
}

/** A hook: every channel, and the one that is looked at: the first, until somebody chooses. */
export function useChannels() {
  const answer = useAnswer(client.api.channels, {});
  const known = answer.data?.items ?? [];
  return { answer, known, chosen: known.find(({ id }) => id === wanted.value) ?? known[0] };
}
