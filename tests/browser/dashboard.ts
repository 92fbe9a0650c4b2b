/** A day at the dashboard. */
import { deepStrictEqual } from "node:assert";
import type { Chapter, Step } from "./chapter.ts";
import { accounts } from "./dashboard/accounts.ts";
import { channelSteps } from "./dashboard/channel.ts";
import { forwarderSteps } from "./dashboard/forwarder.ts";
import { liveSteps } from "./dashboard/live.ts";
import { people } from "./dashboard/people.ts";
import { unsavedSteps } from "./dashboard/unsaved.ts";
import { fitsPhone, isForEverybody } from "./dashboard/usable.ts";
import { everywhere, signIn } from "./dashboard/walk.ts";

const arrival: readonly Step[] = [["comes in with the admin token", signIn]];

const departure: readonly Step[] = [
  [
    "finds nothing in any section that somebody could not use, in the dark and in the light",
    (stage) => everywhere(stage, isForEverybody),
  ],
  ["sees every section on a phone without scrolling sideways", (stage) => everywhere(stage, fitsPhone)],
  [
    "hears no complaint from the browser, and nobody else was asked for anything",
    async ({ complaints }) =>
      deepStrictEqual(
        complaints.filter((each) => each !== nobodyYet),
        [],
      ),
  ],
];

/** The page has asked who is there before anybody was: that is told as what it is. */
const nobodyYet = "Failed to load resource: the server responded with a status of 401 (Unauthorized)";

export const dashboard: Chapter = {
  picture: ".data/dashboard.png",
  isOfDashboard: true,
  steps: [
    ...arrival,
    ...people,
    ...accounts,
    ...channelSteps,
    ...liveSteps,
    ...forwarderSteps,
    ...unsavedSteps,
    ...departure,
  ],
};

/** The same deeds once more, by somebody who is on the way. */
export const onPhone: Chapter = {
  picture: ".data/on-phone.png",
  isOfDashboard: true,
  isOnPhone: true,
  steps: [...arrival, ...channelSteps, ...liveSteps, ...forwarderSteps, ...unsavedSteps],
};
