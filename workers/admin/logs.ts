import { logsApi } from "#domain/admin/api/logs";
import { deskAlone, served } from "./serve.ts";

/** What the house has logged. */
export const logsOperations = served(logsApi, deskAlone, {
  list: async ({ query: { limit, ...filter } }, { env }) => ({
    items: await env.LIVE_LOG.getByName("log").latest(filter, limit),
  }),
});
