import type { Channel } from "./channel.ts";
import type { Role, User } from "./entities.ts";

const badgeOfRole: Readonly<Record<Role, readonly string[]>> = {
  moderator: ["moderator", "1", ""],
  vip: ["vip", "1", ""],
  subscriber: ["subscriber", "12", "16"],
  // Twitch marks a chatbot only where its app sent the line; other bots look like anybody.
  bot: [],
};

/** What somebody wears in a channel's chat. */
export function badgesOf({ id: userId }: User, channel: Channel) {
  const badges = channel
    .rolesOf(userId)
    .map((role) => badgeOfRole[role])
    .filter((badge) => badge.length > 0);
  const all = userId === channel.broadcaster.id ? [["broadcaster", "1", ""], ...badges] : badges;
  return all.map(([set_id, id, info]) => ({ set_id, id, info }));
}
