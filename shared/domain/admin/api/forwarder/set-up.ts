import * as z from "zod";
import { botSetUp } from "../bot-set-up.ts";
import { count, done, moment, operation } from "../operation.ts";
import { refusals } from "./shapes.ts";

const tag = "Webhook";

/** Where Telegram brings what the forwarder hears. */
export const forwarderSetUpApi = {
  setUp: operation({
    tag,
    method: "post",
    path: "/api/forwarder/setup",
    needs: ["forwarder", "change"],
    summary: "Tells Telegram where the bot is to be found and what it understands; can be repeated",
    answer: botSetUp,
    refusals,
  }),
  webhook: operation({
    tag,
    method: "get",
    path: "/api/forwarder/webhook",
    needs: ["forwarder", "see"],
    summary: "What Telegram knows of the webhook",
    answer: z.object({
      url: z.string().describe("Empty: there is none"),
      isOurs: z.boolean().describe("It leads here"),
      pendingUpdates: count,
      lastErrorAt: moment.optional(),
      lastError: z.string().optional(),
      allowedUpdates: z.array(z.string()),
    }),
    refusals,
  }),
  removeWebhook: operation({
    tag,
    method: "delete",
    path: "/api/forwarder/webhook",
    needs: ["forwarder", "change"],
    summary: "Takes the webhook away: nothing is brought any more, and waits at Telegram for a day",
    answer: done,
    refusals,
  }),
} as const;
