import { iso } from "#kernel/clock";
import { downloaderConfig } from "#kernel/config";
import { BadInput, Missing } from "#kernel/errors";
import { findTelegramUsers } from "#adapters/database/telegram-users";
import { UploadCache } from "#adapters/upload-cache";
import { downloaderApi } from "#domain/admin/api/downloader";
import { isDone } from "#domain/admin/api/operation";
import type { Breaker } from "#domain/downloader/breaker";
import { platforms } from "#domain/downloader/platform";
import { postOf } from "#domain/downloader/post";
import { qualities } from "#domain/downloader/quality";
import { nameOf } from "#domain/downloader/wanted";
import { setUp } from "../telegram/downloader-bot/set-up.ts";
import { shownLetters } from "./dead-letters.ts";
import { deskAlone, served } from "./serve.ts";

/** What there is to look after at the downloader bot, besides what it has done: statistics.ts. */
export const downloaderOperations = served(downloaderApi, deskAlone, {
  setUp: (_, { config }) => setUp(downloaderConfig(config)),
  async health(_, { env }) {
    const asked = await Promise.all(platforms.map((name) => env.PLATFORM.getByName(name).status()));
    return {
      platforms: asked.map(({ breaker, ...status }) => ({ ...status, breaker: shownBreaker(breaker) })),
    };
  },
  settings: async ({ inPath: { platform } }, { env }) => ({
    ...(await env.PLATFORM.getByName(platform).settings()),
  }),
  async changeSettings({ inPath: { platform }, body }, { env, note }) {
    const room = env.PLATFORM.getByName(platform);
    note({ before: await room.settings() });
    const changed = await room.change(body);
    if (!changed.ok) throw new BadInput(changed.why);
    return { ...changed.settings };
  },
  async users({ query: { search, ...part } }, { config }) {
    const { items, ...told } = await findTelegramUsers(config.DATABASE_URL, search, part);
    return { items: items.map(shownUser), ...told };
  },
  async block({ inPath: { id }, body }, { env }) {
    const known = await env.REQUESTER.getByName(id).block(body.blocked);
    if (!known) throw new Missing(`Nobody knows the user ${id}`);
    return body;
  },
  async forget({ inPath: { platform, id } }, desk) {
    const post = postOf(platform, id);
    if (!post) throw new BadInput(`${id} is no id of ${platform}`);
    const cache = new UploadCache(downloaderConfig(desk.config), desk.log);
    for (const quality of qualities) {
      await desk.env.DOWNLOAD.getByName(nameOf({ post, quality })).forget();
      await cache.forget(post, quality);
    }
    return isDone;
  },
  deadLetters: async ({ query: { limit } }, { env }) =>
    shownLetters(await env.REQUESTER.getByName("nobody").deadLetters(limit)),
});

const shownBreaker = (breaker: Breaker) =>
  breaker.is === "open" ? { ...breaker, until: iso(breaker.until) } : breaker;

/** Postgres writes a moment in its own way. */
const shownUser = <User extends { readonly firstSeenAt: string; readonly seenAt: string }>(user: User) => ({
  ...user,
  firstSeenAt: new Date(user.firstSeenAt).toISOString(),
  seenAt: new Date(user.seenAt).toISOString(),
});
