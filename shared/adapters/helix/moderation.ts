import * as z from "zod";
import { instant, type Instant, type Millis } from "#kernel/clock";
import type { ChannelId, ChatterId } from "#kernel/ids";
import { callHelix, everyPage, type HelixAccess } from "./call.ts";
import { wireUser } from "./wire-user.ts";

export interface Timeout {
  readonly chatter: ChatterId;
  /** Twitch counts whole seconds, 1 to 1,209,600. */
  readonly lasts: Millis;
  /** At most 500 characters; moderators see it. */
  readonly reason: string;
}

/**
 * Times someone out, in the name of the bot, who must be a moderator. A timeout that is already running is replaced,
 * also by a shorter one: look at `getBans` before. https://dev.twitch.tv/docs/api/reference/#ban-user
 */
export async function banUser(
  access: HelixAccess,
  channel: ChannelId,
  { chatter, lasts, reason }: Timeout,
): Promise<void> {
  const bot = await access.credentials.token("bot");
  const query = { broadcaster_id: channel, moderator_id: bot.userId };
  const jsonBody = { data: { user_id: chatter, duration: Math.max(1, Math.ceil(lasts / 1_000)), reason } };
  await callHelix(
    access,
    { as: "bot", url: "moderation/bans", method: "POST", query, jsonBody },
    z.unknown(),
  );
}

const ban = wireUser.extend({
  expires_at: z.string(),
  moderator_id: z.string().nullish(),
  reason: z.string().nullish(),
});

/** A ban or timeout in force. */
export interface Ban {
  readonly chatter: ChatterId;
  /** undefined: a ban, for good. */
  readonly until: Instant | undefined;
  /** Who did it. */
  readonly by: string | undefined;
  readonly reason: string | undefined;
}

/** Which of these people (at most 100) sit out already. https://dev.twitch.tv/docs/api/reference/#get-banned-users */
export async function getBans(
  access: HelixAccess,
  channel: ChannelId,
  chatters: readonly ChatterId[],
): Promise<Ban[]> {
  const query = { broadcaster_id: channel, user_id: [...chatters] };
  const bans = await everyPage(access, { as: "broadcaster", url: "moderation/banned", query }, 100, ban);
  return bans.map(({ user_id, expires_at, moderator_id, reason }) => ({
    chatter: user_id as ChatterId,
    until: expires_at ? instant(Date.parse(expires_at)) : undefined,
    by: moderator_id ?? undefined,
    reason: reason ?? undefined,
  }));
}

/** Every moderator of the channel. https://dev.twitch.tv/docs/api/reference/#get-moderators */
export async function getModerators(access: HelixAccess, channel: ChannelId): Promise<ChatterId[]> {
  const query = { broadcaster_id: channel };
  const moderators = await everyPage(
    access,
    { as: "broadcaster", url: "moderation/moderators", query },
    100,
    wireUser,
  );
  return moderators.map(({ user_id }) => user_id as ChatterId);
}
