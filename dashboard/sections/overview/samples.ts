import type { Overview } from "./routes.ts";

/** How much waited at a moment; null: nobody could tell. */
export interface Sample {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly forwarder: number | null;
  readonly downloads: number | null;
  readonly chat: number | null;
}

/** A quarter of an hour at a look every 12 seconds. */
const most = 75;

type Waiting = Pick<Overview, "at" | "forwarder" | "downloads" | "channels">;

/** What was seen while somebody looks, with what they see now; the same answer twice is one. */
export function sampled(before: readonly Sample[], told: Waiting): readonly Sample[] {
  const now = sampleOf(told);
  return before.at(-1)?.at === now.at ? before : [...before, now].slice(-most);
}

const sampleOf = ({ at, forwarder, downloads, channels }: Waiting): Sample => ({
  at: Date.parse(at),
  forwarder: forwarder ? forwarder.waiting + forwarder.sending : null,
  downloads: downloads ? downloads.waiting + downloads.underWay : null,
  chat: channels ? channels.reduce((sum, { outbox }) => sum + outbox, 0) : null,
});
