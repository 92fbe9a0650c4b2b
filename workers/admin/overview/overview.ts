import { iso, type Instant } from "#kernel/clock";
import { overviewApi } from "#domain/admin/api/overview";
import { attentionOf } from "#domain/admin/attention";
import { accounts } from "../../watch/accounts.ts";
import { channels } from "../../watch/channels.ts";
import { figures, forwarderRoom, platforms } from "../../watch/queues.ts";
import { checkServices } from "../../watch/services.ts";
import type { Watched } from "../../watch/source.ts";
import { bots } from "../../watch/telegram.ts";
import { deskAlone, served } from "../serve.ts";
import { findingsOf } from "./findings.ts";
import {
  shownAccount,
  shownBot,
  shownChannel,
  shownErrors,
  shownEvents,
  shownPlatform,
  shownQueue,
  shownService,
} from "./shown.ts";

/** Everything at one glance. */
export const overviewOperations = served(overviewApi, deskAlone, {
  look: async (_, desk) => shown(await lookAround(desk), desk.now),
});

export type Seen = Awaited<ReturnType<typeof lookAround>>;

/** Everybody is asked at once, and nobody waits for the slowest. What could not be found out is undefined. */
async function lookAround(watched: Watched) {
  const [services_, channels_, accounts_, telegram, platforms_, forwarder, figures_] = await Promise.all([
    checkServices(watched),
    channels.look(watched),
    accounts.look(watched),
    bots.look(watched),
    platforms.look(watched),
    forwarderRoom.look(watched),
    figures.look(watched),
  ]);
  return {
    services: services_,
    channels: channels_,
    accounts: accounts_,
    telegram,
    platforms: platforms_,
    forwarder,
    figures: figures_,
  };
}

function shown(seen: Seen, now: Instant) {
  const { services, channels: rooms, accounts: known, telegram, platforms: all, figures: counted } = seen;
  return {
    at: iso(now),
    unknown: unknownIn(seen),
    attention: attentionOf(findingsOf(seen, now)),
    services: services.map(shownService),
    ...(rooms && { channels: rooms.seen.map(shownChannel), events: shownEvents(rooms.seen) }),
    ...(known && { accounts: known.map(shownAccount) }),
    ...(telegram && { telegram: telegram.map(shownBot) }),
    ...(all && { platforms: all.map((each) => shownPlatform(each, now)) }),
    ...(counted && { forwarder: shownQueue(counted.queue) }),
    ...((counted ?? rooms) && { errors: shownErrors(rooms?.seen, counted) }),
  };
}

const unknownIn = ({ services: _, ...seen }: Seen): readonly string[] => [
  ...Object.entries(seen).flatMap(([part, found]) => (found === undefined ? part : [])),
  ...(seen.channels?.silent ?? []).map((name) => `channel ${name}`),
];
