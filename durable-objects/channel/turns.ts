import { type Clock, earliest, type Instant } from "#kernel/clock";
import type { ChannelId } from "#kernel/ids";
import { described, type Log } from "#kernel/log";
import type { Random } from "#kernel/random";
import { type Answer, type Effect, refund } from "#domain/twitch/effect";
import type { ChannelEvent } from "#domain/twitch/eventsub/channel-event";
import type { Outcome, Scene } from "#domain/twitch/games/game";
import { type GameId, gameIds, gameOfReward, games } from "#domain/twitch/games/index";
import type { Redemption, RedemptionStatus } from "#domain/twitch/redemption";
import type { ChannelSettings } from "#domain/twitch/settings";
import { GameStates } from "./game-states.ts";
import { gameResultRow, playerRow, redemptionRow } from "./history-rows.ts";
import type { Ledger, LedgerEntry } from "./ledger.ts";
import type { Memory } from "./memory.ts";
import type { Errand, Outbox } from "./outbox.ts";
import type { Performed } from "./perform/performed.ts";
import type { WriteBehind } from "./write-behind.ts";

/** Something the room has to decide about. */
export type Turn =
  | { readonly is: "notification"; readonly messageId: string; readonly event: ChannelEvent }
  /** A redemption that Twitch never told us of, and that is too old to be played. */
  | { readonly is: "missed"; readonly redemption: Redemption }
  | { readonly is: "alarm" }
  | { readonly is: "performed"; readonly errand: Errand; readonly performed: Performed };

/** What became of a turn; for a notification, what the door may count. */
export type Receipt = "taken" | "duplicate" | "foreign" | "quiet" | "poison";

export interface TurnNeeds {
  readonly channel: ChannelId;
  readonly storage: DurableObjectStorage;
  readonly memory: Memory;
  readonly ledger: Ledger;
  readonly outbox: Outbox;
  readonly history: WriteBehind;
  readonly settings: () => ChannelSettings;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
}

/**
 * Decides and commits: each turn asks the rules, then writes the new state, the keys that make a repetition harmless,
 * and the effects, all in one transaction. Nothing is performed here.
 */
export class Turns {
  readonly #needs: TurnNeeds;
  readonly #states: GameStates;

