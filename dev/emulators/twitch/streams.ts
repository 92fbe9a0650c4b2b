/** Helix: who is live. */
import { Hono } from "hono";
import type { HelixEnv } from "./access.ts";
import type { Channel } from "./channel.ts";
import type { Stream } from "./entities.ts";
import { HelixError } from "./helix-error.ts";
import { type HelixContext, manyOf, pageOf } from "./helix-request.ts";
import { isLogin } from "./logins.ts";
import type { Store } from "./store.ts";
import { helixTime } from "./wire-time.ts";

export function streamRoutes(store: Store) {
  const routes = new Hono<HelixEnv>();

  routes.get("/", (c) => {
    const live = store.channels.filter(asked(c)).flatMap((channel) => streamOnTheWire(channel));
    const { items, pagination } = pageOf(c, live, { usual: 20, most: 100 });
    return c.json({ data: items, pagination });
  });

  return routes;
}

// Several parameters widen the answer; nobody named means everybody.
function asked(c: HelixContext): (channel: Channel) => boolean {
  const ids = manyOf(c, "user_id", 100);
  const logins = manyOf(c, "user_login", 100).map((login) => login.toLowerCase());
  if (!logins.every(isLogin)) throw new HelixError(400, "Malformed query params.");
  if (ids.length + logins.length === 0) return () => true;
  return ({ broadcaster: { id, login } }) => ids.includes(id) || logins.includes(login);
}

function streamOnTheWire({ broadcaster, stream }: Channel) {
  return stream ? [{ ...fieldsOf(stream), ...whose(broadcaster) }] : [];
}

function whose({ id, login, name }: Channel["broadcaster"]) {
  return {
    user_id: id,
    user_login: login,
    user_name: name,
    thumbnail_url: `https://static-cdn.jtvnw.net/previews-ttv/live_user_${login}-{width}x{height}.jpg`,
  };
}

function fieldsOf({ id, startedAt }: Stream) {
  return {
    id,
    game_id: "509658",
    game_name: "Just Chatting",
    type: "live",
    title: "Вечер в пивной",
    tags: ["Русский"],
    viewer_count: 42,
    started_at: helixTime(startedAt),
    language: "ru",
    tag_ids: [],
    is_mature: false,
  };
}
