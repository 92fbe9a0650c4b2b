import { forwarderConfig } from "#kernel/config";
import { webhookDoor } from "../webhook.ts";
import { forwarderBot } from "./bot.ts";

/** What happens in the chats that are carried, and what administrators say to the panel. */
export const forwarderBotDoor = webhookDoor({
  configOf: forwarderConfig,
  handle: async (house, update) => (await forwarderBot(house)).handleUpdate(update),
  bury: ({ env }, update, why) => env.REQUESTER.getByName("nobody").bury(update.update_id, update, why),
});
