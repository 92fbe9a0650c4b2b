import type * as z from "zod";
import type { Instant } from "#kernel/clock";
import type { Texts } from "#kernel/i18n";
import type { Random } from "#kernel/random";
import type { Chatter } from "#domain/twitch/chatter";
import type { Answer, Effect } from "#domain/twitch/effect";
import type { ChatMessage } from "#domain/twitch/eventsub/channel-event";
import type { Players } from "#domain/twitch/players";
import type { Redemption } from "#domain/twitch/redemption";
import type { Roster } from "#domain/twitch/roster";

/** What is so at the moment of a move. */
export interface Scene {
  readonly now: Instant;
  readonly random: Random;
  readonly players: Players;
  readonly roster: Roster;
}

/** What a move may know besides the state of the feature. */
export interface Table<Settings> extends Scene {
  readonly settings: Settings;
}

export interface Outcome<State> {
  readonly state: State;
  readonly effects: readonly Effect[];
}

/** The same state and no effects: nothing happened, and nothing is written. */
export const outcome = <State>(state: State, ...effects: Effect[]): Outcome<State> => ({ state, effects });

/** How a reward looks on Twitch until the broadcaster changes it there; it is told apart by its id, never by this. */
export interface RewardDesign {
  readonly title: string;
  readonly prompt: string;
  /** In channel points. */
  readonly cost: number;
  /** Whether the viewer has to type something. */
  readonly asksForText?: boolean;
}

/** Somebody typed a command: `!name rest`. */
export interface Said {
  /** The id of the chat message: it names whatever the command begins. */
  readonly line: string;
  readonly by: Chatter;
  /** What follows the name, trimmed, without characters that cannot be seen. */
  readonly rest: string;
}

/** Who may use a command. Whoever may not is not heard at all. */
export type Audience = "everyone" | "privileged" | "admins";

export interface Command<Move> {
  /** What it is called, without the `!` and in small letters, until the channel's settings rename it. */
  readonly names: readonly [string, ...string[]];
  readonly for: Audience;
  readonly move: (said: Said) => Move;
}

export interface Reward<Move> {
  readonly design: RewardDesign;
  readonly move: (redemption: Redemption) => Move;
  /** The move it stands for when a person has ended the redemption at Twitch while it was in play; absent: none. */
  readonly onEnded?: (redemption: Redemption) => Move;
}

/** What the author of a feature writes. */
export interface FeatureRules<State, Move, Settings> {
  readonly initial: State;
  readonly settings: z.ZodType<Settings>;
  /** Its channel point rewards: how each looks, and the move it stands for. */
  readonly rewards?: Readonly<Record<string, Reward<Move>>>;
  readonly commands?: Readonly<Record<string, Command<Move>>>;
  /** What a line of chat means to it, besides its commands; undefined: nothing. Every line is asked, so it has to be quick. */
  readonly onLine?: (line: ChatMessage, settings: Settings) => Move | undefined;
  /** The move to make when the moment that `wakesAt` named has come. */
  readonly onWake?: Move;
  readonly onAnswer?: (answer: Answer) => Move;
  /** When it wants to be woken; derived from its state and settings, so that no alarm can be forgotten. */
  readonly wakesAt?: (state: State, settings: Settings) => Instant | undefined;
  readonly play: (state: State, move: Move, table: Table<Settings>) => Outcome<State>;
  /** What is owed, besides points, to those who are in play when the feature has to be closed. */
  readonly owed?: (state: State) => readonly Effect[];
  readonly texts: Texts;
}

/** A feature as it lies in the room: its own types stay inside it. */
export interface Saved {
  /** undefined: never used. */
  readonly state: unknown;
  readonly settings: unknown;
}

/** What the Channel room holds: a game, a set of commands, the bot's sleep. */
export interface Feature {
  readonly texts: Texts;
  readonly settings: z.ZodType;
  readonly rewards: Readonly<Record<string, RewardDesign>>;
  readonly commands: Readonly<Record<string, Pick<Command<unknown>, "names" | "for">>>;
  redeem(reward: string, redemption: Redemption, saved: Saved, scene: Scene): Outcome<unknown>;
  /** A person has ended a redemption at Twitch, and nothing is to be done about its points any more. */
  ended(reward: string, redemption: Redemption, saved: Saved, scene: Scene): Outcome<unknown>;
  obey(command: string, said: Said, saved: Saved, scene: Scene): Outcome<unknown>;
  /** Whether a line that is no command of its own concerns it. */
  isAbout(line: ChatMessage, settings: unknown): boolean;
  listen(line: ChatMessage, saved: Saved, scene: Scene): Outcome<unknown>;
  answer(answer: Answer, saved: Saved, scene: Scene): Outcome<unknown>;
  wake(saved: Saved, scene: Scene): Outcome<unknown>;
  wakesAt(saved: Saved): Instant | undefined;
  owed(saved: Saved): readonly Effect[];
}

export function defineFeature<State, Move, Settings>(rules: FeatureRules<State, Move, Settings>): Feature {
  const { rewards = {}, commands = {}, onLine, onWake, onAnswer } = rules;
  // The casts: this feature wrote the state, its schema made the settings, and nobody else reads them.
  const stateOf = ({ state }: Saved) => (state === undefined ? rules.initial : state) as State;
  const settingsOf = ({ settings }: Pick<Saved, "settings">) => settings as Settings;
  const play = (move: Move | undefined, saved: Saved, scene: Scene): Outcome<unknown> =>
    move === undefined
      ? outcome(saved.state)
      : unchangedIfInitial(
          saved,
          rules.play(stateOf(saved), move, { ...scene, settings: settingsOf(saved) }),
        );
  /** What was never written need not be written because nothing happened. */
  const unchangedIfInitial = (saved: Saved, played: Outcome<State>): Outcome<unknown> =>
    saved.state === undefined && played.state === rules.initial
      ? outcome(undefined, ...played.effects)
      : played;

  return {
    texts: rules.texts,
    settings: rules.settings,
    rewards: mapped(rewards, ({ design }) => design),
    commands: mapped(commands, ({ names, for: audience }) => ({ names, for: audience })),
    redeem: (reward, redemption, saved, scene) => play(rewards[reward]?.move(redemption), saved, scene),
    ended: (reward, redemption, saved, scene) => play(rewards[reward]?.onEnded?.(redemption), saved, scene),
    obey: (command, said, saved, scene) => play(commands[command]?.move(said), saved, scene),
    isAbout: (line, settings) => onLine?.(line, settingsOf({ settings })) !== undefined,
    listen: (line, saved, scene) => play(onLine?.(line, settingsOf(saved)), saved, scene),
    answer: (answer, saved, scene) => play(onAnswer?.(answer), saved, scene),
    wake: (saved, scene) => play(onWake, saved, scene),
    wakesAt: (saved) => rules.wakesAt?.(stateOf(saved), settingsOf(saved)),
    owed: (saved) => rules.owed?.(stateOf(saved)) ?? [],
  };
}

const mapped = <From, To>(all: Readonly<Record<string, From>>, map: (each: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(all).map(([key, each]) => [key, map(each)]));
