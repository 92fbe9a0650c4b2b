import * as z from "zod";
import { Refused } from "./errors.ts";
import { levels } from "./log.ts";
import { Secret } from "./secret.ts";

const secret = z
  .string()
  .min(1)
  .transform((value) => new Secret(value));

/** It travels as `Authorization: Bearer …`, which takes no other characters: RFC 6750, 2.1. */
const bearerToken = z
  .string()
  .regex(/^[\w.~+/-]+=*$/, "wants letters, digits and -._~+/ only")
  .transform((value) => new Secret(value));

/** Twitch takes 10 to 100 ASCII characters: https://dev.twitch.tv/docs/eventsub/handling-webhook-events */
const eventsubSecret = z
  .string()
  .regex(/^[\x21-\x7e]{10,100}$/, "wants 10 to 100 ASCII characters without spaces")
  .transform((value) => new Secret(value));

/** `id:base64 of 32 bytes`, several by commas: the first encrypts, all of them decrypt. */
const encryptionKeys = z
  .string()
  .regex(
    /^[\w-]+:[A-Za-z0-9+/]{43}=(,[\w-]+:[A-Za-z0-9+/]{43}=)*$/,
    "wants id:key pairs by commas, each key 32 bytes in base64",
  )
  .transform((value) => new Secret(value));

/** Telegram takes 1 to 256 of these: https://core.telegram.org/bots/api#setwebhook */
const webhookSecret = z
  .string()
  .regex(/^[\w-]{1,256}$/, "wants up to 256 letters, digits, _ and -")
  .transform((value) => new Secret(value));

const botToken = z
  .string()
  .regex(/^\d+:[\w-]+$/, "wants a token as BotFather gives it")
  .transform((value) => new Secret(value));

const botTokens = z
  .string()
  .regex(/^\d+:[\w-]+(,\d+:[\w-]+)*$/, "wants tokens as BotFather gives them, by commas")
  .transform((value) => value.split(",").map((token) => new Secret(token)));

const telegramIds = z
  .string()
  .regex(/^\d+(,\d+)*$/, "wants Telegram user ids by commas")
  .transform((value) => value.split(","));

const chatIds = z
  .string()
  .regex(/^-?\d+(,-?\d+)*$/, "wants Telegram ids of people and groups by commas")
  .transform((value) => value.split(","));

const chatId = z.string().regex(/^-?\d+$/, "wants a chat id, such as -1001234567890");

const flag = z.enum(["true", "false"]).transform((value) => value === "true");

const backEndKind = z.enum(["cobalt", "ytdlp"]);

/** What may be changed anywhere, and has the same default everywhere. */
const common = {
  /** Where the dashboard is; without it where everything is. */
  DASHBOARD_URL: z.url().optional(),
  TELEGRAM_API_ROOT: z.url().default("https://api.telegram.org"),
  /** Free downloads of a person in a month (UTC), and whether there is an end to them. */
  DOWNLOAD_FREE_LIMIT: z.coerce.number().int().min(0).default(10),
  DOWNLOAD_LIMIT_ENFORCED: flag.default(false),
  /** People and groups that the bot serves besides its administrators; without it everybody. */
  DOWNLOAD_ALLOWED_IDS: chatIds.optional(),
  /** Further bots that send for the forwarder, by commas. */
  TELEGRAM_FORWARDER_POOL: botTokens.optional(),
  /** Posts on their way at the same moment, over all targets. */
  MAX_CONCURRENT_FORWARDS: z.coerce.number().int().min(1).max(50).default(10),
  /** Of a key to the API, before it is told to slow down. */
  API_CALLS_PER_MINUTE: z.coerce.number().int().min(1).default(600),
  /** For whoever reads `/metrics`; the admin token opens it too. */
  METRICS_TOKEN: bearerToken.optional(),
  /** Where unexpected errors are told, besides the log. In the dev world: `https://embedded@sentry.taproom.test/1`. */
  SENTRY_DSN: z.url().optional(),
  LOG_LEVEL: z.enum(levels).default("info"),
};

