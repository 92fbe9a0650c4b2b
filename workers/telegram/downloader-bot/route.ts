import { downloaderConfig } from "#kernel/config";
import { webhookDoor } from "../webhook.ts";
import { downloaderBot } from "./bot.ts";

/** What people write to the downloader bot, and what they press. */
export const downloaderBotDoor = webhookDoor({
  configOf: downloaderConfig,
  handle: async (house, update) => (await downloaderBot(house)).handleUpdate(update),
  bury: ({ env }, update, why) => env.REQUESTER.getByName("nobody").bury(update.update_id, update, why),
});
