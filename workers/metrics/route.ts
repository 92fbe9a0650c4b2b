import type { Context } from "hono";
import { timingSafeEqual } from "hono/utils/buffer";
import type { Config } from "#kernel/config";
import { Unknown } from "#kernel/errors";
import { described } from "#kernel/log";
import { forwarderFigures } from "#adapters/database/forwarder/figures";
import { bearerIn } from "../admin/caller.ts";
import { type DoorEnv, door } from "../door.ts";
import { botStatus, failingChannels } from "../health.ts";
import { downloads } from "../watch/queues.ts";
import { downloadFamilies } from "./downloads.ts";
import { forwarderFamilies } from "./forwarder.ts";
import { contentType, type Family, prometheusText } from "./text.ts";
import { type Webhook, webhookFamilies, webhooks } from "./webhooks.ts";

/** Whether whoever reads the metrics asks, or the owner. Both are compared, whichever it is. */
async function mayRead(token: string, { ADMIN_TOKEN, METRICS_TOKEN }: Config): Promise<boolean> {
  const [owner, reader] = await Promise.all([
    timingSafeEqual(token, ADMIN_TOKEN.reveal()),
    METRICS_TOKEN !== undefined && timingSafeEqual(token, METRICS_TOKEN.reveal()),
  ]);
  return owner || reader;
}

/** For Prometheus. What cannot be asked is left out, and `service_up` and `client_up` tell why. */
export const metrics = door().get("/", async (c) => {
  const { config, log } = c.var;
  const token = bearerIn(c.req.header("Authorization"));
  if (token === undefined || !(await mayRead(token, config)))
    throw new Unknown("Authorization: wants Bearer <METRICS_TOKEN, or the admin token>");
  const [figures, underWay, hooks, channels] = await Promise.all([
    forwarderFigures(config.DATABASE_URL).catch((error: unknown) => {
      log.warn("metrics.no-figures", described(error));
      return undefined;
    }),
    downloads.look({ config, env: c.env, log }),
    webhooks(config, log),
    channelFigures(c),
  ]);
  const text = prometheusText([
    up("service_up", "Whether a service answers.", { service: "postgres" }, figures !== undefined),
    ...(figures ? forwarderFamilies(figures) : []),
    ...(underWay ? downloadFamilies(underWay) : []),
    clients(hooks, channels.connected),
    ...webhookFamilies(hooks),
    gauge("channels", "Twitch channels that are connected.", channels.all),
    gauge("channels_failing", "Those of them in which something does not work.", channels.failing),
  ]);
  return c.body(text, 200, { "Content-Type": contentType });
});

async function channelFigures(c: Context<DoorEnv>) {
  const [bot, failing] = await Promise.all([botStatus(c), failingChannels(c)]);
  return { connected: bot.connected && bot.trouble === undefined, all: failing.of, failing: failing.count };
}

const clients = (hooks: readonly Webhook[], twitch: boolean): Family => ({
  is: "gauge",
  name: "client_up",
  help: "Whether an account of ours is connected.",
  samples: [
    ...hooks.map(({ bot, info }) => ({ labels: { client: bot }, value: Number(info !== undefined) })),
    { labels: { client: "twitch" }, value: Number(twitch) },
  ],
});

const up = (name: string, help: string, labels: Record<string, string>, isUp: boolean): Family => ({
  is: "gauge",
  name,
  help,
  samples: [{ labels, value: Number(isUp) }],
});

const gauge = (name: string, help: string, value: number): Family => ({
  is: "gauge",
  name,
  help,
  samples: [{ value }],
});
