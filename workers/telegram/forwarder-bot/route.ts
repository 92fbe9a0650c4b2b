import { forwarderConfig } from "#kernel/config";
import { webhookDoor } from "../webhook.ts";
import { forwarderBot } from "./bot.ts";
import { toldSource } from "./sources.ts";

/** What happens in the chats that are carried, and what administrators say to the panel. */
export const forwarderBotDoor = webhookDoor({
  configOf: forwarderConfig,
  handle: async (house, update) => {
    if (!(await toldSource(house, update))) await (await forwarderBot(house)).handleUpdate(update);
  },
  bury: ({ env }, update, why) =>
    env.SOURCE_CHAT.getByName("nobody").bury(`update:${update.update_id}`, update, why),
});
