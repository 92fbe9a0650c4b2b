import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleWorker, type WorkerModule } from "./bundle.ts";
import { startNeon } from "./emulators/neon/index.ts";
import { type OriginOptions, playOrigin } from "./emulators/origin/index.ts";
import { playQStash } from "./emulators/qstash/index.ts";
import { startRedis } from "./emulators/redis/index.ts";
import { playSentry } from "./emulators/sentry/index.ts";
import type { DevEnvironment } from "./environment.ts";
import { freePort } from "./free-port.ts";
import { servePlayground } from "./playground/serve.ts";
import { type Runtime, startRuntime } from "./runtime.ts";
import { signIn } from "./sign-in.ts";
import { Happenings } from "./world/happenings.ts";
import { startWorld, type World, type WorldOptions } from "./world/world.ts";

export interface TaproomOptions {
  readonly environment: DevEnvironment;
  /** Variables of the Worker besides those the dev environment names. */
  readonly bindings?: Readonly<Record<string, string>>;
  /** A bundle made before; otherwise one is made now. */
  readonly modules?: readonly WorkerModule[];
  /** Whether the world shows its page. */
  readonly playground?: boolean;
  /** Where a build of the dashboard's page lies, or will lie; without it there is no page. */
  readonly pageFolder?: string;
  readonly twitch?: Partial<WorldOptions["twitch"]>;
  readonly telegram?: Partial<NonNullable<WorldOptions["telegram"]>>;
  readonly origin?: Partial<OriginOptions>;
  readonly directPort?: number;
  readonly onRestart?: () => void;
  readonly onLog?: (line: string) => void;
}

/** Taproom and the world around it, running. */
export interface Taproom {
  readonly url: string;
  readonly world: World;
  readonly runtime: Runtime;
  close(): Promise<void>;
}

const migrationsFolder = fileURLToPath(new URL("../migrations", import.meta.url));

/** Starts the world, then the product in it, and connects both accounts. */
export async function startTaproom(options: TaproomOptions): Promise<Taproom> {
  const { environment, playground, pageFolder, directPort, onRestart, onLog } = options;
  const { broadcaster, bot, clientId, clientSecret, eventSubSecret, adminToken, postgresUrl } = environment;
  const dataFolder = resolve(environment.dataFolder);
  await mkdir(dataFolder, { recursive: true });

  // Bundled before a port is chosen: somebody else could take it meanwhile.
  const modules = options.modules ?? (await bundleWorker(join(dataFolder, "bundle")));
  const neon = startNeon({
    dataFolder: join(dataFolder, "postgres"),
    migrationsFolder,
    ...(postgresUrl && { postgresUrl }),
  });
  const { redisUrl } = environment;
  /** What the Worker and the world have to agree on. */
  const agreed = (name: string, otherwise: string) => options.bindings?.[name] ?? otherwise;
  const redis = startRedis({
    token: agreed("UPSTASH_REDIS_REST_TOKEN", "embedded-redis-token"),
    ...(redisUrl && { redisUrl }),
  });
  const port = environment.port === 0 ? await freePort() : environment.port;
  const origin = `http://localhost:${port}`;
  const happenings = new Happenings();
  const qstash = playQStash({
    token: agreed("QSTASH_TOKEN", "embedded-qstash-token"),
    currentSigningKey: agreed("QSTASH_CURRENT_SIGNING_KEY", "sig_embedded_current"),
    nextSigningKey: agreed("QSTASH_NEXT_SIGNING_KEY", "sig_embedded_next"),
    productOrigin: () => origin,
    happenings,
  });
  const world = await startWorld({
    happenings,
    port: environment.worldPort,
    webhookOrigin: origin,
    twitch: { clientId, clientSecret, eventSubSecret, broadcaster, bot, ...options.twitch },
    telegram: {
      ...telegramOf(environment.telegram, agreed("TELEGRAM_FORWARDER_POOL", "")),
      ...options.telegram,
    },
    emulators: [
      neon,
      redis,
      qstash,
      playSentry({ key: "embedded", project: "1" }),
      playOrigin({ backEndKey: agreed("DOWNLOAD_BACKEND_KEY", "embedded-backend-key"), ...options.origin }),
    ],
    ...(playground && { playground: await servePlayground({ productOrigin: origin, adminToken }) }),
  });
  const runtime = await startRuntime({
    modules,
    port,
    dataFolder: join(dataFolder, "durable-objects"),
    world: `127.0.0.1:${world.port}`,
    bindings: {
      MODE: "embedded",
      PUBLIC_URL: origin,
      TWITCH_CLIENT_ID: clientId,
      TWITCH_CLIENT_SECRET: clientSecret,
      TWITCH_EVENTSUB_SECRET: eventSubSecret,
      ADMIN_TOKEN: adminToken,
      TELEGRAM_DOWNLOADER_TOKEN: environment.telegram.downloaderToken,
      TELEGRAM_FORWARDER_TOKEN: environment.telegram.forwarderToken,
      TELEGRAM_WEBHOOK_SECRET: environment.telegram.webhookSecret,
      DOWNLOAD_CACHE_CHAT_ID: environment.telegram.cacheChatId,
      TELEGRAM_ADMIN_IDS: environment.telegram.adminIds,
      ...options.bindings,
    },
    ...(pageFolder !== undefined && { pageFolder }),
    ...(directPort !== undefined && { directPort }),
    ...(onRestart && { onRestart }),
    ...(onLog && { onLog }),
  });
  const signingIn = { origin, adminToken, world: (request: Request) => world.fetch(request) };
  await signIn(signingIn, "bot", bot.id);
  await signIn(signingIn, "broadcaster", broadcaster.id);
  await Promise.all([neon.ready, redis.ready]);

  return {
    url: origin,
    world,
    runtime,
    async close() {
      await Promise.all([runtime.close(), world.close()]);
    },
  };
}

/** Further bots are further entries; all of them know the cache channel and the admins. */
function telegramOf(
  { downloaderToken, forwarderToken, webhookSecret, cacheChatId, adminIds }: DevEnvironment["telegram"],
  pool: string,
) {
  // Those that help the forwarder only send.
  const helpers = pool.split(",").filter((token) => token !== "");
  return {
    bots: [
      {
        name: "downloader",
        token: downloaderToken,
        username: "taproom_video_bot",
        webhookPath: "/telegram/downloader",
        secret: webhookSecret,
      },
      {
        name: "forwarder",
        token: forwarderToken,
        username: "taproom_forwarder_bot",
        webhookPath: "/telegram/forwarder",
        secret: webhookSecret,
      },
      ...helpers.map((token, place) => ({
        name: `helper${place + 1}`,
        token,
        username: `taproom_helper${place + 1}_bot`,
        webhookPath: "",
        secret: webhookSecret,
      })),
    ],
    usualBot: "forwarder",
    chats: [{ id: Number(cacheChatId), type: "channel" as const, title: "Taproom cache" }],
    acquaintances: adminIds.split(",").map((id) => ({
      id: Number(id),
      is_bot: false,
      first_name: "Admin",
      username: `admin${id.trim()}`,
      language_code: "ru",
    })),
  };
}
