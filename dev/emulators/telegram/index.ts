/** Telegram: the Bot API, updates to webhooks, and people who write and press buttons. */
import { Hono } from "hono";
import type { Happenings } from "../../world/happenings.ts";
import type { Emulator } from "../emulator.ts";
import { BotApi } from "./bot-api.ts";
import { createTelegramControl } from "./control.ts";
import { chatsControl } from "./control-chats.ts";
import { postsControl } from "./control-posts.ts";
import { Delivery } from "./delivery.ts";
import type { BotSettings, TelegramUser } from "./entities.ts";
import { Feed } from "./feed.ts";
import { loginPage } from "./login.ts";
import { type Limits, Throttle, usualLimits } from "./limits.ts";
import { People } from "./people.ts";
import { type KnownChat, Store } from "./store.ts";
import { type FetchOutside, Telegram } from "./telegram.ts";
import { Posts } from "./posts.ts";
import { plainRefusal } from "./telegram-error.ts";

export interface TelegramSettings {
  readonly bots: readonly BotSettings[];
  /** Chats in which every bot is an administrator from the start. */
  readonly chats?: readonly KnownChat[];
  /** Whoever has written to every bot already, such as the bots' own admins. */
  readonly acquaintances?: readonly TelegramUser[];
  /** Whom `botRights` speaks of where no bot is named; all of them where this is left out. */
  readonly usualBot?: string;
  readonly limits?: Partial<Limits>;
  /** Hosts that play a bot's own Bot API server: 2000 MB in, no cap on what is fetched. */
  readonly localHosts?: readonly string[];
  /** How many bytes of files are kept for players; 200 MB where it is left out. */
  readonly roomForFiles?: number;
  /** The waits between attempts to deliver, in milliseconds; the last one is repeated. */
  readonly retryWaits?: readonly number[];
  /** How long a webhook may take to answer, in milliseconds. */
  readonly patience?: number;
}

export interface TelegramOptions extends TelegramSettings {
  readonly webhookOrigin: () => string;
  readonly fetchOutside: FetchOutside;
  readonly happenings: Happenings;
  readonly now: () => number;
}

const loginHost = "oauth.telegram.org";

export function playTelegram(options: TelegramOptions): Emulator {
  const { now, happenings, fetchOutside, limits, localHosts = ["telegram.taproom.test"] } = options;
  const store = new Store({ chats: [], acquaintances: [], ...options });
  const throttle = new Throttle({ ...usualLimits, ...limits }, now);
  const telegram = new Telegram({ store, throttle, happenings, fetchOutside });
  const delivery = new Delivery({ ...options, store, execute: (bot, reply) => api.execute(bot, reply) });
  const feed = new Feed(telegram, delivery);
  const api: BotApi = new BotApi({ telegram, feed, localHosts });
  const control = new Hono();
  const people = new People(telegram, feed);
  const login = loginPage(store);
  control.route("/", login);
  control.route("/telegram/chats", chatsControl({ telegram, feed, usualBot: options.usualBot }));
  control.route("/telegram/chats", postsControl(telegram, new Posts(telegram, feed)));
  control.route("/telegram", createTelegramControl(telegram, people));

  return {
    service: "telegram",
    hosts: ["api.telegram.org", loginHost, ...localHosts],
    control,
    fetch: async (request) =>
      new URL(request.url).hostname === loginHost ? login.fetch(request) : api.fetch(request),
    refusal: plainRefusal,
    async reset() {
      delivery.cancel();
      telegram.forgetPeople();
    },
    async close() {
      delivery.cancel();
    },
  };
}
