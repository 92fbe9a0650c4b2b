/** What tests of 21 play with: people at a table, move by move, and everything that came of it. */
import { after, type Instant, seconds } from "#kernel/clock";
import { type Language, translator } from "#kernel/i18n";
import type { RedemptionId } from "#kernel/ids";
import { seeded } from "#kernel/random";
import type { Effect } from "#domain/twitch/effect";
import type { Outcome } from "#domain/twitch/features/feature";
import { noon, only, person, players, roster, said, scene } from "#domain/twitch/features/rehearsal";
import { noScore, type Score } from "#domain/twitch/players";
import type { Roster } from "#domain/twitch/roster";
import { commandTexts } from "#domain/twitch/commands";
import { defaultSettings } from "#domain/twitch/settings";
import { begin, type Game } from "./game.ts";
import { twentyOne } from "./index.ts";
import { play, type TwentyOneMove, wakesAt } from "./rules.ts";
import { twentyOneSettings, type TwentyOneSettings } from "./settings.ts";
import type { Guest } from "./stake.ts";
import { nobody, type TwentyOne } from "./state.ts";

export class Story {
  state: TwentyOne = nobody;
  /** Of the last move. */
  effects: readonly Effect[] = [];
  /** Of all moves. */
  readonly everything: Effect[] = [];
  readonly scores: Record<string, Score> = {};
  readonly roster: Roster;
  settings: TwentyOneSettings;
  now: Instant = noon;
  random = seeded(1);
  /** How many redemptions there were. */
  redemptions = 0;
  #stakes = 0;

  constructor(settings: Partial<TwentyOneSettings> = {}, who: Partial<Roster> = {}) {
    this.settings = twentyOneSettings.parse(settings);
    this.roster = roster(who);
  }

  at(second: number): this {
    this.now = after(noon, seconds(second));
    return this;
  }

  /** The next game is dealt from this seed. */
  deals(seed: number): this {
    this.random = () => seed / 2 ** 32;
    return this;
  }

  has(name: string, score: Partial<Score>): this {
    this.scores[name] = { ...noScore, ...score };
    return this;
  }

  /** Redeems the reward; its redemptions are called r1, r2, … */
  redeems = (name: string) => {
    this.redemptions += 1;
    const redemption = `r${++this.#stakes}` as RedemptionId;
    return this.does({ move: "enter", by: person(name), stake: { by: "reward", redemption } });
  };

  /** Types the command. */
  types = (name: string) =>
    this.does({ move: "enter", by: person(name), stake: { by: "ticket", line: `l${++this.#stakes}` } });

  leaves = (name: string) => this.does({ move: "leave", by: person(name) });
  hits = (name: string) => this.does({ move: "hit", by: person(name) });
  stands = (name: string) => this.does({ move: "stand", by: person(name) });
  wakes = () => this.does({ move: "wake" });

  /** Rings every alarm that is asked for, up to a second. */
  until(second: number): this {
    const effects: Effect[] = [];
    for (let at = this.wakesAt; at !== undefined && at <= after(noon, seconds(second)); at = this.wakesAt) {
      this.now = at;
      effects.push(...this.wakes().effects);
    }
    this.effects = effects;
    return this.at(second);
  }

  does(move: TwentyOneMove): this {
    const table = {
      ...scene({ now: this.now, random: this.random, players: players(this.scores), roster: this.roster }),
      settings: this.settings,
    };
    return this.#take(play(this.state, move, table));
  }

  get wakesAt() {
    return wakesAt(this.state, this.settings);
  }

  /** The second it wants to be woken at. */
  get wakesAtSecond(): number | undefined {
    return this.wakesAt === undefined ? undefined : (this.wakesAt - noon) / 1_000;
  }

  get said(): string[] {
    return said(this.effects);
  }

  heard(language: Language = "ru"): string[] {
    const translate = translator(language, [twentyOne.texts, commandTexts(defaultSettings.commands)]);
    return only("say", this.effects).map(({ text }) => translate(text));
  }

  get resolved(): Record<string, string> {
    return Object.fromEntries(only("resolve", this.effects).map(({ redemption, as }) => [redemption, as]));
  }

  get timedOut(): string[] {
    return only("time-out", this.effects).map(({ chatter }) => chatter.id);
  }

  get result() {
    return only("record", this.effects)[0]?.result;
  }

  get queue(): string[] {
    return this.state.queue.map(({ chatter }) => chatter.id);
  }

  get game(): Game | undefined {
    return this.state.phase === "playing" ? this.state.game : undefined;
  }

  #take({ state, effects }: Outcome<TwentyOne>): this {
    this.state = state;
    this.effects = effects;
    this.everything.push(...effects);
    for (const { player, wins = 0, losses = 0, tickets = 0 } of only("score", effects)) {
      const before = this.scores[player.id] ?? noScore;
      this.has(player.id, {
        wins: before.wins + wins,
        losses: before.losses + losses,
        tickets: before.tickets + tickets,
      });
    }
    return this;
  }
}

/** Deals to ann and bob, who came in this order. */
export const dealt = (seed: number, settings: TwentyOneSettings): Game =>
  begin([guest("ann"), guest("bob")], { seed, beganAt: noon, settings });

const guest = (name: string): Guest => ({
  chatter: person(name),
  stake: { by: "ticket", line: name },
  cameAt: noon,
});

/** A seed that deals like this. */
export function seedWhere(isSo: (game: Game) => boolean, settings: TwentyOneSettings): number {
  for (let seed = 0; seed < 100_000; seed++) if (isSo(dealt(seed, settings))) return seed;
  throw new Error("No such deal");
}
