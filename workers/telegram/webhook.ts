import type { Update } from "grammy/types";
import { bodyLimit } from "hono/body-limit";
import { timingSafeEqual } from "hono/utils/buffer";
import type { Config } from "#kernel/config";
import { described, type Log } from "#kernel/log";
import type { Secret } from "#kernel/secret";
import { door } from "../door.ts";
import { causeOf, verdictOn } from "./verdict.ts";

/** What every part of a bot has at hand. */
export interface HouseOf<BotConfig> {
  readonly env: Env;
  readonly config: BotConfig;
  readonly log: Log;
}

export interface Webhook<BotConfig> {
  /** Throws Refused when the bot is off. */
  readonly configOf: (config: Config) => BotConfig;
  /** Comes back when everything an update asks for is on disk. */
  readonly handle: (house: HouseOf<BotConfig>, update: Update) => Promise<void>;
  /** Keeps an update that fails in our own code where somebody finds it. */
  readonly bury: (house: HouseOf<BotConfig>, update: Update, why: string) => Promise<void>;
}

/** Far more than Telegram ever sends. */
const smallEnough = bodyLimit({
  maxSize: 1024 * 1024,
  onError: (c) => c.text("The body is too large", 413),
});

/**
 * Telegram brings an update. It is answered 200 when everything it asks for is on disk, and also when it can never be
 * understood: Telegram keeps a chat's order, so an update that failed for ever would silence its chat for a day.
 */
export const webhookDoor = <BotConfig extends { readonly TELEGRAM_WEBHOOK_SECRET: Secret }>({
  configOf,
  handle,
  bury,
}: Webhook<BotConfig>) =>
  door().post("/", smallEnough, async (c) => {
    const { log } = c.var;
    const house = { env: c.env, config: configOf(c.var.config), log };
    const secret = c.req.header("x-telegram-bot-api-secret-token") ?? "";
    if (!(await timingSafeEqual(secret, house.config.TELEGRAM_WEBHOOK_SECRET.reveal())))
      return c.text("The secret token does not fit", 401);

    const update = await readUpdate(c.req.raw);
    if (!update) {
      log.warn("telegram.malformed");
      return c.body(null, 200);
    }
    try {
      await handle(house, update);
    } catch (error) {
      const cause = causeOf(error);
      log.warn("telegram.update-failed", { update: update.update_id, ...described(cause) });
      const verdict = verdictOn(cause);
      if (verdict === "later") return c.text("Not now", 503);
      if (verdict === "poison") await bury(house, update, String(cause));
    }
    return c.body(null, 200);
  });

async function readUpdate(request: Request): Promise<Update | undefined> {
  const body: unknown = await request.json().catch(() => undefined);
  const isUpdate =
    typeof body === "object" && body !== null && "update_id" in body && Number.isSafeInteger(body.update_id);
  // The cast: whoever knows the secret is Telegram.
  return isUpdate ? (body as Update) : undefined;
}
