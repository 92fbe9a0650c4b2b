/** Tries values out where they belong, as Taproom will use them. What is said of it names no value. */
import { neon } from "@neondatabase/serverless";
import type { Values } from "./known.ts";

/** What came of trying values out where they belong. */
export type Verdict =
  | { readonly ok: true; readonly found: string; readonly adds?: Values }
  | { readonly ok: false; readonly why: string };

const no = (why: string): Verdict => ({ ok: false, why });

/** https://dev.twitch.tv/docs/authentication/getting-tokens-oauth#client-credentials-grant-flow */
export async function asksTwitch(values: Values): Promise<Verdict> {
  const answer = await asked("https://id.twitch.tv/oauth2/token", {
    method: "POST",
    body: new URLSearchParams({
      client_id: values["TWITCH_CLIENT_ID"] ?? "",
      client_secret: values["TWITCH_CLIENT_SECRET"] ?? "",
      grant_type: "client_credentials",
    }),
  });
  if (answer === undefined) return no("Twitch cannot be reached.");
  if (answer.status === 200) return { ok: true, found: "Twitch knows the application." };
  return no(`Twitch does not take it: ${wordsIn(answer.body, "message")}.`);
}

/** https://core.telegram.org/bots/api#getme */
export async function asksTelegram(values: Values, name: string): Promise<Verdict> {
  const root = values["TELEGRAM_API_ROOT"] ?? "https://api.telegram.org";
  const answer = await asked(`${root}/bot${values[name]}/getMe`);
  if (answer === undefined) return no("Telegram cannot be reached.");
  const { result } = answer.body as { readonly result?: { readonly username: string } };
  if (result) return { ok: true, found: `Telegram knows the bot: @${result.username}.` };
  return no(
    `Telegram does not know a bot with this token (${wordsIn(answer.body, "description")}): copy it anew from @BotFather.`,
  );
}

/** Asks as the Worker does: over HTTP. */
export async function asksPostgres(values: Values): Promise<Verdict> {
  try {
    await neon(values["DATABASE_URL"] ?? "").query("select 1");
    return { ok: true, found: "Postgres answers." };
  } catch (error) {
    return no(`Postgres does not answer: ${error instanceof Error ? error.message : error}`);
  }
}

/** https://upstash.com/docs/redis/features/restapi */
export async function asksRedis(values: Values): Promise<Verdict> {
  const answer = await asked(bare(values["UPSTASH_REDIS_REST_URL"]), {
    method: "POST",
    headers: bearing(values["UPSTASH_REDIS_REST_TOKEN"]),
    body: JSON.stringify(["PING"]),
  });
  if (answer === undefined) return no("There is no Redis at this address.");
  if (answer.status === 200) return { ok: true, found: "Redis answers." };
  return no(`Redis does not answer: ${wordsIn(answer.body, "error")}.`);
}

/** https://upstash.com/docs/qstash/api-reference/signing-keys/get-signing-keys */
export async function asksQStash(values: Values): Promise<Verdict> {
  const answer = await asked(`${bare(values["QSTASH_URL"] ?? "https://qstash.upstash.io")}/v2/keys`, {
    headers: bearing(values["QSTASH_TOKEN"]),
  });
  if (answer === undefined) return no("QStash cannot be reached.");
  const { current, next } = answer.body as { readonly current?: string; readonly next?: string };
  if (!current || !next) return no(`QStash does not know the token: ${wordsIn(answer.body, "error")}.`);
  return {
    ok: true,
    found: "QStash knows the token, and has told its signing keys.",
    adds: { QSTASH_CURRENT_SIGNING_KEY: current, QSTASH_NEXT_SIGNING_KEY: next },
  };
}

interface Answer {
  readonly status: number;
  readonly body: object;
}

/** undefined: nobody answers in time. */
async function asked(url: string, init: RequestInit = {}): Promise<Answer | undefined> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(15_000) });
    return { status: response.status, body: objectIn(await response.text()) };
  } catch {
    // What fetch says of it could name the address, and a bot's has its token in it.
    return undefined;
  }
}

function objectIn(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}

const wordsIn = (body: object, name: string) =>
  String((body as Record<string, unknown>)[name] ?? "no reason given");

const bare = (url = "") => url.replace(/\/$/, "");
const bearing = (token = "") => ({ Authorization: `Bearer ${token}` });
