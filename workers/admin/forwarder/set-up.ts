import * as z from "zod";
import { deleteWebhook, setUp, webhookInfo } from "../../telegram/forwarder-bot/set-up.ts";
import { operation } from "./operation.ts";
import { count, moment, shownMoment } from "./shapes.ts";

const tag = "Webhook";

export const setUpOperations = [
  operation({
    tag,
    method: "post",
    path: "/api/forwarder/setup",
    summary: "Tells Telegram where the bot is to be found and what it understands; can be repeated",
    answer: z.object({
      bot: z.string(),
      webhook: z.string(),
      problems: z.array(z.string()).describe("What is in the way; empty: all is well"),
    }),
    ask: (_, { config }) => setUp(config),
  }),
  operation({
    tag,
    method: "get",
    path: "/api/forwarder/webhook",
    summary: "What Telegram knows of the webhook",
    answer: z.object({
      url: z.string().describe("Empty: there is none"),
      isOurs: z.boolean().describe("It leads here"),
      pendingUpdates: count,
      lastErrorAt: moment.optional(),
      lastError: z.string().optional(),
      allowedUpdates: z.array(z.string()),
    }),
    async ask(_, { config }) {
      const { lastErrorAt, ...info } = await webhookInfo(config);
      return { ...info, ...(lastErrorAt !== undefined && { lastErrorAt: shownMoment(lastErrorAt) }) };
    },
  }),
  operation({
    tag,
    method: "delete",
    path: "/api/forwarder/webhook",
    summary: "Takes the webhook away: nothing is brought any more, and waits at Telegram for a day",
    answer: z.object({ done: z.literal(true) }),
    async ask(_, { config }) {
      await deleteWebhook(config);
      return { done: true };
    },
  }),
];
