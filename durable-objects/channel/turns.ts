import { type Clock, instant, type Instant } from "#kernel/clock";
import { described, type Log } from "#kernel/log";
import type { Answer } from "#domain/twitch/effect";
import type { ChatMessage } from "#domain/twitch/eventsub/channel-event";
import { type FeatureId, featureIds, features } from "#domain/twitch/features/index";
import { type Meaning, meaningsOf } from "#domain/twitch/hearing";
import type { Redemption } from "#domain/twitch/redemption";
import type { DeadLetters } from "./dead-letters.ts";
import type { Ears } from "./ears.ts";
import { factsOf } from "./facts-of.ts";
import type { Ledger } from "./ledger.ts";
import type { Memory } from "./memory.ts";
import type { Errand, Outbox } from "./outbox.ts";
import type { Performed } from "./perform/performed.ts";
import type { PlayerBook } from "./players.ts";
import type { Redemptions } from "./redemptions.ts";
import type { RosterBook } from "./roster-book.ts";
import type { Stage } from "./stage.ts";
import type { Receipt, Turn } from "./turn.ts";
import type { WriteBehind } from "../write-behind.ts";

export interface TurnNeeds {
  readonly storage: DurableObjectStorage;
  readonly memory: Memory;
  readonly ledger: Ledger;
  readonly outbox: Outbox;
  readonly players: PlayerBook;
  readonly roster: RosterBook;
  readonly stage: Stage;
  readonly history: WriteBehind;
  readonly deadLetters: DeadLetters;
  readonly redemptions: Redemptions;
  readonly ears: Ears;
  readonly clock: Clock;
  readonly log: Log;
}

/** Whether the channel is on air, as far as we have heard. */
export interface Stream {
  readonly live: boolean;
  readonly since: Instant;
}

/**
 * Decides and commits: each turn asks the rules, then writes the new state, the keys that make a repetition harmless,
 * and the effects, all in one transaction. Nothing is performed here.
 */
export class Turns {
  readonly #needs: TurnNeeds;

  constructor(needs: TurnNeeds) {
    this.#needs = needs;
  }

  /** The whole group in one transaction. Throws, and keeps nothing, when the storage fails. */
  take(group: readonly Turn[]): Receipt[] {
    try {
      return this.#together(group, (turn) => this.#decide(turn));
    } catch {
      // A transaction inside the transaction for each turn costs more than the turn, so only now they get one.
      return this.#together(group, (turn) => this.#takeOne(turn));
    }
  }

