import * as z from "zod";
import { levels } from "#kernel/log";
import { count, moment, operation } from "../operation.ts";
import { ofChannel } from "./of-channel.ts";

const tag = "Channels";

/** Milliseconds since the epoch, as the room has it. */
const instant = z.number();

const status = z.object({
  awake: z.boolean().describe("Whether the bot obeys anybody just now"),
  stream: z.object({ live: z.boolean(), since: instant }).optional().describe("Missing: nobody has told yet"),
  standing: z
    .object({
      subscriptions: z.array(z.string()),
      problems: z.array(z.string()).describe("What a person has to see to"),
      checkedAt: instant,
    })
    .optional()
    .describe("Missing: the channel was never set up"),
  failing: z.array(z.string()).describe("What does not work though it should"),
  outbox: count,
  journal: count,
  ledger: count,
  players: count,
  deadLetters: count,
  counts: z.record(z.string(), z.number()).describe("Since the room woke"),
});

/** A channel, and how it is. */
export const channelsApi = {
  list: operation({
    tag,
    method: "get",
    path: "/api/channels",
    // Most sections are about one of them.
    needs: "session",
    summary: "Every channel that has been set up",
    answer: z.object({ items: z.array(z.object({ id: z.string(), login: z.string() })) }),
  }),
  status: operation({
    tag,
    method: "get",
    path: "/api/channels/:id/status",
    needs: ["channel", "see"],
    summary: "How the channel is. Moments are milliseconds since the epoch",
    inPath: ofChannel,
    answer: status,
  }),
  features: operation({
    tag,
    method: "get",
    path: "/api/channels/:id/features",
    needs: ["channel", "see"],
    summary: "How every feature stands, as it is stored; null: never used",
    inPath: ofChannel,
    answer: z.record(z.string(), z.unknown()),
  }),
  log: operation({
    tag,
    method: "get",
    path: "/api/channels/:id/log",
    needs: ["logs", "see"],
    summary: "The latest that was said and done in the channel, the newest first",
    inPath: ofChannel,
    query: z.object({
      level: z.enum(levels).default("debug").describe("This one and everything more serious"),
      text: z.string().max(200).default("").describe("Occurs somewhere in the entry"),
      limit: z.coerce.number<string>().int().min(1).max(1_000).default(200),
    }),
    answer: z.object({
      items: z.array(
        z.object({
          at: moment,
          level: z.enum(levels),
          event: z.string().describe("keg.opened"),
          facts: z.record(z.string(), z.unknown()),
        }),
      ),
    }),
  }),
  setUp: operation({
    tag,
    method: "post",
    path: "/api/channels/:id/setup",
    needs: ["channel", "change"],
    summary: "Makes rewards and subscriptions at Twitch that are missing",
    inPath: ofChannel,
    answer: z.object({
      rewards: z.record(z.string(), z.string()),
      subscriptions: z.array(z.string()),
      problems: z.array(z.string()).describe("What a person has to see to"),
    }),
    refusals: { 502: "The bot is not connected, or Twitch says no" },
  }),
} as const;
