import { RpcTarget } from "cloudflare:workers";
import type { PausedWhile } from "#domain/twitch/paused-while";
import type { DeadLetters } from "../dead-letters.ts";
import type { Rewards } from "../rewards.ts";
import type { Receipt, Turn } from "../turn.ts";
import { OwnersDeadLetters } from "./dead-letters.ts";
import { OwnersPlayers, type OwnersPlayerNeeds } from "./players.ts";
import { OwnersRedemptions, type OwnersRedemptionNeeds } from "./redemptions.ts";
import { OwnersRewards } from "./rewards.ts";

export interface OwnerNeeds extends OwnersPlayerNeeds, OwnersRedemptionNeeds {
  readonly rewards: Rewards;
  readonly deadLetters: DeadLetters;
  /** Why nobody is to spend points on a reward just now; undefined: everybody may. */
  readonly pausedWhile: (reward: string) => PausedWhile | undefined;
  readonly take: (turn: Turn) => Promise<Receipt>;
}

/** What the owner sees to, part by part. A door reaches into them in one call: `room.owner.redemptions.end(…)`. */
export class Owner extends RpcTarget {
  readonly #rewards: OwnersRewards;
  readonly #redemptions: OwnersRedemptions;
  readonly #deadLetters: OwnersDeadLetters;
  readonly #players: OwnersPlayers;

  constructor(needs: OwnerNeeds) {
    super();
    this.#rewards = new OwnersRewards(needs.rewards, needs.pausedWhile);
    this.#redemptions = new OwnersRedemptions(needs);
    this.#deadLetters = new OwnersDeadLetters(needs.deadLetters, needs.take);
    this.#players = new OwnersPlayers(needs);
  }

  get rewards(): OwnersRewards {
    return this.#rewards;
  }

  get redemptions(): OwnersRedemptions {
    return this.#redemptions;
  }

  get deadLetters(): OwnersDeadLetters {
    return this.#deadLetters;
  }

  get players(): OwnersPlayers {
    return this.#players;
  }
}
