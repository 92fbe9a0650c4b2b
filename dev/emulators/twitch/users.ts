/** Helix: who somebody is. */
import { Hono } from "hono";
import type { HelixEnv } from "./access.ts";
import type { User } from "./entities.ts";
import { HelixError } from "./helix-error.ts";
import { manyOf } from "./helix-request.ts";
import { isLogin, isUserId } from "./logins.ts";
import type { Store } from "./store.ts";

const mostAsked = 100;

export function userRoutes(store: Store) {
  const routes = new Hono<HelixEnv>();

  routes.get("/", (c) => {
    const ids = manyOf(c, "id", mostAsked);
    const logins = manyOf(c, "login", mostAsked);
    checkNames(ids, logins);
    const { user: self } = c.var.caller;
    const named = [
      ...ids.map((id) => store.findUser(id)),
      ...logins.map((login) => store.findUserByLogin(login)),
    ];
    if (named.length === 0 && !self) throw new HelixError(400, "Must provide an ID, Login or OAuth Token.");
    const asked = named.length === 0 ? [self] : named;
    const found = new Map(asked.flatMap((user) => (user ? [[user.id, user]] : [])));
    return c.json({ data: [...found.values()].map((user) => userOnTheWire(user, store)) });
  });

  return routes;
}

// Ids and logins count together, and a single one that cannot be anybody's spoils the whole call.
function checkNames(ids: readonly string[], logins: readonly string[]): void {
  if (ids.length + logins.length > mostAsked) {
    throw new HelixError(400, `The number of id and login parameters must not exceed ${mostAsked}`);
  }
  if (!ids.every(isUserId) || !logins.every(isLogin)) {
    throw new HelixError(400, "Invalid username(s), email(s), or ID(s). Bad Identifiers.");
  }
}

function userOnTheWire({ id, login, name }: User, store: Store) {
  return {
    id,
    login,
    display_name: name,
    type: "",
    broadcaster_type: store.hasChannel(id) ? "affiliate" : "",
    description: "",
    profile_image_url:
      "https://static-cdn.jtvnw.net/user-default-pictures-uv/default-profile_image-300x300.png",
    offline_image_url: "",
    view_count: 0,
    created_at: "2016-12-14T20:32:28Z",
  };
}