/** Against real services: nothing that matters has a default, so nothing can be forgotten. */
const cloud = z.object({
  MODE: z.literal("cloud"),
  PUBLIC_URL: z.url({ protocol: /^https$/ }),
  ADMIN_TOKEN: bearerToken,
  ENCRYPTION_KEYS: encryptionKeys,
  TWITCH_CLIENT_ID: z.string().min(1),
  TWITCH_CLIENT_SECRET: secret,
  TWITCH_EVENTSUB_SECRET: eventsubSecret,
  DATABASE_URL: secret,
  // Without them a bot is off: `needs` below.
  TELEGRAM_FORWARDER_TOKEN: botToken.optional(),
  TELEGRAM_DOWNLOADER_TOKEN: botToken.optional(),
  TELEGRAM_WEBHOOK_SECRET: webhookSecret.optional(),
  TELEGRAM_ADMIN_IDS: telegramIds.optional(),
  DOWNLOAD_CACHE_CHAT_ID: chatId.optional(),
  DOWNLOAD_BACKEND_KIND: backEndKind.optional(),
  DOWNLOAD_BACKEND_URL: z.url().optional(),
  DOWNLOAD_BACKEND_KEY: secret.optional(),
  UPSTASH_REDIS_REST_URL: z.url().optional(),
  UPSTASH_REDIS_REST_TOKEN: secret.optional(),
  QSTASH_URL: z.url().default("https://qstash.upstash.io"),
  QSTASH_TOKEN: secret.optional(),
  QSTASH_CURRENT_SIGNING_KEY: secret.optional(),
  QSTASH_NEXT_SIGNING_KEY: secret.optional(),
  ...common,
});

/** Against the world of dev/: runs with nothing set. Its secrets are public, so it must not face the internet. */
const embedded = z.object({
  MODE: z.literal("embedded"),
  PUBLIC_URL: z.url().default("http://localhost:8787"),
  ADMIN_TOKEN: bearerToken.prefault("embedded-admin-token"),
  ENCRYPTION_KEYS: encryptionKeys.prefault("embedded:ZW1iZWRkZWQtZW5jcnlwdGlvbi1rZXktMzItYnl0ZXM="),
  TWITCH_CLIENT_ID: z.string().default("embedded-client-id"),
  TWITCH_CLIENT_SECRET: secret.prefault("embedded-client-secret"),
  TWITCH_EVENTSUB_SECRET: eventsubSecret.prefault("embedded-eventsub-secret"),
  DATABASE_URL: secret.prefault("postgres://taproom:embedded@db.taproom.test/taproom"),
  TELEGRAM_FORWARDER_TOKEN: botToken.prefault("300:embedded-forwarder"),
  TELEGRAM_DOWNLOADER_TOKEN: botToken.prefault("200:embedded-downloader"),
  TELEGRAM_WEBHOOK_SECRET: webhookSecret.prefault("embedded-telegram-secret"),
  TELEGRAM_ADMIN_IDS: telegramIds.prefault("7001"),
  DOWNLOAD_CACHE_CHAT_ID: chatId.default("-1002000000001"),
  DOWNLOAD_BACKEND_KIND: backEndKind.default("cobalt"),
  DOWNLOAD_BACKEND_URL: z.url().default("https://cobalt.taproom.test"),
  DOWNLOAD_BACKEND_KEY: secret.prefault("embedded-backend-key"),
  UPSTASH_REDIS_REST_URL: z.url().default("https://redis.taproom.test"),
  UPSTASH_REDIS_REST_TOKEN: secret.prefault("embedded-redis-token"),
  QSTASH_URL: z.url().default("https://qstash.taproom.test"),
  QSTASH_TOKEN: secret.prefault("embedded-qstash-token"),
  QSTASH_CURRENT_SIGNING_KEY: secret.prefault("sig_embedded_current"),
  QSTASH_NEXT_SIGNING_KEY: secret.prefault("sig_embedded_next"),
  ...common,
});

const schema = z.discriminatedUnion("MODE", [cloud, embedded]);

export type Config = Readonly<z.infer<typeof schema>>;

