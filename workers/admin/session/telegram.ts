import type { Context } from "hono";
import { timingSafeEqual } from "hono/utils/buffer";
import { instant } from "#kernel/clock";
import { Refused, Unknown } from "#kernel/errors";
import type { Secret } from "#kernel/secret";
import type { Admitted } from "#durable-objects/admin/admin";
import type { Person } from "#domain/admin/rights";
import { isFresh, signedText, type TelegramLogin, telegramName } from "#domain/admin/telegram-login";
import { type DoorEnv, door } from "../../door.ts";
import { cameIn } from "./came-in.ts";
import { dashboardOrigin } from "./same-origin.ts";
import { beginWay, endedWay } from "./state.ts";

/** Leads to the page that Telegram's login widget opens: no foreign script comes into ours. BotFather has to know the domain. */
export const telegramSignIn = door().get("/", async (c) => {
  const origin = dashboardOrigin(c);
  const asked = new URLSearchParams({
    bot_id: botToken(c).reveal().split(":")[0] ?? "",
    origin,
    // Telegram adds what it says as `#tgAuthResult=`, which no server sees: the page sends it on.
    return_to: `${origin}/?telegram=${await beginWay(c, "telegram")}`,
  });
  return c.redirect(`https://oauth.telegram.org/auth?${asked}`);
});

/** What Telegram has said of somebody, and the way that this browser has begun. Throws Unknown, Refused. */
export async function comeInByTelegram(
  c: Context<DoorEnv>,
  { state, login }: { readonly state: string; readonly login: TelegramLogin },
): Promise<Admitted> {
  const isOurs = await endedWay(c, state, "telegram");
  if (!isOurs || !(await isTelegrams(login, botToken(c))) || !isFresh(login, instant(Date.now())))
    throw new Unknown(
      "This sign-in was begun elsewhere or too long ago, or Telegram knows nothing of it; begin it again",
    );
  const person = await admittedPerson(c, login);
  if (!person) throw new Refused("Telegram says who you are, and nobody has let you in; an owner can");
  return cameIn(c, person, "telegram");
}

function botToken(c: Context<DoorEnv>): Secret {
  const { TELEGRAM_FORWARDER_TOKEN, TELEGRAM_DOWNLOADER_TOKEN } = c.var.config;
  const token = TELEGRAM_FORWARDER_TOKEN ?? TELEGRAM_DOWNLOADER_TOKEN;
  if (!token) throw new Refused("No Telegram bot is set up here");
  return token;
}

/** HMAC-SHA-256 under the SHA-256 of the bot's token: https://core.telegram.org/widgets/login#checking-authorization */
async function isTelegrams(login: TelegramLogin, token: Secret): Promise<boolean> {
  const secret = await crypto.subtle.digest("SHA-256", utf8(token.reveal()));
  const key = await crypto.subtle.importKey("raw", secret, { name: "HMAC", hash: "SHA-256" }, false, [
    "sign",
  ]);
  const signature = await crypto.subtle.sign("HMAC", key, utf8(signedText(login)));
  return timingSafeEqual(hexOf(signature), login["hash"] ?? "");
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const hexOf = (bytes: ArrayBuffer) =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** Whoever was let in, and the administrators of the configuration, who are owners until somebody says otherwise. */
async function admittedPerson(c: Context<DoorEnv>, login: TelegramLogin): Promise<Person | undefined> {
  const admin = c.env.ADMIN.getByName("admin");
  const name = telegramName(login);
  const id = `telegram:${login["id"]}`;
  // The cast: RPC's types lose what an answer is made of.
  const known = (await admin.person(id)) as Person | undefined;
  if (known) return { ...known, name };
  if (!c.var.config.TELEGRAM_ADMIN_IDS?.includes(login["id"] ?? "")) return undefined;
  const owner: Person = { id, name, role: "owner", rights: {} };
  await admin.put(owner);
  return owner;
}
