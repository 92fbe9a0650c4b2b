import { iso } from "#kernel/clock";
import { forwarderSetUpApi } from "#domain/admin/api/forwarder/set-up";
import { isDone } from "#domain/admin/api/operation";
import { deleteWebhook, setUp, webhookInfo } from "../../telegram/forwarder-bot/set-up.ts";
import { served } from "../serve.ts";
import { toolsOf } from "./tools.ts";

/** Where Telegram brings what the forwarder hears. */
export const setUpOperations = served(forwarderSetUpApi, toolsOf, {
  setUp: (_, { config }) => setUp(config),
  async webhook(_, { config }) {
    const { lastErrorAt, ...info } = await webhookInfo(config);
    return { ...info, ...(lastErrorAt !== undefined && { lastErrorAt: iso(lastErrorAt) }) };
  },
  async removeWebhook(_, { config }) {
    await deleteWebhook(config);
    return isDone;
  },
});
