import type { Update } from "grammy/types";
import { bodyLimit } from "hono/body-limit";
import { timingSafeEqual } from "hono/utils/buffer";
import { downloaderConfig } from "#kernel/config";
import { described } from "#kernel/log";
import { door } from "../../door.ts";
import { downloaderBot } from "./bot.ts";
import { causeOf, verdictOn } from "./verdict.ts";

/** Far more than Telegram ever sends. */
const smallEnough = bodyLimit({
  maxSize: 1024 * 1024,
  onError: (c) => c.text("The body is too large", 413),
});

/**
 * Telegram brings an update. It is answered 200 when everything it asks for is on disk, and also when it can never be
 * understood: Telegram keeps a chat's order, so an update that failed for ever would silence its chat for a day.
 */
export const downloaderBotDoor = door().post("/", smallEnough, async (c) => {
  const { log } = c.var;
  const config = downloaderConfig(c.var.config);
  const secret = c.req.header("x-telegram-bot-api-secret-token") ?? "";
  if (!(await timingSafeEqual(secret, config.TELEGRAM_WEBHOOK_SECRET.reveal())))
    return c.text("The secret token does not fit", 401);

  const update = await readUpdate(c.req.raw);
  if (!update) {
    log.warn("telegram.malformed");
    return c.body(null, 200);
  }
  try {
    const bot = await downloaderBot({ env: c.env, config, log });
    await bot.handleUpdate(update);
  } catch (error) {
    const cause = causeOf(error);
    log.warn("telegram.update-failed", { update: update.update_id, ...described(cause) });
    const verdict = verdictOn(cause);
    if (verdict === "later") return c.text("Not now", 503);
    if (verdict === "poison")
      await c.env.REQUESTER.getByName("nobody").bury(update.update_id, update, String(cause));
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
