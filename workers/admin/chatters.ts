import type { ChannelId } from "#kernel/ids";
import type { HelixAccess } from "#adapters/helix/call";
import { getUsers } from "#adapters/helix/users";
import { IdentityCredentials } from "#durable-objects/credentials";
import { chattersApi } from "#domain/admin/api/chatters";
import type { Chatter } from "#domain/twitch/chatter";
import { type Desk, deskAlone, served } from "./serve.ts";

/** People at Twitch. */
export const chatterOperations = served(chattersApi, deskAlone, {
  async find({ query: { logins, ids } }, desk) {
    const found = await Promise.all([some(desk, "login", logins), some(desk, "id", ids)]);
    return { items: [...new Map(found.flat().map((each) => [each.id, each])).values()] };
  },
});

const some = async (desk: Desk, by: "id" | "login", whom: readonly string[]): Promise<readonly Chatter[]> =>
  whom.length === 0 ? [] : getUsers(twitchOf(desk), by, whom);

/** Twitch, asked in the name of Taproom itself: no channel's consent is needed. */
const twitchOf = ({ env, config, now }: Desk): HelixAccess => ({
  clientId: config.TWITCH_CLIENT_ID,
  credentials: new IdentityCredentials(env.IDENTITY, "" as ChannelId, () => now),
});
