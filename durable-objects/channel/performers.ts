import type { Translate } from "#kernel/i18n";
import type { LaneKind } from "./lanes.ts";
import type { Ledger } from "./ledger.ts";
import type { Outbox } from "./outbox.ts";
import { lookingAround } from "./perform/look-around.ts";
import { lookingUp } from "./perform/look-up.ts";
import type { Means, Performer } from "./perform/performed.ts";
import { resolving } from "./perform/resolve.ts";
import { saying } from "./perform/say.ts";
import { tendingRewards } from "./perform/tend-rewards.ts";
import { timingOut } from "./perform/time-out.ts";
import type { Presence } from "./presence.ts";
import type { Rewards } from "./rewards.ts";
import type { RosterBook } from "./roster-book.ts";
import type { Upkeep } from "./upkeep.ts";

export interface PerformerNeeds extends Means {
  readonly translate: () => Translate;
  readonly outbox: Outbox;
  readonly ledger: Ledger;
  readonly presence: Presence;
  readonly roster: RosterBook;
  readonly rewards: Rewards;
  readonly upkeep: Upkeep;
}

/** Who does what the rules have named: one for each kind of effect. */
export function performersFor(needs: PerformerNeeds): Readonly<Record<LaneKind, Performer>> {
  const { ledger, rewards, upkeep } = needs;
  return {
    say: saying({ ...needs, hearsSince: () => upkeep.hearsSince }),
    "time-out": timingOut(needs),
    resolve: resolving({ ...needs, rewardOf: (id) => ledger.entry(id)?.rewardId }),
    "look-around": lookingAround(needs),
    "look-up": lookingUp(needs),
    "tend-rewards": tendingRewards({ ...needs, tend: () => rewards.tend() }),
  };
}
