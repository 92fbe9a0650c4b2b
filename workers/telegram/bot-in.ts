import { Bot, type Context } from "grammy";
import type { Config } from "#kernel/config";
import type { Secret } from "#kernel/secret";
import { botInfo } from "#adapters/telegram/bot-info";
import type { HouseOf } from "./webhook.ts";

/** A bot whose every part finds the house in its context. It knows who it is, and asks Telegram only once. */
export async function botIn<Ctx extends Context & { house: HouseOf<Config> }>(
  house: Ctx["house"],
  token: Secret,
): Promise<Bot<Ctx>> {
  const { TELEGRAM_API_ROOT: apiRoot } = house.config;
  const bot = new Bot<Ctx>(token.reveal(), {
    botInfo: await botInfo({ token, apiRoot }),
    client: { apiRoot, timeoutSeconds: 20, sensitiveLogs: false },
  });
  bot.use((ctx, next) => {
    ctx.house = house;
    return next();
  });
  return bot;
}
