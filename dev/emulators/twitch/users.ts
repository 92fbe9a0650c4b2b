/** Helix: who somebody is. */
import { Hono } from "hono";
import type { HelixEnv } from "./access.ts";
import type { User } from "./entities.ts";
import { HelixError } from "./helix-error.ts";
import { manyOf } from "./helix-request.ts";
import type { Store } from "./store.ts";

export function userRoutes(store: Store) {
  const routes = new Hono<HelixEnv>();

  routes.get("/", (c) => {
    const ids = manyOf(c, "id", 100);
    const logins = manyOf(c, "login", 100);
    const { user: self } = c.var.caller;
    if (ids.length + logins.length === 0 && !self)
      throw new HelixError(400, "Must provide an ID, Login or OAuth Token.");
    const asked =
      ids.length + logins.length === 0
        ? [self]
        : [...ids.map((id) => store.findUser(id)), ...logins.map((login) => store.findUserByLogin(login))];
    const found = new Map(asked.flatMap((user) => (user ? [[user.id, user]] : [])));
    return c.json({ data: [...found.values()].map((user) => userOnTheWire(user, store)) });
  });

  return routes;
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
