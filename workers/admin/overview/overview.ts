import { iso, type Instant } from "#kernel/clock";
import { overviewApi } from "#domain/admin/api/overview";
import { attentionOf } from "#domain/admin/attention";
import { deskAlone, served } from "../serve.ts";
import { findingsOf } from "./findings.ts";
import { lookAround, type Seen } from "./look-around.ts";
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

function shown(seen: Seen, now: Instant) {
  const {
    services,
    channels: rooms,
    accounts: known,
    telegram,
    platforms: all,
    downloads,
    figures: counted,
  } = seen;
  return {
    at: iso(now),
    unknown: unknownIn(seen),
    attention: attentionOf(findingsOf(seen, now)),
    services: services.map(shownService),
    ...(rooms && {
      channels: rooms.seen.map(shownChannel),
      unseenChannels: rooms.unseen,
      events: shownEvents(rooms.seen),
    }),
    ...(known && { accounts: known.map(shownAccount) }),
    ...(telegram && { telegram: telegram.map(shownBot) }),
    ...(all && { platforms: all.map((each) => shownPlatform(each, now)) }),
    ...(counted && { forwarder: shownQueue(counted.queue) }),
    ...(downloads && { downloads }),
    ...((counted ?? rooms) && { errors: shownErrors(rooms?.seen, counted) }),
  };
}

const unknownIn = ({ services: _, ...seen }: Seen): readonly string[] => [
  ...Object.entries(seen).flatMap(([part, found]) => (found === undefined ? part : [])),
  ...(seen.channels?.silent ?? []).map((name) => `channel ${name}`),
];
