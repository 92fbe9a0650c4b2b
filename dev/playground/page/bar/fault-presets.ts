/** Faults at one click. */
import type { FaultRequest } from "../../../world/faults.ts";

export type FaultName =
  | "helix-500"
  | "helix-429"
  | "helix-slow"
  | "helix-lost"
  | "postgres-blackhole"
  | "telegram-429"
  | "telegram-lost"
  | "telegram-flood"
  | "origin-500";

export interface FaultPreset {
  readonly name: FaultName;
  /** Goes by itself, after so many milliseconds. */
  readonly lasts?: number;
  readonly fault: () => FaultRequest;
}

/** Of the channel on Twitch. */
export const twitchFaults: readonly FaultPreset[] = [
  { name: "helix-500", fault: () => ({ service: "twitch", status: 500 }) },
  {
    name: "helix-429",
    fault: () => ({ service: "twitch", status: 429, headers: { "Ratelimit-Reset": inSeconds(5) } }),
  },
  { name: "helix-slow", fault: () => ({ service: "twitch", delayMs: 3_000 }) },
  { name: "helix-lost", fault: () => ({ service: "twitch", late: true, reset: true, share: 0.5 }) },
  { name: "postgres-blackhole", fault: () => ({ service: "postgres", blackhole: true }) },
];

const floodWait = 3;

/** Of the downloader on Telegram. */
export const telegramFaults: readonly FaultPreset[] = [
  {
    name: "telegram-429",
    lasts: floodWait * 1_000,
    fault: () => ({ service: "telegram", status: 429, headers: { "Retry-After": String(floodWait) } }),
  },
  { name: "telegram-lost", fault: () => ({ service: "telegram", late: true, reset: true, share: 0.5 }) },
  { name: "origin-500", fault: () => ({ service: "origin", status: 500 }) },
];

/** Of the forwarder on Telegram. */
export const forwarderFaults: readonly FaultPreset[] = [
  {
    name: "telegram-flood",
    fault: () => ({ service: "telegram", path: "Message", retryAfter: [1, floodWait], share: 1 / 3 }),
  },
  { name: "telegram-lost", fault: () => ({ service: "telegram", late: true, reset: true, share: 0.5 }) },
  { name: "postgres-blackhole", fault: () => ({ service: "postgres", blackhole: true }) },
];

/** Helix tells the moment when there will be points again in whole seconds. */
const inSeconds = (seconds: number) => String(Math.ceil(Date.now() / 1_000) + seconds);

/** A listed fault is the preset's when it does the same; when a limit ends makes no difference. */
export function isPreset({ fault }: FaultPreset, listed: FaultRequest): boolean {
  const wanted = fault();
  const { service, path, status, delayMs, reset, blackhole } = wanted;
  return (
    listed.path === path &&
    listed.method === undefined &&
    listed.service === service &&
    listed.status === status &&
    listed.delayMs === delayMs &&
    listed.reset === reset &&
    listed.blackhole === blackhole
  );
}
