/** The product as the page may ask for it: through this server, because its API answers no other origin. */
import { isLanguage, rankText } from "./rank-names.ts";
import { readDeadLetters, readLog, readPlayers, readRoom, readSettings, readStatus } from "./read-room.ts";
import type { PlayerRow, ProductLook } from "./wire.ts";

export interface Product {
  /** Such as `http://localhost:8787`. */
  readonly productOrigin: string;
  readonly adminToken: string;
}

/** A product that is starting again answers late or not at all; the page asks again soon. */
const patience = 3_000;

const mostPlayers = 100;
const mostEntries = 200;
const mostLetters = 20;

export function forwardTo({ productOrigin, adminToken }: Product) {
  function ask(path: string, change?: string): Promise<Response> {
    const headers = { Authorization: `Bearer ${adminToken}`, "Content-Type": "application/json" };
    const sent = change === undefined ? {} : { method: "PUT", body: change };
    return fetch(productOrigin + path, { ...sent, headers, signal: AbortSignal.timeout(patience) });
  }

  /** What the product says of a channel, as the page understands it; a "no" is passed on. */
  async function told(
    channel: string | null,
    path: string,
    understood: (json: unknown) => unknown,
    change?: string,
  ): Promise<Response> {
    if (!isChannel(channel)) return wrongChannel();
    try {
      const answer = await ask(`/api/channels/${channel}/${path}`, change);
      const json: unknown = await answer.json();
      return Response.json(answer.ok ? understood(json) : json, { status: answer.status });
    } catch {
      return Response.json({ error: "Taproom does not answer" }, { status: 503 });
    }
  }

  return {
    /** Is it up, and how does it stand with the channel? */
    async look(channel: string | null): Promise<Response> {
      if (!isChannel(channel)) return wrongChannel();
      try {
        const [health, status] = await Promise.all([ask("/health"), ask(`/api/channels/${channel}/status`)]);
        const known = status.ok ? readStatus(await status.json()) : null;
        return Response.json({ isUp: health.ok, status: known } satisfies ProductLook);
      } catch {
        // Whatever the reason, to the page it is one thing: the product is down.
        return Response.json({ isUp: false, status: null } satisfies ProductLook);
      }
    },

    /** Reads the channel's settings, or changes them where there is a change. */
    settings: (channel: string | null, change?: string) => told(channel, "settings", readSettings, change),

    /** How the channel's games stand. */
    room: (channel: string | null) => told(channel, "features", readRoom),

    players(channel: string | null, asked: string | null): Promise<Response> {
      const language = isLanguage(asked) ? asked : "en";
      const ranked = (json: unknown): readonly PlayerRow[] =>
        readPlayers(json).map((player) => ({ ...player, rank: rankText(player.wins, language) }));
      return told(channel, `players?limit=${mostPlayers}`, ranked);
    },

    deadLetters: (channel: string | null) =>
      told(channel, `dead-letters?limit=${mostLetters}`, readDeadLetters),

    log(channel: string | null, level: string | null, text: string | null): Promise<Response> {
      const question = new URLSearchParams({ limit: String(mostEntries), text: text ?? "" });
      if (level) question.set("level", level);
      return told(channel, `log?${question}`, readLog);
    },
  };
}

const isChannel = (channel: string | null): channel is string =>
  channel !== null && /^\d{1,20}$/.test(channel);

const wrongChannel = () =>
  Response.json({ error: "channel: wants a Twitch user id (digits)" }, { status: 400 });
