import type * as z from "zod";
import type { Instant } from "#kernel/clock";
import type { Texts } from "#kernel/i18n";
import type { Random } from "#kernel/random";
import type { Answer, Effect } from "#domain/twitch/effect";
import type { Redemption } from "#domain/twitch/redemption";

/** What is so at the moment of a move. */
export interface Scene {
  readonly now: Instant;
  readonly random: Random;
}

/** What a move may know besides the state of the game. */
export interface Table<Settings> extends Scene {
  readonly settings: Settings;
}

export interface Outcome<State> {
  readonly state: State;
  readonly effects: readonly Effect[];
}

export const outcome = <State>(state: State, ...effects: Effect[]): Outcome<State> => ({ state, effects });

/** How a reward looks on Twitch until the broadcaster changes it there; it is told apart by its id, never by this. */
export interface RewardDesign {
  readonly title: string;
  readonly prompt: string;
  /** In channel points. */
  readonly cost: number;
}

/** What the author of a game writes. */
export interface GameRules<State, Move, Settings> {
  readonly initial: State;
  readonly settings: z.ZodType<Settings>;
  /** The channel point rewards of the game: how each looks, and the move it stands for. */
  readonly rewards: Readonly<
    Record<string, { readonly design: RewardDesign; readonly move: (redemption: Redemption) => Move }>
  >;
  /** The move to make when the moment that `wakesAt` named has come. */
  readonly onWake: Move;
  readonly onAnswer: (answer: Answer) => Move;
  /** When the game wants to be woken; derived from its state, so that no alarm can be forgotten. */
  wakesAt(state: State): Instant | undefined;
  play(state: State, move: Move, table: Table<Settings>): Outcome<State>;
  readonly texts: Texts;
}

/** A game as it lies in the room: its own types stay inside it. */
export interface Saved {
  /** undefined: never played. */
  readonly state: unknown;
  readonly settings: unknown;
}

/** What the Channel room holds. */
export interface Game {
  readonly texts: Texts;
  readonly settings: z.ZodType;
  readonly rewards: Readonly<Record<string, RewardDesign>>;
  redeem(reward: string, redemption: Redemption, saved: Saved, scene: Scene): Outcome<unknown>;
  hear(answer: Answer, saved: Saved, scene: Scene): Outcome<unknown>;
  wake(saved: Saved, scene: Scene): Outcome<unknown>;
  wakesAt(state: unknown): Instant | undefined;
}

export function defineGame<State, Move, Settings>(rules: GameRules<State, Move, Settings>): Game {
  // The casts: this game wrote the state, this game's schema made the settings, and nobody else reads them.
  const stateOf = (state: unknown) => (state ?? rules.initial) as State;
  const play = (move: Move, { state, settings }: Saved, scene: Scene) =>
    rules.play(stateOf(state), move, { ...scene, settings: settings as Settings });

  return {
    texts: rules.texts,
    settings: rules.settings,
    rewards: Object.fromEntries(Object.entries(rules.rewards).map(([key, { design }]) => [key, design])),
    redeem: (reward, redemption, saved, scene) => {
      const entry = rules.rewards[reward];
      return entry ? play(entry.move(redemption), saved, scene) : { state: saved.state, effects: [] };
    },
    hear: (answer, saved, scene) => play(rules.onAnswer(answer), saved, scene),
    wake: (saved, scene) => play(rules.onWake, saved, scene),
    wakesAt: (state) => rules.wakesAt(stateOf(state)),
  };
}
