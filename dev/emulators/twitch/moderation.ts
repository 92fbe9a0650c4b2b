/** Helix, moderation: bans, timeouts, and who may give them. */
import { Hono } from "hono";
import * as z from "zod";
import type { HelixEnv } from "./access.ts";
import type { Channel } from "./channel.ts";
import type { Ban } from "./entities.ts";
import { HelixError } from "./helix-error.ts";
import { bodyOf, type HelixContext, manyOf, pageOf, requiredQuery } from "./helix-request.ts";
import type { RateWindow } from "./rate-window.ts";
import type { Scene } from "./scene.ts";
import { helixTime } from "./wire-time.ts";

const banSchema = z.object({
  data: z.object({
    user_id: z.string().min(1),
    duration: z.int().min(1).max(1_209_600).nullish(),
    reason: z.string().max(500).nullish(),
  }),
});

export function moderationRoutes(scene: Scene, limit: RateWindow) {
  const { store } = scene;
  const routes = new Hono<HelixEnv>();

  routes.post("/bans", async (c) => {
    const { channel, moderatorId } = checkModerator(c);
    const { user_id, duration, reason } = (await bodyOf(c, banSchema)).data;
    const createdAt = store.now();
    checkTarget(channel, user_id, createdAt);

    const ban: Ban = {
      user: store.user(user_id),
      moderator: store.user(moderatorId),
      reason: reason ?? "",
      createdAt,
      endsAt: duration ? createdAt + duration * 1_000 : null,
    };
    scene.ban(channel, ban);
    return c.json({ data: [{ broadcaster_id: channel.broadcaster.id, ...answerOf(ban) }] });
  });

  routes.delete("/bans", (c) => {
    const { channel, moderatorId } = checkModerator(c);
    const userId = requiredQuery(c, "user_id");
    if (!channel.banOf(userId, store.now())) {
      throw new HelixError(400, "The user in the user_id query parameter is not banned.");
    }
    scene.unban(channel, store.user(userId), store.user(moderatorId));
    return c.body(null, 204);
  });

  routes.get("/banned", (c) => {
    const channel = store.channel(requiredQuery(c, "broadcaster_id"));
    c.var.caller.needBroadcaster(channel.broadcaster.id, "moderation:read", "moderator:manage:banned_users");
    const asked = manyOf(c, "user_id", 100);
    const bans = channel
      .bans(store.now())
      .filter(({ user }) => asked.length === 0 || asked.includes(user.id));
    const { items, pagination } = pageOf(c, bans, { usual: 20, most: 100 });
    return c.json({ data: items.map(listedBan), pagination });
  });

  routes.get("/moderators", (c) => {
    const channel = store.channel(requiredQuery(c, "broadcaster_id"));
    c.var.caller.needBroadcaster(channel.broadcaster.id, "moderation:read", "channel:manage:moderators");
    const asked = manyOf(c, "user_id", 100);
    const moderators = channel.moderators.filter(({ id }) => asked.length === 0 || asked.includes(id));
    const { items, pagination } = pageOf(c, moderators, { usual: 20, most: 100 });
    const data = items.map(({ id, login, name }) => ({ user_id: id, user_login: login, user_name: name }));
    return c.json({ data, pagination });
  });

  function checkModerator(c: HelixContext): { channel: Channel; moderatorId: string } {
    const channel = store.channel(requiredQuery(c, "broadcaster_id"));
    const moderatorId = requiredQuery(c, "moderator_id");
    c.var.caller.needModerator(channel, moderatorId, "moderator:manage:banned_users");
    if (!limit.allows(channel.broadcaster.id, store.now())) {
      throw new HelixError(
        429,
        "The app has exceeded the number of requests it may make per minute for this broadcaster.",
      );
    }
    return { channel, moderatorId };
  }

  return routes;
}

// A timed-out user may be timed out anew; a banned one has to be unbanned first.
function checkTarget(channel: Channel, userId: string, now: number): void {
  if (channel.mayModerate(userId)) {
    throw new HelixError(400, "The user specified in the user_id field may not be banned/timed out.");
  }
  if (channel.banOf(userId, now)?.endsAt === null) {
    throw new HelixError(400, "The user specified in the user_id field is already banned.");
  }
}

function answerOf({ user, moderator, createdAt, endsAt }: Ban) {
  return {
    moderator_id: moderator.id,
    user_id: user.id,
    created_at: helixTime(createdAt),
    end_time: endsAt === null ? null : helixTime(endsAt),
  };
}

function listedBan({ user, moderator, reason, createdAt, endsAt }: Ban) {
  return {
    user_id: user.id,
    user_login: user.login,
    user_name: user.name,
    expires_at: endsAt === null ? "" : helixTime(endsAt),
    created_at: helixTime(createdAt),
    reason,
    moderator_id: moderator.id,
    moderator_login: moderator.login,
    moderator_name: moderator.name,
  };
}
