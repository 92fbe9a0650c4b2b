import type { Context } from "hono";
import * as z from "zod";
import { downloaderConfig } from "#kernel/config";
import { BadInput, Missing } from "#kernel/errors";
import { findTelegramUsers } from "#adapters/database/telegram-users";
import { UploadCache } from "#adapters/upload-cache";
import { type Platform, platforms } from "#domain/downloader/platform";
import { postOf } from "#domain/downloader/post";
import { qualities } from "#domain/downloader/quality";
import { nameOf } from "#domain/downloader/wanted";
import { type DoorEnv, door } from "../door.ts";
import { setUp } from "../telegram/downloader-bot/set-up.ts";
import { ownerOnly } from "./owner-only.ts";
import { jsonBody, limitOf, read } from "./read-request.ts";

const blocked = z.strictObject({ blocked: z.boolean() });

/** What the owner sees to at the downloader bot, besides what it has done: statistics/. */
export const downloader = door()
  .use(ownerOnly)
  .post("/setup", async (c) => c.json(await setUp(downloaderConfig(c.var.config))))
  .get("/health", async (c) => {
    const asked = platforms.map((name) => c.env.PLATFORM.getByName(name).status());
    return c.json({ platforms: await Promise.all(asked) });
  })
  .get("/platforms/:platform/settings", async (c) => c.json(await platform(c).settings()))
  .put("/platforms/:platform/settings", async (c) => {
    const changed = await platform(c).change(await jsonBody(c));
    if (!changed.ok) throw new BadInput(changed.why);
    return c.json(changed.settings);
  })
  .get("/users", async (c) => {
    const search = c.req.query("search") ?? "";
    return c.json(await findTelegramUsers(c.var.config.DATABASE_URL, search, limitOf(c, 100)));
  })
  .put("/users/:id/blocked", async (c) => {
    const wish = read(blocked, await jsonBody(c));
    const known = await c.env.REQUESTER.getByName(c.req.param("id")).block(wish.blocked);
    if (!known) throw new Missing(`Nobody knows the user ${c.req.param("id")}`);
    return c.json(wish);
  })
  // Somebody wants a video of theirs to be forgotten: who asks for it next has it downloaded anew, or is refused.
  .delete("/uploads/:platform/:id", async (c) => {
    const post = postOf(platformOf(c), c.req.param("id"));
    if (!post) throw new BadInput(`${c.req.param("id")} is no id of ${c.req.param("platform")}`);
    const cache = new UploadCache(downloaderConfig(c.var.config), c.var.log);
    for (const quality of qualities) {
      await c.env.DOWNLOAD.getByName(nameOf({ post, quality })).forget();
      await cache.forget(post, quality);
    }
    return c.body(null, 204);
  })
  .get("/dead-letters", async (c) =>
    c.json(await c.env.REQUESTER.getByName("nobody").deadLetters(limitOf(c, 100))),
  );

const platform = (c: Context<DoorEnv>) => c.env.PLATFORM.getByName(platformOf(c));

function platformOf(c: Context<DoorEnv>): Platform {
  return read(z.enum(platforms), c.req.param("platform"));
}
