import type { Clock } from "#kernel/clock";
import type { ChannelId, RedemptionId } from "#kernel/ids";
import type { Log } from "#kernel/log";
import { refund } from "#domain/twitch/effect";
import { type FeatureId, featureOfReward, features } from "#domain/twitch/features/index";
import type { Redemption, RedemptionStatus, Resolution } from "#domain/twitch/redemption";
import { playerRow, redemptionRow } from "./history-rows.ts";
import type { Ledger, LedgerEntry } from "./ledger.ts";
import type { Memory } from "./memory.ts";
import type { Outbox } from "./outbox.ts";
import type { PlayerBook } from "./players.ts";
import type { Stage } from "./stage.ts";
import type { Receipt } from "./turn.ts";
import type { WriteBehind } from "../write-behind.ts";

export interface RedemptionNeeds {
  readonly channel: ChannelId;
  readonly memory: Memory;
  readonly ledger: Ledger;
  readonly outbox: Outbox;
  readonly players: PlayerBook;
  readonly stage: Stage;
  readonly history: WriteBehind;
  readonly clock: Clock;
  readonly log: Log;
}

/** From a viewer's points to their end: every redemption of our rewards is entered once, and ends once. */
export class Redemptions {
  readonly #needs: RedemptionNeeds;

  constructor(needs: RedemptionNeeds) {
    this.#needs = needs;
  }

  /** Asleep, stopped, or without a feature for it, the bot gives the points back. */
  redeemed(messageId: string, redemption: Redemption): Receipt {
    const { memory, ledger, stage, clock } = this.#needs;
    const key = this.#keyOf(redemption);
    if (key === undefined) return this.#leaveAlone(redemption);
    if (ledger.entry(redemption.id) || !memory.see(messageId, clock())) return "duplicate";
    this.#enter(key, redemption);
    const feature = featureOfReward(key);
    if (feature === undefined || !stage.awake() || !stage.isOn(feature)) this.#giveBack(redemption);
    else
      stage.play(feature, redemption.id, (saved, scene) =>
        features[feature].redeem(key, redemption, saved, scene),
      );
    return "taken";
  }

  /** It came to light too late to be played. */
  missed(redemption: Redemption): Receipt {
    const key = this.#keyOf(redemption);
    if (key === undefined) return "foreign";
    if (this.#needs.ledger.entry(redemption.id)) return "duplicate";
    this.#enter(key, redemption);
    this.#giveBack(redemption);
    return "taken";
  }

  /**
   * What we have decided ourselves is booked when our call comes back, so its echo costs no row. Otherwise a moderator
   * was faster; it may even come before we have heard of the redemption, and then there is nothing left to play for.
   */
  endedByOthers(redemption: Redemption, as: Resolution): Receipt {
    const { ledger } = this.#needs;
    const key = this.#keyOf(redemption);
    if (key === undefined) return "foreign";
    const known = ledger.entry(redemption.id);
    if (known?.status === as || known?.decided === as) return "quiet";
    if (known) this.#withdraw(key, redemption);
    else this.#enter(key, redemption);
    ledger.decide(redemption.id, as);
    this.resolved(redemption.id, as);
    return "taken";
  }

  /**
   * A person ends it in our name. What waits to be told to Twitch is not told anything else: it may be on its way.
   * Answers "duplicate" where it has ended or is about to end otherwise, and "quiet" where it is about to end so.
   */
  endedByHand(id: RedemptionId, as: Resolution): Receipt {
    const { ledger, outbox, stage, log } = this.#needs;
    const entry = ledger.entry(id);
    if (!entry) return "foreign";
    if (entry.status !== "UNFULFILLED") return "duplicate";
    const onItsWay = outbox.resolutionOf(id);
    if (onItsWay) return onItsWay === as ? "quiet" : "duplicate";
    log.info("redemption.ended-by-hand", { redemption: id, as });
    if (entry.decided === null) this.#withdraw(entry.reward, redemptionOf(entry));
    stage.settle(null, [{ do: "resolve", redemption: id, as }], `by-hand:${id}`);
    return "taken";
  }

  /** The feature may not want to go on with somebody who has nothing at stake any more. */
  #withdraw(key: string, redemption: Redemption): void {
    const feature = featureOfReward(key);
    if (feature === undefined) return;
    this.#needs.stage.play(feature, `ended:${redemption.id}`, (saved, scene) =>
      features[feature].ended(key, redemption, saved, scene),
    );
  }

  /** How it stands at Twitch now. */
  resolved(id: RedemptionId, status: RedemptionStatus): void {
    const entry = this.#needs.ledger.resolve(id, status, this.#needs.clock());
    if (entry) this.#remember(entry);
  }

  /** The feature a redemption is for; undefined: none of ours. */
  featureOf(redemption: Pick<Redemption, "rewardId">): FeatureId | undefined {
    const key = this.#keyOf(redemption);
    return key === undefined ? undefined : featureOfReward(key);
  }

  #giveBack({ id }: Redemption): void {
    this.#needs.stage.settle(null, [refund(id)], id);
  }

  /** Somebody else's reward is never touched. */
  #leaveAlone({ id, rewardId }: Redemption): Receipt {
    this.#needs.log.info("redemption.foreign", { redemption: id, reward: rewardId });
    return "foreign";
  }

  #enter(key: string, redemption: Redemption): void {
    const { channel, ledger, players, history, clock, log } = this.#needs;
    const now = clock();
    const { id, viewer } = redemption;
    log.info("redemption.entered", { reward: key, redemption: id, viewer: viewer.login });
    this.#remember(ledger.enter(key, redemption, now));
    players.rename(viewer);
    const player = { chatter: viewer, score: players.scoreOf(viewer.id) };
    history.note(viewer.id, playerRow(channel, player, now), now);
  }

  #remember(entry: LedgerEntry): void {
    const { channel, history, clock } = this.#needs;
    history.note(entry.id, redemptionRow(channel, entry), clock());
  }

  /** The key of the reward, by its id; undefined: somebody else's. */
  #keyOf({ rewardId }: Pick<Redemption, "rewardId">): string | undefined {
    for (const [key, id] of this.#needs.memory.rewards()) if (id === rewardId) return key;
    return undefined;
  }
}

const redemptionOf = (entry: LedgerEntry): Redemption => ({
  id: entry.id,
  rewardId: entry.rewardId,
  viewer: { id: entry.viewerId, login: entry.viewerLogin, name: entry.viewerName },
  input: entry.input,
  cost: entry.cost,
  redeemedAt: entry.at,
});
