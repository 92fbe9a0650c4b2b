import { iso, type Instant } from "#kernel/clock";
import type { HouseFigures } from "#adapters/database/house-figures";
import type { Queue } from "#adapters/database/forwarder/figures";
import type { Glance } from "#durable-objects/channel/glance";
import type { PlatformStatus } from "#durable-objects/platform/platform";
import type { AccountLook } from "../../watch/accounts.ts";
import type { Checkup } from "../../watch/services.ts";
import type { BotLook, Webhook } from "../../watch/telegram.ts";

// What was seen, as the API tells it.

export const shownService = ({ service, condition, took, at }: Checkup) => ({
  service,
  condition,
  checkedAt: iso(at),
  ...(took !== undefined && { latencyMs: took }),
});

export const shownChannel = ({ login, stopped, stream, ...glance }: Glance) => ({
  id: glance.id,
  login: login ?? glance.id,
  awake: glance.awake,
  features: glance.features,
  failing: glance.failing,
  outbox: glance.outbox,
  journal: glance.journal,
  deadLetters: glance.deadLetters,
  ...(stopped && { stopped: { since: iso(stopped.since), by: stopped.by } }),
  ...(stream && { stream: { live: stream.live, since: iso(stream.since) } }),
});

const mostEvents = 20;

/** Of all channels together. */
export const shownEvents = (glances: readonly Glance[]) =>
  glances
    .flatMap(({ id, events }) => events.map((entry) => ({ ...entry, channel: id })))
    .toSorted((one, other) => other.at - one.at)
    .slice(0, mostEvents)
    .map((entry) => ({ ...entry, at: iso(entry.at) }));

export const shownAccount = ({ account, name, is, missingScopes }: AccountLook) => ({
  account,
  name,
  is,
  missingScopes,
});

export const shownBot = ({ bot, is, webhook }: BotLook) => ({
  bot,
  is,
  ...(webhook && { webhook: shownWebhook(webhook) }),
});

export const shownWebhook = ({ isOurs, pending, lastErrorAt, lastError }: Webhook) => ({
  isOurs,
  pending,
  ...(lastErrorAt !== undefined && { lastErrorAt: iso(lastErrorAt) }),
  ...(lastError !== undefined && { lastError }),
});

/** After its rest somebody finds out whether it works again; until then nobody knows that it is broken still. */
export const isResting = ({ breaker }: PlatformStatus, now: Instant) =>
  breaker.is === "open" && breaker.until > now;

export const shownPlatform = (status: PlatformStatus, now: Instant) => ({
  platform: status.platform,
  isOn: status.enabled,
  isBroken: isResting(status, now),
  failures: status.recent.filter((ending) => ending !== "landed").length,
  ...(status.breaker.is === "open" && {
    because: status.breaker.because,
    restsUntil: iso(status.breaker.until),
  }),
});

export function shownQueue({ queue, oldestSeconds }: Queue) {
  const of = (wanted: string) => queue.find(({ state }) => state === wanted)?.jobs ?? 0;
  return { waiting: of("waiting"), sending: of("sending"), dead: of("dead"), oldestSeconds };
}

/** Of every part that could be asked, the most frequent of the day first. */
export const shownErrors = (glances: readonly Glance[] | undefined, figures: HouseFigures | undefined) =>
  [
    ...together(glances ?? []).map((each) => ({ of: "channel" as const, ...each })),
    ...(figures?.forwarder ?? []).map((each) => ({ of: "forwarder" as const, ...each })),
    ...(figures?.downloader ?? []).map((each) => ({ of: "downloader" as const, ...each })),
  ].toSorted((one, other) => other.day - one.day);

/** The errors of all channels, each kind once. */
function together(glances: readonly Glance[]): Glance["errors"] {
  const byKind = Map.groupBy(
    glances.flatMap(({ errors }) => errors),
    ({ kind }) => kind,
  );
  return Array.from(byKind, ([kind, all]) => ({
    kind,
    hour: all.reduce((sum, { hour }) => sum + hour, 0),
    day: all.reduce((sum, { day }) => sum + day, 0),
  }));
}
