/** What a Taproom's variables are, who knows them and where they are to be found. Their rules: shared/kernel/config.ts. */
import { readConfig } from "#kernel/config";
import type { Values } from "./known.ts";
import { asksPostgres, asksQStash, asksRedis, asksTelegram, asksTwitch, type Verdict } from "./vendors.ts";

export interface Field {
  readonly name: string;
  readonly asks: string;
  /** Anybody may see it being typed. */
  readonly open?: true;
  readonly optional?: true;
}

/** Variables that are found in one place, tried out together and put together. */
export interface Bundle {
  readonly title: string;
  readonly serves: "everything" | "forwarder" | "downloader" | "any bot";
  readonly where: string;
  readonly fields: readonly Field[];
  readonly check?: (values: Values) => Promise<Verdict>;
}

export const bundles: readonly Bundle[] = [
  {
    title: "Twitch application",
    serves: "everything",
    where: `https://dev.twitch.tv/console/apps → Register Your Application; its type is Confidential, its OAuth redirect URLs are <PUBLIC_URL>/twitch/oauth/callback and <DASHBOARD_URL>/api/session/twitch/callback`,
    fields: [
      { name: "TWITCH_CLIENT_ID", asks: "Client ID", open: true },
      { name: "TWITCH_CLIENT_SECRET", asks: "Client Secret (New Secret makes one)" },
    ],
    check: asksTwitch,
  },
  {
    title: "Postgres at Neon",
    serves: "everything",
    where: "https://console.neon.tech → your project → Connect → connection string.",
    fields: [{ name: "DATABASE_URL", asks: "Connection string (postgresql://…)" }],
    check: asksPostgres,
  },
  {
    title: "Forwarder's bot",
    serves: "forwarder",
    where:
      "@BotFather in Telegram: /newbot, then /setprivacy → Disable, if groups are to be sources, and /setdomain → <DASHBOARD_URL>, so that you may sign in with Telegram.",
    fields: [{ name: "TELEGRAM_FORWARDER_TOKEN", asks: "The bot's token" }],
    check: (values) => asksTelegram(values, "TELEGRAM_FORWARDER_TOKEN"),
  },
  {
    title: "Downloader's bot",
    serves: "downloader",
    where:
      "@BotFather in Telegram: /newbot, /setinline, /setinlinefeedback → 100 %. Then a private channel with the bot as its administrator: it keeps the videos there.",
    fields: [
      { name: "TELEGRAM_DOWNLOADER_TOKEN", asks: "The bot's token" },
      {
        name: "DOWNLOAD_CACHE_CHAT_ID",
        asks: "The private channel's id, such as -1001234567890",
        open: true,
      },
    ],
    check: (values) => asksTelegram(values, "TELEGRAM_DOWNLOADER_TOKEN"),
  },
  {
    title: "Administrators in Telegram",
    serves: "any bot",
    where:
      "Your own numeric user id, as @userinfobot tells it; several by commas. They see the panel, and hear of trouble.",
    fields: [{ name: "TELEGRAM_ADMIN_IDS", asks: "User ids", open: true }],
  },
  {
    title: "Redis at Upstash",
    serves: "any bot",
    where: "https://console.upstash.com → Redis → your database → REST API.",
    fields: [
      { name: "UPSTASH_REDIS_REST_URL", asks: "URL (https://…)", open: true },
      { name: "UPSTASH_REDIS_REST_TOKEN", asks: "Token" },
    ],
    check: asksRedis,
  },
  {
    title: "QStash at Upstash",
    serves: "any bot",
    where: "https://console.upstash.com/qstash. Its signing keys are fetched with the token.",
    fields: [
      { name: "QSTASH_URL", asks: "URL, unless it is https://qstash.upstash.io", open: true, optional: true },
      { name: "QSTASH_TOKEN", asks: "Token" },
    ],
    check: asksQStash,
  },
  {
    title: "cobalt or yt-dlp of your own",
    serves: "downloader",
    where: "YouTube goes through it; without it YouTube is left out. https://github.com/imputnet/cobalt",
    fields: [
      { name: "DOWNLOAD_BACKEND_KIND", asks: "cobalt or ytdlp", open: true, optional: true },
      { name: "DOWNLOAD_BACKEND_URL", asks: "Its address", open: true, optional: true },
      { name: "DOWNLOAD_BACKEND_KEY", asks: "Its key", optional: true },
    ],
  },
];

/** What a Taproom may have and nobody is asked for: a file or the environment brings it. */
const unasked = [
  "PUBLIC_URL",
  "DASHBOARD_URL",
  "ADMIN_TOKEN",
  "ENCRYPTION_KEYS",
  "TWITCH_EVENTSUB_SECRET",
  "TELEGRAM_WEBHOOK_SECRET",
  "METRICS_TOKEN",
  "QSTASH_CURRENT_SIGNING_KEY",
  "QSTASH_NEXT_SIGNING_KEY",
  "TELEGRAM_FORWARDER_POOL",
  "TELEGRAM_API_ROOT",
  "MAX_CONCURRENT_FORWARDS",
  "DOWNLOAD_LIMIT_ENFORCED",
  "DOWNLOAD_FREE_LIMIT",
  "DOWNLOAD_ALLOWED_IDS",
  "API_CALLS_PER_MINUTE",
  "SENTRY_DSN",
  "LOG_LEVEL",
];

export const names: ReadonlySet<string> = new Set([
  ...bundles.flatMap(({ fields }) => fields.map(({ name }) => name)),
  ...unasked,
]);

/** Why the Worker would not start with this value; undefined: it would. */
export function wrongWith(name: string, value: string): string | undefined {
  if (name === "PUBLIC_URL" && !value.startsWith("https://")) return "wants an address with https://";
  try {
    // Embedded, everything else has a default: what is found wrong is this one.
    readConfig({ MODE: "embedded", [name]: value });
    return undefined;
  } catch (error) {
    return /✖ (.*)/.exec(String(error))?.[1] ?? "is not usable";
  }
}
