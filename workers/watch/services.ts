import { between, instant, type Instant, type Millis, seconds } from "#kernel/clock";
import { hasQueue } from "#kernel/config";
import { SilenceError, UpstreamError } from "#kernel/errors";
import { described } from "#kernel/log";
import { TooSlow, within } from "#adapters/within";
import { reachPostgres } from "#adapters/database/reach";
import { reachQStash } from "#adapters/qstash";
import { reachTwitch } from "#adapters/reach-twitch";
import { reachRedis } from "#adapters/redis";
import { reachTelegram } from "#adapters/telegram/bot-api";
import { type Condition, needed, outside, type Service } from "#domain/admin/services";
import { Remembered } from "./remembered.ts";
import type { Watched } from "./source.ts";
import { accessTo } from "./telegram.ts";

/** How a service is. */
export interface Checkup {
  readonly service: Service;
  readonly condition: Condition;
  /** How long it took to answer; undefined: it was not asked. */
  readonly took: Millis | undefined;
  readonly at: Instant;
}

type Check = (watched: Watched) => Promise<readonly Checkup[]>;

const patience = seconds(2);

/** Asks all of these at once, and answers within some two seconds. Never throws. */
function checking(services: readonly Service[]): Check {
  // Whoever is not let in may ask as well, and as often as they like.
  const remembered = new Remembered<readonly Checkup[]>(seconds(5));
  return (watched) => remembered.get(() => Promise.all(services.map((service) => check(service, watched))));
}

/** How everything is that Taproom cannot do without. */
export const checkNeeded = checking(needed);
const checkOutside = checking(outside);

/** How everything is that Taproom leans on. */
export const checkServices: Check = async (watched) =>
  (await Promise.all([checkNeeded(watched), checkOutside(watched)])).flat();

async function check(service: Service, watched: Watched): Promise<Checkup> {
  const begun = instant(Date.now());
  const ask = asking[service](watched);
  if (!ask) return { service, condition: "off", took: undefined, at: begun };
  const condition = await within(patience, ask()).then(
    () => "ok" as const,
    (error: unknown) => {
      watched.log.warn("watch.service", { service, ...described(error) });
      return conditionOf(error);
    },
  );
  const at = instant(Date.now());
  return { service, condition, took: between(begun, at), at };
}

/** How each is asked; undefined: it is not configured. */
const asking: Readonly<Record<Service, (watched: Watched) => (() => Promise<unknown>) | undefined>> = {
  postgres:
    ({ config }) =>
    () =>
      reachPostgres(config.DATABASE_URL, patience),
  redis: ({ config }) => (hasQueue(config) ? () => reachRedis(config) : undefined),
  qstash: ({ config }) => (hasQueue(config) ? () => reachQStash(config, patience) : undefined),
  rooms:
    ({ env }) =>
    async () =>
      env.DIRECTORY.getByName("channels").list(),
  twitch: () => () => reachTwitch(patience),
  telegram: ({ config }) => {
    const access = accessTo("forwarder", config) ?? accessTo("downloader", config);
    return access && (() => reachTelegram(access, patience));
  },
};

function conditionOf(error: unknown): Condition {
  if (error instanceof UpstreamError) return "refused";
  if (error instanceof SilenceError || error instanceof TooSlow) return "silent";
  // Redis' client has errors of its own; whatever `fetch` throws was no answer.
  const name = error instanceof Error ? error.name : "";
  if (name === "UpstashError") return "refused";
  return name === "TimeoutError" || name === "TypeError" || name === "AbortError" ? "silent" : "failed";
}
