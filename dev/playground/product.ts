/** The product as the page may ask for it: through this server, because its API answers no other origin. */
import * as z from "zod";
import type { ProductLook } from "./wire.ts";

export interface Product {
  /** Such as `http://localhost:8787`. */
  readonly productOrigin: string;
  readonly adminToken: string;
}

const statusSchema = z.object({ outbox: z.number(), deadLetters: z.number() });

/** A product that is starting again answers late or not at all; the page asks again soon. */
const patience = 3_000;

export function forwardTo({ productOrigin, adminToken }: Product) {
  function ask(path: string, change?: string): Promise<Response> {
    const headers = { Authorization: `Bearer ${adminToken}`, "Content-Type": "application/json" };
    const sent = change === undefined ? {} : { method: "PUT", body: change };
    return fetch(productOrigin + path, { ...sent, headers, signal: AbortSignal.timeout(patience) });
  }

  return {
    /** Is it up, and how much has it still to do? */
    async look(channel: string | null): Promise<Response> {
      if (!isChannel(channel)) return wrongChannel();
      try {
        const [health, status] = await Promise.all([ask("/health"), ask(`/api/channels/${channel}/status`)]);
        const known = status.ok ? statusSchema.parse(await status.json()) : null;
        return Response.json({ isUp: health.ok, status: known } satisfies ProductLook);
      } catch {
        // Whatever the reason, to the page it is one thing: the product is down.
        return Response.json({ isUp: false, status: null } satisfies ProductLook);
      }
    },

    /** Reads the channel's settings, or changes them where there is a change. */
    async settings(channel: string | null, change?: string): Promise<Response> {
      if (!isChannel(channel)) return wrongChannel();
      try {
        const answer = await ask(`/api/channels/${channel}/settings`, change);
        return Response.json(await answer.json(), { status: answer.status });
      } catch {
        return Response.json({ error: "Taproom does not answer" }, { status: 503 });
      }
    },
  };
}

const isChannel = (channel: string | null): channel is string =>
  channel !== null && /^\d{1,20}$/.test(channel);

const wrongChannel = () =>
  Response.json({ error: "channel: wants a Twitch user id (digits)" }, { status: 400 });
