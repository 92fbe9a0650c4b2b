import * as z from "zod";
import { count, listOf, moment, operation, part } from "../operation.ts";
import { ofChannel, words } from "./of-channel.ts";

const tag = "Players";

const ofPlayer = ofChannel.extend({
  player: z.string().regex(/^\d{1,20}$/, "wants a Twitch user id (digits)"),
});

const amount = z.int().min(0).max(1_000_000_000);
const score = { wins: amount, losses: amount, tickets: amount };

const player = z.object({
  id: z.string(),
  login: z.string(),
  name: z.string(),
  ...score,
  rank: words,
  place: count.optional().describe("Among those who have won at least once"),
});

const knownPlayer = player.extend({
  redemptions: z
    .array(z.object({ id: z.string(), reward: z.string(), state: z.string(), cost: count, at: moment }))
    .describe("What they have spent points on lately"),
  games: z
    .array(z.object({ id: z.string(), game: z.string(), ending: z.string(), endedAt: moment }))
    .optional()
    .describe("What they have played lately; missing: Postgres does not tell"),
});

/** Players as `npx taproom import players` sends them. */
const imported = z.strictObject({
  players: z
    .array(
      z.strictObject({
        id: z.string().regex(/^\d{1,20}$/, "wants a Twitch user id (digits)"),
        login: z.string().min(1).max(60),
        name: z.string().min(1).max(60),
        ...score,
      }),
    )
    .max(500),
  dryRun: z.boolean().default(false).describe("Tells what would change, and changes nothing"),
});

/** Everybody who plays, and what they have to show. */
export const playersApi = {
  list: operation({
    tag,
    method: "get",
    path: "/api/channels/:id/players",
    needs: ["players", "see"],
    summary: "Players, the best first",
    inPath: ofChannel,
    query: z.object({
      ...part(200),
      search: z.string().max(60).default("").describe("The beginning of a login or name, or a Twitch id"),
    }),
    answer: listOf(player),
  }),
  read: operation({
    tag,
    method: "get",
    path: "/api/channels/:id/players/:player",
    needs: ["players", "see"],
    summary: "One player, and everything that is known of them",
    inPath: ofPlayer,
    answer: knownPlayer,
  }),
  correct: operation({
    tag,
    method: "patch",
    path: "/api/channels/:id/players/:player",
    needs: ["players", "change"],
    summary: "Sets a score by hand; what is not named stays",
    inPath: ofPlayer,
    body: z
      .strictObject({
        wins: amount.exactOptional(),
        losses: amount.exactOptional(),
        tickets: amount.exactOptional(),
      })
      .refine((change) => Object.keys(change).length > 0, "wants wins, losses or tickets"),
    answer: player,
  }),
  import: operation({
    tag,
    method: "post",
    path: "/api/channels/:id/players/import",
    needs: ["players", "change"],
    summary: "Takes scores over from another bot; the same ones again change nothing",
    inPath: ofChannel,
    body: imported,
    answer: z.object({
      changed: count.describe("Players whose score has changed by this"),
      unchanged: count.describe("Players who had been taken over with the very same score before"),
    }),
  }),
} as const;
