/** What `npm run dev` takes from the environment; everything has a default, so that nothing has to be set. */
export interface DevEnvironment {
  readonly port: number;
  readonly worldPort: number;
  readonly dataFolder: string;
  readonly postgresUrl: string | undefined;
  readonly redisUrl: string | undefined;
  readonly broadcaster: User;
  readonly bot: User;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly eventSubSecret: string;
  readonly adminToken: string;
  readonly telegram: TelegramEnvironment;
}

/** The tokens of the bots, and what else the Worker and the world have to agree on. */
interface TelegramEnvironment {
  readonly downloaderToken: string;
  readonly forwarderToken: string;
  readonly webhookSecret: string;
  readonly cacheChatId: string;
  /** Comma-separated user ids, as the Worker takes them. */
  readonly adminIds: string;
}

interface User {
  readonly id: string;
  readonly login: string;
  readonly name: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Throws a sentence that names the variable which cannot be used. */
export function readDevEnvironment(env: Environment): DevEnvironment {
  const user = (role: "BROADCASTER" | "BOT", id: string, login: string): User => {
    const chosen = env[`TWITCH_${role}_LOGIN`] ?? login;
    return { id: env[`TWITCH_${role}_ID`] ?? id, login: chosen, name: chosen };
  };
  return {
    port: portOf(env, "TAPROOM_PORT", 8787),
    worldPort: portOf(env, "TAPROOM_WORLD_PORT", 8788),
    dataFolder: env["TAPROOM_DATA"] || ".data",
    postgresUrl: env["LOCAL_POSTGRES_URL"] || undefined,
    redisUrl: env["LOCAL_REDIS_URL"] || undefined,
    broadcaster: user("BROADCASTER", "1001", "streamer"),
    bot: user("BOT", "1002", "taproom_bot"),
    clientId: env["TWITCH_CLIENT_ID"] || "embedded-client-id",
    clientSecret: env["TWITCH_CLIENT_SECRET"] || "embedded-client-secret",
    eventSubSecret: env["TWITCH_EVENTSUB_SECRET"] || "embedded-eventsub-secret",
    adminToken: env["ADMIN_TOKEN"] || "embedded-admin-token",
    telegram: {
      downloaderToken: env["TELEGRAM_DOWNLOADER_TOKEN"] || "200:embedded-downloader",
      forwarderToken: env["TELEGRAM_FORWARDER_TOKEN"] || "300:embedded-forwarder",
      webhookSecret: env["TELEGRAM_WEBHOOK_SECRET"] || "embedded-telegram-secret",
      cacheChatId: env["DOWNLOAD_CACHE_CHAT_ID"] || "-1002000000001",
      adminIds: env["TELEGRAM_ADMIN_IDS"] || "7001",
    },
  };
}

function portOf(env: Environment, name: string, otherwise: number): number {
  const value = env[name] || String(otherwise);
  const port = Number(value);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`${name} is "${value}"; it wants a port from 0 (any) to 65535`);
}
