import { after, hours } from "#kernel/clock";
import { ConsentNeeded } from "#kernel/errors";
import type { Errand } from "../outbox.ts";
import { afterFailure, type Means, type Performed, type Performer, rarely } from "./performed.ts";

export interface TendingRewards extends Pick<Means, "clock" | "random"> {
  readonly tend: () => Promise<unknown>;
}

/** The chores see to it too, so there is no point in trying for ever. */
const giveUpAfter = hours(1);

/** Has the rewards at Twitch follow what the channel wants of them. How that is, is found out when it is done, not when it is decided. */
export const tendingRewards =
  (how: TendingRewards): Performer =>
  (errands) =>
    Promise.all(errands.map((errand) => tendOnce(how, errand)));

async function tendOnce({ clock, random, tend }: TendingRewards, errand: Errand): Promise<Performed> {
  try {
    await tend();
    return { is: "done" };
  } catch (error) {
    // Whoever signs in has the channel set up, and the rewards tended with it.
    if (error instanceof ConsentNeeded) return { is: "dropped", why: error.message };
    const until = after(errand.decidedAt, giveUpAfter);
    return afterFailure(error, errand, { now: clock(), random, until, atMost: rarely });
  }
}
