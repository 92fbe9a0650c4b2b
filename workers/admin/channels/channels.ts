import { iso } from "#kernel/clock";
import type { Entry } from "#durable-objects/channel/chronicle";
import type { ChannelStatus } from "#durable-objects/channel/status";
import type { SetUp } from "#durable-objects/channel/set-up";
import { channelsApi } from "#domain/admin/api/channels/channels";
import { served } from "../serve.ts";
import { given, toolsOf } from "./room.ts";

/** A channel, and how it is. The casts: RPC's types lose what an answer is made of. */
export const channelsOperations = served(channelsApi, toolsOf, {
  list: async (_, { env }) => ({ items: await env.DIRECTORY.getByName("channels").list() }),
  status: async ({ inPath: { id } }, { room }) => (await room(id).status()) as ChannelStatus,
  features: async ({ inPath: { id } }, { room }) =>
    (await room(id).featureStates()) as Record<string, unknown>,
  async log({ inPath: { id }, query }, { room }) {
    const entries = (await room(id).chronicle(query)) as Entry[];
    return { items: entries.map((entry) => ({ ...entry, at: iso(entry.at) })) };
  },
  setUp: async ({ inPath: { id } }, { room }) => given<SetUp>(await room(id).setUp()),
});