  #together(group: readonly Turn[], take: (turn: Turn) => Receipt): Receipt[] {
    try {
      return this.inTransaction(() => group.map(take));
    } catch (error) {
      this.#forget();
      throw error;
    }
  }

  /** A turn the rules cannot take must not spoil the others of its group, nor come back for ever. */
  #takeOne(turn: Turn): Receipt {
    try {
      return this.inTransaction(() => this.#decide(turn));
    } catch (error) {
      this.#needs.log.error("channel.poison", { turn: turn.is, ...described(error) });
      this.#forget();
      this.inTransaction(() => this.#bury(turn, error));
      return "poison";
    }
  }

  /** What gathers while turns are decided is written at their end. */
  inTransaction<T>(decide: () => T): T {
    const { storage, stage, ledger, outbox, history } = this.#needs;
    return storage.transactionSync(() => {
      const decided = decide();
      stage.keep();
      ledger.keep();
      outbox.keep();
      history.keep();
      return decided;
    });
  }

  /** What has gathered, and what was known by heart, may have been taken back. */
  #forget(): void {
    const { stage, ledger, outbox, history } = this.#needs;
    stage.forget();
    ledger.forget();
    outbox.forget();
    history.forget();
  }

  #decide(turn: Turn): Receipt {
    switch (turn.is) {
      case "notification":
        return this.#notified(turn);
      case "missed":
        return this.#needs.redemptions.missed(turn.redemption);
      case "ended-by-hand":
        return this.#needs.redemptions.endedByHand(turn.redemption, turn.as);
      case "replayed":
        return this.#needs.deadLetters.replay(turn.key, (again) => this.#decide(again));
      case "alarm":
        return this.#wakeFeatures();
      case "performed":
        return this.#performed(turn.errand, turn.performed);
    }
  }

  #notified({ messageId, sentAt, event }: Turn & { is: "notification" }): Receipt {
    const { redemptions, roster } = this.#needs;
    switch (event.is) {
      case "chat":
        return this.#heard(event.line);
      case "redeemed":
        return redemptions.redeemed(messageId, event.redemption);
      case "resolved":
        return redemptions.endedByOthers(event.redemption, event.as);
      case "stream":
        return this.#onAir(event.live, sentAt);
      case "moderator":
        roster.appoint(event.chatter.id, event.now);
        return "taken";
    }
  }

  /** The chat message's own id is the key: Twitch may tell of one line under two message ids. */
  #heard(line: ChatMessage): Receipt {
    const { memory, players, clock } = this.#needs;
    const key = `line:${line.id}`;
    if (memory.hasSeen(key)) return "duplicate";
    const taken = this.#meanings(line).map((meaning) => this.#obey(line, meaning));
    // A command on cooldown leaves no trace.
    if (!taken.includes(true)) return "quiet";
    memory.see(key, clock());
    players.rename(line.chatter);
    return "taken";
  }

  #obey(line: ChatMessage, meaning: Meaning): boolean {
    const feature = features[meaning.feature];
    return this.#needs.stage.play(meaning.feature, `${line.id}:${meaning.feature}`, (saved, scene) =>
      meaning.is === "command"
        ? feature.obey(meaning.command, meaning.said, saved, scene)
        : feature.listen(line, saved, scene),
    );
  }

  /** Twitch may tell of the end before the beginning: what it sent later is true. */
  #onAir(live: boolean, sentAt: Instant): Receipt {
    const { memory } = this.#needs;
    const told = (memory.recall("stream") as Stream | undefined)?.since ?? instant(0);
    if (sentAt <= told) return "duplicate";
    memory.keep("stream", { live, since: sentAt } satisfies Stream);
    return "taken";
  }

  #wakeFeatures(): Receipt {
    const { stage, clock } = this.#needs;
    const now = clock();
    for (const id of featureIds) {
      const at = stage.wakesAt(id);
      if (at !== undefined && at <= now)
        stage.play(id, `wake:${at}`, (saved, scene) => features[id].wake(saved, scene));
    }
    return "taken";
  }

  #performed(errand: Errand, performed: Performed): Receipt {
    const { outbox, deadLetters, redemptions, log } = this.#needs;
    const facts = { key: errand.key, effect: errand.effect.do, ...factsOf(errand.effect) };
    switch (performed.is) {
      case "unknown":
        log.info("effect.unknown", { ...facts, why: performed.why });
        outbox.decideBy(errand, performed.until);
        return "taken";
      case "postponed":
        log.info("effect.postponed", { ...facts, until: performed.at, why: performed.why });
        outbox.postpone(errand, performed.at);
        return "taken";
      case "done":
      case "dropped":
      case "given-up":
        if (!outbox.remove(errand)) return "duplicate";
    }
    if (performed.is === "done") log.info("effect.done", { ...facts, ...outcomeOf(performed) });
    else log.warn(`effect.${performed.is}`, { ...facts, why: performed.why });
    if (performed.is === "given-up") deadLetters.giveUp(errand, performed.why);
    const { effect } = errand;
    if (performed.is === "done" && performed.status && effect.do === "resolve")
      redemptions.resolved(effect.redemption, performed.status);
    if (performed.answer) this.#answered(errand, performed.answer);
    return "taken";
  }

  #answered({ feature, key }: Errand, answer: Answer): void {
    // A feature that was switched off has begun anew, and waits for nothing.
    if (feature === null || !this.#needs.stage.isOn(feature)) return;
    this.#needs.stage.play(feature, key, (saved, scene) => features[feature].answer(answer, saved, scene));
  }

  /**
   * Rules that throw cannot be asked again: the turn becomes a dead letter, the feature it concerned is closed,
   * and whoever has points in it gets them back.
   */
  #bury(turn: Turn, error: unknown): void {
    const { deadLetters, outbox, stage } = this.#needs;
    // Its letter was taken back with everything else, and lies where it lay.
    if (turn.is === "replayed") return;
    const key = deadLetters.bury(turn, error);
    if (turn.is === "performed") outbox.remove(turn.errand);
    if (turn.is === "notification") this.#refundPoison(turn);
    for (const id of this.#featuresOf(turn)) stage.close(id, key);
  }

  #refundPoison({ messageId, event }: Turn & { is: "notification" }): void {
    this.#needs.memory.see(event.is === "chat" ? `line:${event.line.id}` : messageId, this.#needs.clock());
    if (event.is === "redeemed") this.#needs.redemptions.missed(event.redemption);
  }

  #featuresOf(turn: Turn): readonly FeatureId[] {
    switch (turn.is) {
      case "performed":
        return turn.errand.feature === null ? [] : [turn.errand.feature];
      case "alarm":
        return featureIds;
      case "missed":
        return this.#featureOf(turn.redemption);
      case "ended-by-hand":
        return this.#featureOf(this.#needs.ledger.entry(turn.redemption));
      case "replayed":
        return [];
      case "notification":
        if (turn.event.is === "redeemed") return this.#featureOf(turn.event.redemption);
        return turn.event.is === "chat" ? this.#meanings(turn.event.line).map(({ feature }) => feature) : [];
    }
  }

  #featureOf(redemption: Pick<Redemption, "rewardId"> | undefined): readonly FeatureId[] {
    const feature = redemption && this.#needs.redemptions.featureOf(redemption);
    return feature === undefined ? [] : [feature];
  }

  #meanings = (line: ChatMessage) => meaningsOf(line, this.#needs.ears.listener);
}

const outcomeOf = ({ answer, status }: Performed & { is: "done" }) => ({
  ...(answer?.to === "time-out" && { landed: answer.landed }),
  ...(status && { status }),
});
