import type { Instant } from "#kernel/clock";
import type { Findings } from "#domain/admin/attention";
import { isFailing } from "../../watch/telegram.ts";
import { isResting } from "./shown.ts";
import type { Seen } from "./look-around.ts";

/** What was seen, as far as somebody might have to do something about it. */
export const findingsOf = (seen: Seen, now: Instant): Findings => ({
  services: seen.services,
  accounts: seen.accounts,
  channels: seen.channels?.seen.map((glance) => ({
    ...glance,
    name: glance.login ?? glance.id,
    isStopped: glance.stopped !== undefined,
    isConnected: isConnected(seen, glance.id),
  })),
  telegram: seen.telegram?.map(({ webhook, ...bot }) => ({
    ...bot,
    webhook: webhook && {
      isOurs: webhook.isOurs,
      pending: webhook.pending,
      lastError: isFailing(webhook, now) ? webhook.lastError : undefined,
    },
  })),
  platforms: seen.platforms?.map((status) => ({
    platform: status.platform,
    isBroken: isResting(status, now),
    because: status.breaker.is === "open" ? status.breaker.because : undefined,
  })),
  forwarder: forwarderIn(seen),
});

const isConnected = ({ accounts }: Seen, channel: string) =>
  accounts?.some(
    ({ account, id, is }) => account === "broadcaster" && id === channel && is === "connected",
  ) ?? false;

const forwarderIn = ({ forwarder, figures }: Seen): Findings["forwarder"] => ({
  dead: figures?.queue.queue.find(({ state }) => state === "dead")?.jobs ?? 0,
  alarms: forwarder === undefined || forwarder === "off" ? [] : forwarder.alarms,
});
