import { type Clock, earliest, type Instant } from "#kernel/clock";
import type { Translate } from "#kernel/i18n";
import type { ChannelId, RedemptionId } from "#kernel/ids";
import type { Log } from "#kernel/log";
import type { Random } from "#kernel/random";
import { chatLines } from "#domain/twitch/chat-line";
import { type Effect, refund } from "#domain/twitch/effect";
import type { Outcome, Saved, Scene } from "#domain/twitch/features/feature";
import { type FeatureId, featureIds, features } from "#domain/twitch/features/index";
import { awake } from "#domain/twitch/features/sleep/awake";
import { type PausedWhile, pausedWhile } from "#domain/twitch/paused-while";
import type { Roster } from "#domain/twitch/roster";
import type { ChannelSettings } from "#domain/twitch/settings";
import { factsOf } from "./facts-of.ts";
import { FeatureStates } from "./feature-states.ts";
import { gameResultRow, playerRow } from "./history-rows.ts";
import type { Ledger } from "./ledger.ts";
import type { Memory } from "./memory.ts";
import type { Outbox } from "./outbox.ts";
import type { PlayerBook } from "./players.ts";
import type { Switches } from "./switches.ts";
import type { WriteBehind } from "../write-behind.ts";

export interface StageNeeds {
  readonly channel: ChannelId;
  readonly memory: Memory;
  readonly ledger: Ledger;
  readonly outbox: Outbox;
  readonly players: PlayerBook;
  readonly history: WriteBehind;
  readonly switches: Switches;
  readonly settings: () => ChannelSettings;
  readonly roster: () => Roster;
  readonly translate: () => Translate;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
}

type Move = (saved: Saved, scene: Scene) => Outcome<unknown>;

interface Wake {
  readonly saved: Saved;
  readonly at: Instant | undefined;
}

/** Where the features are played: hands them their state and what they may know, and books what they answer. */
export class Stage {
  readonly #needs: StageNeeds;
  readonly #states: FeatureStates;
  /** Asked after every turn, and mostly the same as before. */
  readonly #wakes = new Map<FeatureId, Wake>();

  constructor(needs: StageNeeds) {
    this.#needs = needs;
    this.#states = new FeatureStates(needs.memory);
  }

  /** Whether the bot obeys anybody just now. */
  awake(): boolean {
    return this.isRunning && awake(this.saved("sleep"), this.#needs.clock());
  }

  /** Whether nobody has stopped the bot: stopped, it does not hear orders to wake up either. */
  get isRunning(): boolean {
    return this.#needs.switches.stopped === undefined;
  }

  /** Whether nobody has switched a feature off. */
  isOn(id: FeatureId): boolean {
    return this.#needs.switches.isOn(id);
  }

  /** Why nobody is to spend points on a reward just now; undefined: everybody may. */
  pausedWhile(reward: string): PausedWhile | undefined {
    const settings = this.#needs.settings();
    return pausedWhile(reward, { settings, isRunning: this.isRunning, isAwake: this.awake() });
  }

  saved(id: FeatureId): Saved {
    return { state: this.#states.get(id), settings: this.#needs.settings()[id] };
  }

  /** When the next feature wants to be woken; undefined when none does. */
  nextWake(): Instant | undefined {
    return earliest(featureIds.map((id) => this.wakesAt(id)));
  }

  wakesAt(id: FeatureId): Instant | undefined {
    if (!this.isOn(id)) return undefined;
    const saved = this.saved(id);
    const known = this.#wakes.get(id);
    if (known && known.saved.state === saved.state && known.saved.settings === saved.settings)
      return known.at;
    const at = features[id].wakesAt(saved);
    this.#wakes.set(id, { saved, at });
    return at;
  }

  /** Answers whether anything came of the move. Nothing is written before `keep`. */
  play(id: FeatureId, cause: string, move: Move): boolean {
    const saved = this.saved(id);
    const { state, effects } = move(saved, this.#scene());
    if (state !== saved.state) this.#states.set(id, state);
    this.settle(id, effects, cause);
    return state !== saved.state || effects.length > 0;
  }

  /** What is for our own books is booked; what is to be done outside goes to the outbox. */
  settle(feature: FeatureId | null, effects: readonly Effect[], cause: string): void {
    effects.forEach((effect, place) => this.#book(effect, feature, `${cause}:${effect.do}:${place}`));
  }

  /** A feature that is switched off, or whose rules have failed, begins anew, and whoever has something at stake in it gets it back. */
  close(id: FeatureId, cause: string): void {
    const owed = features[id].owed(this.saved(id));
    this.#states.set(id, undefined);
    const inPlay = this.#needs.ledger.undecided(Object.keys(features[id].rewards));
    this.settle(null, [...owed, ...inPlay.map(refund)], cause);
  }

  keep(): void {
    this.#states.keep();
  }

  /** A transaction was taken back. */
  forget(): void {
    this.#states.forget();
  }

  #scene(): Scene {
    const { clock, random, players, roster } = this.#needs;
    return { now: clock(), random, players, roster: roster() };
  }

  #book(effect: Effect, feature: FeatureId | null, key: string): void {
    const { channel, outbox, ledger, players, history, clock, log } = this.#needs;
    const now = clock();
    log.debug(`decided.${effect.do}`, { feature, key, ...factsOf(effect) });
    switch (effect.do) {
      case "record":
        return history.note(effect.result.id, gameResultRow(channel, effect.result), now);
      case "score":
        return history.note(effect.player.id, playerRow(channel, players.add(effect), now), now);
      case "say":
        return this.#linesOf(effect).forEach((_, part) =>
          outbox.add({ key: part === 0 ? key : `${key}.${part}`, feature, effect, part }, now),
        );
      case "resolve":
        if (this.#hasItsEnd(effect.redemption)) return;
        ledger.decide(effect.redemption, effect.as);
    }
    outbox.add({ key, feature, effect, part: 0 }, now);
  }

  /** What was decided first counts: a person may have been faster than the game. */
  #hasItsEnd(id: RedemptionId): boolean {
    const { ledger, outbox } = this.#needs;
    const entry = ledger.entry(id);
    if (!entry || entry.decided === null) return false;
    return entry.status !== "UNFULFILLED" || outbox.resolutionOf(id) !== undefined;
  }

  /** A long text becomes several lines, each an errand of its own: every one of them is said at most once. */
  #linesOf = ({ text }: Effect & { do: "say" }) => chatLines(this.#needs.translate()(text));
}