/** What a bot that leans on Redis and QStash cannot do without. */
const queueNeeds = [
  "TELEGRAM_WEBHOOK_SECRET",
  "UPSTASH_REDIS_REST_URL",
  "UPSTASH_REDIS_REST_TOKEN",
  "QSTASH_TOKEN",
  "QSTASH_CURRENT_SIGNING_KEY",
  "QSTASH_NEXT_SIGNING_KEY",
] as const;

/** What each Telegram bot cannot do without; its token comes first. */
const needs = {
  downloader: ["TELEGRAM_DOWNLOADER_TOKEN", "DOWNLOAD_CACHE_CHAT_ID", ...queueNeeds],
  forwarder: ["TELEGRAM_FORWARDER_TOKEN", ...queueNeeds],
} as const;
export type BotName = keyof typeof needs;

type Having<Name extends keyof Config> = Config & { readonly [Each in Name]: NonNullable<Config[Each]> };

/** The configuration of whoever uses Redis and QStash. */
export type QueueConfig = Having<(typeof queueNeeds)[number]>;
/** The configuration of a Taproom whose downloader bot is on. */
export type DownloaderConfig = Having<(typeof needs)["downloader"][number]>;
/** The configuration of a Taproom whose forwarder is on. */
export type ForwarderConfig = Having<(typeof needs)["forwarder"][number]>;

/** Whether there are Redis and QStash. */
export const hasQueue = (config: Config): config is QueueConfig =>
  queueNeeds.every((name) => config[name] !== undefined);

/** Which variables a bot lacks; empty: it is on. Without its token it is off on purpose. */
export const missingFor = (bot: BotName, config: Config): readonly string[] =>
  needs[bot].filter((name) => config[name] === undefined);

/** A variable that may have to be set, by name; nobody is told its value. */
export interface Variable {
  readonly name: string;
  readonly isSet: boolean;
  /** Without it nothing runs. */
  readonly isNeeded: boolean;
  /** The bots that are off without it. */
  readonly bots: readonly BotName[];
}

/** Every variable that has no value by itself. */
export const variables = (config: Config): readonly Variable[] =>
  Object.entries(cloud.shape).flatMap(([name, shape]) => {
    const absent = shape.safeParse(undefined);
    if (name === "MODE" || (absent.success && absent.data !== undefined)) return [];
    return {
      name,
      isSet: config[name as keyof Config] !== undefined,
      isNeeded: !absent.success,
      bots: (Object.keys(needs) as BotName[]).filter((bot) => new Set<string>(needs[bot]).has(name)),
    };
  });

/** Throws Refused, naming what is missing, when the downloader bot is off. */
export const downloaderConfig = (config: Config) => configOf<DownloaderConfig>("downloader", config);
/** Throws Refused, naming what is missing, when the forwarder is off. */
export const forwarderConfig = (config: Config) => configOf<ForwarderConfig>("forwarder", config);

function configOf<Complete extends Config>(bot: BotName, config: Config): Complete {
  const missing = missingFor(bot, config);
  if (missing.length > 0) {
    const names = missing.join(", ");
    throw new Refused(`The ${bot} bot is off: ${names} not set.`, {
      reason: { code: "bot-off", args: { names } },
    });
  }
  // The cast: nothing of it is missing.
  return config as Complete;
}

/** Reads the environment once, at the edge; throws a sentence a person can act on, naming every variable that is wrong. */
export function readConfig(env: object): Config {
  const parsed = schema.safeParse({ MODE: "embedded", ...env });
  if (parsed.success) return parsed.data;
  throw new Error(`The configuration is not usable:\n${z.prettifyError(parsed.error)}`);
}

const thisMachine = ["localhost", "127.0.0.1", "[::1]"];

/** The embedded secrets are known to everyone who can read this file. Throws Refused. */
export function refuseInternet({ MODE }: Config, hostname: string): void {
  if (MODE === "embedded" && !thisMachine.includes(hostname))
    throw new Refused(`MODE is "embedded", and ${hostname} is not this machine.`);
}