  constructor(needs: TurnNeeds) {
    this.#needs = needs;
    this.#states = new GameStates(needs.memory);
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
      return this.#inTransaction(() => group.map(take));
    } catch (error) {
      this.#forget();
      throw error;
    }
  }

  /** When the next game wants to be woken; undefined when none does. */
  nextWake(): Instant | undefined {
    return earliest(gameIds.map((id) => games[id].wakesAt(this.#states.get(id))));
  }

  /** A turn the rules cannot take must not spoil the others of its group, nor come back for ever. */
  #takeOne(turn: Turn): Receipt {
    try {
      return this.#inTransaction(() => this.#decide(turn));
    } catch (error) {
      this.#needs.log.error("channel.poison", { turn: turn.is, ...described(error) });
      this.#forget();
      this.#inTransaction(() => this.#bury(turn, error));
      return "poison";
    }
  }

  /** What gathers while turns are decided is written at their end. */
  #inTransaction<T>(decide: () => T): T {
    return this.#needs.storage.transactionSync(() => {
      const decided = decide();
      this.#states.keep();
      this.#needs.ledger.keep();
      this.#needs.outbox.keep();
      this.#needs.history.keep();
      return decided;
    });
  }

  /** What has gathered, and what was known by heart, may have been taken back. */
  #forget(): void {
    this.#states.forget();
    this.#needs.ledger.forget();
    this.#needs.outbox.forget();
    this.#needs.history.forget();
  }

  #decide(turn: Turn): Receipt {
    switch (turn.is) {
      case "notification":
        return this.#notified(turn.messageId, turn.event);
      case "missed":
        return this.#refundMissed(turn.redemption);
      case "alarm":
        return this.#wakeGames();
      case "performed":
        return this.#performed(turn.errand, turn.performed);
    }
  }

  #notified(messageId: string, event: ChannelEvent): Receipt {
    const { memory, ledger, clock } = this.#needs;
    // What is said in chat triggers nothing yet.
    if (event.is === "chat") return "quiet";
    const { redemption } = event;
    const key = this.#keyOf(redemption);
    if (key === undefined) return "foreign";
    if (ledger.entry(redemption.id) || !memory.see(messageId, clock())) return "duplicate";
    return this.#redeemed(key, redemption);
  }

  #redeemed(key: string, redemption: Redemption): Receipt {
    this.#enter(key, redemption);
    const game = gameOfReward(key);
    if (game === undefined) this.#settle(null, [refund(redemption.id)], redemption.id);
    else this.#play(game, redemption.id, (saved, scene) => games[game].redeem(key, redemption, saved, scene));
    return "taken";
  }

  #refundMissed(redemption: Redemption): Receipt {
    const key = this.#keyOf(redemption);
    if (key === undefined) return "foreign";
    if (this.#needs.ledger.entry(redemption.id)) return "duplicate";
    this.#enter(key, redemption);
    this.#settle(null, [refund(redemption.id)], redemption.id);
    return "taken";
  }

  #wakeGames(): Receipt {
    const now = this.#needs.clock();
    for (const id of gameIds) {
      const at = games[id].wakesAt(this.#states.get(id));
      if (at !== undefined && at <= now)
        this.#play(id, `wake:${at}`, (saved, scene) => games[id].wake(saved, scene));
    }
    return "taken";
  }

  #performed(errand: Errand, performed: Performed): Receipt {
    const { outbox, memory, clock, log } = this.#needs;
    const facts = { key: errand.key, effect: errand.effect.do };
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
    if (performed.is !== "done") log.warn(`effect.${performed.is}`, { ...facts, why: performed.why });
    if (performed.is === "given-up")
      memory.bury({ key: errand.key, at: clock(), what: errand.effect, why: performed.why });
    if (performed.is === "done" && performed.status) this.#resolved(errand, performed.status);
    if (performed.answer) this.#hear(errand, performed.answer);
    return "taken";
  }

  #resolved({ effect }: Errand, status: RedemptionStatus): void {
    if (effect.do !== "resolve") return;
    const entry = this.#needs.ledger.resolve(effect.redemption, status, this.#needs.clock());
    if (entry) this.#remember(entry);
  }

  #hear({ game, key }: Errand, answer: Answer): void {
    if (game !== null) this.#play(game, key, (saved, scene) => games[game].hear(answer, saved, scene));
  }

  #play(
    id: GameId,
    cause: string,
    move: (saved: { state: unknown; settings: unknown }, scene: Scene) => Outcome<unknown>,
  ): void {
    const { clock, random, settings } = this.#needs;
    const state = this.#states.get(id);
    const outcome = move({ state, settings: settings()[id] }, { now: clock(), random });
    if (outcome.state !== state) this.#states.set(id, outcome.state);
    this.#settle(id, outcome.effects, cause);
  }

  /** Effects go to the outbox; what is to be kept for good goes to the journal at once. */
  #settle(game: GameId | null, effects: readonly Effect[], cause: string): void {
    const { channel, outbox, ledger, history, clock } = this.#needs;
    const now = clock();
    effects.forEach((effect, place) => {
      if (effect.do === "record")
        return history.note(effect.result.id, gameResultRow(channel, effect.result), now);
      if (effect.do === "resolve") ledger.decide(effect.redemption, effect.as);
      outbox.add(`${cause}:${effect.do}:${place}`, game, effect, now);
    });
  }

  #enter(key: string, redemption: Redemption): void {
    const { channel, ledger, history, clock } = this.#needs;
    const now = clock();
    this.#remember(ledger.enter(key, redemption, now));
    history.note(redemption.viewer.id, playerRow(channel, redemption.viewer, now), now);
  }

  #remember(entry: LedgerEntry): void {
    const { channel, history, clock } = this.#needs;
    history.note(entry.id, redemptionRow(channel, entry), clock());
  }

  /** The key of the reward, by its id; undefined: somebody else's reward, which is never touched. */
  #keyOf({ rewardId }: Redemption): string | undefined {
    for (const [key, id] of this.#needs.memory.rewards()) if (id === rewardId) return key;
    return undefined;
  }

  /**
   * Rules that throw cannot be asked again: the turn becomes a dead letter, the game it concerned is closed,
   * and whoever has points in it gets them back.
   */
  #bury(turn: Turn, error: unknown): void {
    const { memory, outbox, clock } = this.#needs;
    const now = clock();
    const key = `poison:${turn.is}:${now}`;
    memory.bury({ key, at: now, what: turn, why: error instanceof Error ? error.message : String(error) });
    if (turn.is === "performed") outbox.remove(turn.errand);
    if (turn.is === "notification") this.#refundPoison(turn);
    for (const id of this.#gamesOf(turn)) this.#close(id, key);
  }

  #refundPoison({ messageId, event }: Turn & { is: "notification" }): void {
    this.#needs.memory.see(messageId, this.#needs.clock());
    if (event.is === "redeemed") this.#refundMissed(event.redemption);
  }

  #gamesOf(turn: Turn): readonly GameId[] {
    if (turn.is === "performed") return turn.errand.game === null ? [] : [turn.errand.game];
    if (turn.is === "alarm") return gameIds;
    const redemption =
      turn.is === "missed" ? turn.redemption : turn.event.is === "redeemed" && turn.event.redemption;
    const key = redemption && this.#keyOf(redemption);
    const game = key ? gameOfReward(key) : undefined;
    return game === undefined ? [] : [game];
  }

  #close(game: GameId, cause: string): void {
    this.#states.set(game, undefined);
    const inPlay = this.#needs.ledger.undecided(Object.keys(games[game].rewards));
    this.#settle(null, inPlay.map(refund), cause);
  }
}
