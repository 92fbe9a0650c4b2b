import { randomBytes } from "node:crypto";
import { appendFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { readBundle } from "../../dev/bundle.ts";
import { readDevEnvironment } from "../../dev/environment.ts";
import { startTaproom } from "../../dev/taproom.ts";

/** Where the stories find Taproom and its world, and what they have to know to knock. */
export interface Place {
  readonly product: string;
  readonly world: string;
  readonly adminToken: string;
  readonly eventSubSecret: string;
  readonly twitchSecret: string;
  readonly telegramSecret: string;
  readonly downloaderToken: string;
  readonly redisToken: string;
  /** Every line the product has logged, at the level `debug`. */
  readonly logFile: string;
  /** Everything that nobody may see, one a line: the secrets of the configuration, and tokens and cookies as they are issued. */
  readonly secretsFile: string;
  /** Where its Worker lies bundled: a further Taproom need not do that again. */
  readonly bundle?: string;
}

declare module "vitest" {
  interface ProvidedContext {
    /** Every Taproom of the stories. */
    readonly places?: readonly Place[];
  }
}

/** A Taproom for each worker: the faults that some stories inject strike everybody in theirs. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  // Those who look for secrets look where the stories were told, if there were any.
  if ("places" in project.getProvidedContext()) return;
  const first = await openTaproom();
  const further = Array.from({ length: project.config.maxWorkers - 1 }, () =>
    openTaproom({}, first.place.bundle),
  );
  const others = await Promise.all(further);
  project.vitest.provide("places", [first.place, ...others.map(({ place }) => place)]);
  return async () => {
    await Promise.all([first, ...others].map(({ close }) => close()));
  };
}

/** Starts a Taproom on free ports, with secrets that nobody else has, and with what a story wants to be otherwise. */
export async function openTaproom(
  bindings: Readonly<Record<string, string>> = {},
  bundle?: string,
): Promise<{
  readonly place: Place;
  /** Ends the runtime and begins it anew on the same storage, as a deployment does. */
  readonly restart: () => Promise<void>;
  readonly close: () => Promise<void>;
}> {
  const folder = await mkdtemp(join(tmpdir(), "taproom-stories-"));
  const logFile = join(folder, "log");
  const secretsFile = join(folder, "secrets");
  const secrets = newSecrets();
  writeFileSync(logFile, "");
  writeFileSync(secretsFile, Object.values(secrets).join("\n"));

  const environment = readDevEnvironment({
    TAPROOM_PORT: "0",
    TAPROOM_WORLD_PORT: "0",
    TAPROOM_DATA: join(folder, "data"),
    LOCAL_POSTGRES_URL: process.env["LOCAL_POSTGRES_URL"],
    LOCAL_REDIS_URL: process.env["LOCAL_REDIS_URL"],
    TWITCH_CLIENT_SECRET: secrets.client,
    TWITCH_EVENTSUB_SECRET: secrets.eventSub,
    ADMIN_TOKEN: secrets.admin,
    TELEGRAM_DOWNLOADER_TOKEN: `200:${secrets.bot}`,
    TELEGRAM_WEBHOOK_SECRET: secrets.webhook,
  });
  const taproom = await startTaproom({
    environment,
    ...(bundle !== undefined && { modules: await readBundle(bundle) }),
    bindings: {
      LOG_LEVEL: "debug",
      ENCRYPTION_KEYS: `stories:${secrets.encryption}`,
      DATABASE_URL: `postgres://taproom:${secrets.database}@db.taproom.test/taproom`,
      DOWNLOAD_BACKEND_KEY: secrets.backEnd,
      UPSTASH_REDIS_REST_TOKEN: secrets.redis,
      QSTASH_TOKEN: secrets.qstash,
      QSTASH_CURRENT_SIGNING_KEY: `sig_${secrets.signing}`,
      QSTASH_NEXT_SIGNING_KEY: `sig_${secrets.nextSigning}`,
      METRICS_TOKEN: secrets.metrics,
      // All stories share the owner's key, and ask more often than one owner would.
      API_CALLS_PER_MINUTE: "1000000",
      ...bindings,
    },
    twitch: {
      // The bot speaks in a dozen channels at once here, and Twitch counts an account's lines over all of them.
      limits: { chatLinesPer30Seconds: 10_000, helixPointsPerMinute: 100_000 },
      // At Twitch a line comes back later than the answer to whoever said it.
      echoAfterMs: 200,
      onTokenIssued: (token) => appendFileSync(secretsFile, `\n${token}`),
    },
    origin: { onCookieIssued: (value) => appendFileSync(secretsFile, `\n${value}`) },
    // Dozens of people hear from the bot at once here, and Telegram counts a bot's messages over all of them.
    telegram: { limits: { global: null } },
    onLog: (line) => appendFileSync(logFile, `${line}\n`),
    onRestart: () => appendFileSync(logFile, "workerd has died\n"),
  });

  return {
    place: {
      product: taproom.url,
      world: taproom.world.url,
      adminToken: secrets.admin,
      eventSubSecret: secrets.eventSub,
      twitchSecret: secrets.client,
      telegramSecret: secrets.webhook,
      downloaderToken: `200:${secrets.bot}`,
      redisToken: secrets.redis,
      logFile,
      secretsFile,
      bundle: bundle ?? join(folder, "data", "bundle"),
    },
    restart: () => taproom.runtime.restart(),
    async close() {
      await taproom.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const secret = () => randomBytes(24).toString("hex");

const newSecrets = () => ({
  client: secret(),
  eventSub: secret(),
  admin: secret(),
  database: secret(),
  bot: secret(),
  webhook: secret(),
  backEnd: secret(),
  redis: secret(),
  qstash: secret(),
  signing: secret(),
  nextSigning: secret(),
  metrics: secret(),
  encryption: randomBytes(32).toString("base64"),
});
