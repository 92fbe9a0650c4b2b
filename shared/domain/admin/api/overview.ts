import * as z from "zod";
import { levels } from "#kernel/log";
import { platforms } from "#domain/downloader/platform";
import { featureIds } from "#domain/twitch/features/index";
import { type AttentionCode, attentionCodes, severities } from "../attention.ts";
import { sections } from "../rights.ts";
import { conditions, services } from "../services.ts";
import { count, moment, operation } from "./operation.ts";

const channel = z.object({
  id: z.string(),
  login: z.string(),
  awake: z.boolean().describe("Whether the bot obeys anybody just now"),
  stopped: z.object({ since: moment, by: z.string() }).optional().describe("Somebody has stopped the bot"),
  stream: z.object({ live: z.boolean(), since: moment }).optional().describe("Missing: nobody has told yet"),
  features: z.array(z.object({ id: z.enum(featureIds), is: z.enum(["on", "off", "asleep"]) })),
  failing: z.array(z.string()).describe("What does not work though it should"),
  outbox: count.describe("Decided and not done yet"),
  journal: count.describe("Rows that Postgres has still to take"),
  deadLetters: count,
});

const event = z.object({
  at: moment,
  channel: z.string().describe("The broadcaster's id"),
  level: z.enum(levels),
  event: z.string(),
  facts: z.record(z.string(), z.unknown()),
});

const service = z.object({
  service: z.enum(services),
  condition: z.enum(conditions),
  latencyMs: count.optional().describe("How long it took to answer. Missing: it was not asked"),
  checkedAt: moment,
});

const account = z.object({
  account: z.enum(["bot", "broadcaster"]),
  name: z.string(),
  is: z.enum(["connected", "never", "trouble"]),
  missingScopes: z.array(z.string()),
});

/** What Telegram says of a bot's webhook. */
export const telegramWebhook = z.object({
  isOurs: z.boolean().describe("It leads here"),
  pending: count.describe("What Telegram has still to bring"),
  lastErrorAt: moment.optional(),
  lastError: z.string().optional().describe("In Telegram's words"),
});

const telegramBot = z.object({
  bot: z.enum(["downloader", "forwarder"]),
  is: z.enum(["on", "off", "half-configured", "silent", "refused"]),
  webhook: telegramWebhook.optional(),
});

const platform = z.object({
  platform: z.enum(platforms),
  isOn: z.boolean(),
  isBroken: z.boolean().describe("It rests, and nothing is asked of it"),
  because: z.string().optional(),
  restsUntil: moment.optional(),
  failures: count.describe("Of the last downloads, of which there are at most 50"),
});

const forwarder = z.object({
  waiting: count,
  sending: count,
  dead: count.describe("They wait for a person"),
  oldestSeconds: z.number().describe("For how long the oldest that might go has waited"),
});

const downloads = z.object({
  waiting: count.describe("For a place among those that are under way"),
  underWay: count,
});

const error = z.object({
  of: z.enum(["channel", "forwarder", "downloader"]),
  kind: z.string(),
  hour: count,
  day: count,
});

const attention = z.object({
  code: z.enum(Object.keys(attentionCodes) as [AttentionCode, ...AttentionCode[]]),
  severity: z.enum(severities),
  args: z.record(z.string(), z.union([z.string(), z.number()])),
  link: z.enum(sections).describe("The section in which something can be done about it"),
});

/** Everything at one glance. */
export const overviewApi = {
  look: operation({
    tag: "Overview",
    method: "get",
    path: "/api/overview",
    needs: ["overview", "see"],
    summary:
      "How everything is, within three seconds: what does not answer is missing, and `unknown` names it",
    answer: z.object({
      at: moment,
      unknown: z.array(z.string()).describe("What could not be found out: a part, or `channel <login>`"),
      attention: z.array(attention).describe("What a person has to see to, the most urgent first"),
      services: z.array(service).describe("What Taproom leans on, Twitch and Telegram among it"),
      channels: z.array(channel).optional().describe("The newest first, a hundred at most"),
      unseenChannels: z
        .number()
        .int()
        .optional()
        .describe("How many more there are, which were not looked at"),
      events: z
        .array(event)
        .optional()
        .describe("What happened in the channels besides chat, the newest first"),
      accounts: z.array(account).optional(),
      telegram: z.array(telegramBot).optional(),
      platforms: z.array(platform).optional(),
      forwarder: forwarder.optional(),
      downloads: downloads.optional().describe("Missing: QStash does not tell"),
      errors: z.array(error).optional().describe("What was given up in the last hour, and in the last day"),
    }),
  }),
} as const;
