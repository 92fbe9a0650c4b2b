import type { Context } from "hono";
import type { IdentityStatus } from "#durable-objects/identity/identity";
import { type BotName, missingFor } from "#kernel/config";
import { isWell } from "#domain/admin/services";
import { type DoorEnv, door } from "./door.ts";
import { checkNeeded } from "./watch/services.ts";

/** A request may ask a thousand rooms: https://developers.cloudflare.com/workers/platform/limits/#subrequests */
const mostAsked = 900;

/**
 * For whoever watches from outside: 200 while everything does what it should, 500 while something does not.
 * What a person has simply not set up yet is no failure. Names nobody; `/api/channels/<id>/status` tells more.
 */
export const health = door().get("/", report).get("/ready", ready);

async function report(c: Context<DoorEnv>): Promise<Response> {
  const [bot, failing] = await Promise.all([botStatus(c), failingChannels(c)]);
  const ok = bot.trouble === undefined && failing.count === 0;
  const told = {
    status: ok ? "ok" : "failing",
    mode: c.get("config").MODE,
    bot: bot.connected ? "connected" : (bot.trouble ?? "not connected yet"),
    downloaderBot: telegramBot("downloader", c),
    forwarderBot: telegramBot("forwarder", c),
    channels: failing.of,
    failing: failing.why,
  };
  return c.json(told, ok ? 200 : 500);
}

/**
 * For whoever sends requests here: 200 while everything answers that Taproom needs to take work on and keep it, 503 while
 * something does not. Twitch and Telegram are not asked: without them there is little to do, and what there is waits on
 * disk. Nobody would be helped by requests that go elsewhere, or by a Taproom that is begun anew.
 */
async function ready(c: Context<DoorEnv>): Promise<Response> {
  const checkups = await checkNeeded({ config: c.var.config, env: c.env, log: c.var.log });
  const isReady = checkups.every(({ condition }) => isWell(condition));
  const checks = Object.fromEntries(checkups.map(({ service, condition }) => [service, condition]));
  return c.json({ status: isReady ? "ready" : "not ready", checks }, isReady ? 200 : 503);
}

/** A bot without its token is off on purpose; one with half of what it needs is off by mistake. */
function telegramBot(name: BotName, c: Context<DoorEnv>): string {
  const [first, ...others] = missingFor(name, c.get("config"));
  if (first === undefined) return "on";
  return first.endsWith("_TOKEN") && first.startsWith("TELEGRAM")
    ? "off"
    : `off: ${[first, ...others].join(", ")} not set`;
}

export const botStatus = (c: Context<DoorEnv>): Promise<IdentityStatus> =>
  c.env.IDENTITY.getByName("bot").status();

/** How many channels fail, and all the reasons there are. */
export async function failingChannels(c: Context<DoorEnv>) {
  const listed = await c.env.DIRECTORY.getByName("channels").list();
  const reasons = await Promise.all(
    listed.slice(0, mostAsked).map(async ({ id }) => (await c.env.CHANNEL.getByName(id).status()).failing),
  );
  const failing = reasons.filter((each) => each.length > 0);
  return { of: listed.length, count: failing.length, why: [...new Set(failing.flat())] };
}
