import type { Call, House, Viewer } from "./house.ts";
import { isLine, type Seen, textIn } from "./seen.ts";

/** From when to when, in seconds. */
export type Window = readonly [number, number];

export interface Phase {
  /** When about it is, after the game has begun. */
  readonly about: Window;
  /** What tells that it has come, out of all that was done until then, by Taproom and by viewers. */
  readonly since: (done: readonly Call[]) => boolean;
}

/** A game as the kills see it. */
export interface Game {
  readonly name: string;
  readonly settings: unknown;
  /** Who is in chat. */
  readonly viewers: readonly Viewer[];
  /** How long each of Twitch's answers takes: leaves room to die between asking and hearing. */
  readonly answersTake: number;
  /** In their order. Which one a kill has really found is told afterwards: the last that had come. */
  readonly phases: Readonly<Record<string, Phase>>;
  readonly prepare?: (evening: Evening) => Promise<unknown>;
  /** All that people do, from the beginning to the end, whatever befalls Taproom meanwhile. */
  readonly play: (evening: Evening) => Promise<void>;
  /** Whether all has come that is to come; that every redemption has ended need not be asked. */
  readonly isOver: (seen: Seen) => boolean;
  readonly expectWhole: (evening: Evening, seen: Seen) => void | Promise<void>;
}

/** What a viewer does stands among what Taproom does. */
const deed = { service: "viewers", method: "", query: {}, body: null, status: 0 };

/** One channel, and one game that is played there. */
export class Evening {
  readonly house: House;
  readonly game: Game;
  readonly channel: string;
  readonly deeds: Call[] = [];
  #began = 0;

  constructor(house: House, game: Game, channel: string) {
    this.house = house;
    this.game = game;
    this.channel = channel;
  }

  async open(): Promise<void> {
    const { house, game, channel } = this;
    await house.openWith(game.viewers, channel, game.settings);
    await game.prepare?.(this);
    await house.world("/faults", { service: "twitch", channel, delayMs: game.answersTake });
  }

  async play(): Promise<void> {
    this.#began = Date.now();
    await this.game.play(this);
  }

  /** Waits until so many seconds after the beginning. */
  at = (seconds: number) => wait(Math.max(0, seconds - (Date.now() - this.#began) / 1_000));

  /** People remember what they did, and when. */
  did(what: string): void {
    this.deeds.push({ ...deed, path: what, at: Date.now() });
  }

  redeem(reward: string, user: Viewer, input = ""): Promise<{ id: string; status: number }> {
    return this.house.redeem(this.channel, reward, user, input);
  }

  say(user: Viewer | "broadcaster", text: string): Promise<boolean> {
    return this.house.say(this.channel, user === "broadcaster" ? this.channel : user.id, text);
  }

  /** The last phase that had come by then; undefined: it had not begun. */
  phaseAt(moment: number, calls: readonly Call[]): string | undefined {
    const done = [...calls.filter(({ at }) => at <= moment), ...this.deeds.filter(({ at }) => at <= moment)];
    return Object.entries(this.game.phases).findLast(([, { since }]) => since(done))?.[0];
  }

  calls = () => this.house.calls(this.channel);
}

export const happened = (is: (call: Call) => boolean) => (done: readonly Call[]) => done.some(is);

/** Taproom has begun to say something like this, so often. */
export const said =
  (words: RegExp, times = 1) =>
  (done: readonly Call[]) =>
    done.filter((call) => isLine(call) && words.test(textIn(call.body))).length >= times;

export const did = (what: string) =>
  happened(({ service, path }) => service === deed.service && path === what);

export const wait = (seconds: number) => new Promise((done) => setTimeout(done, seconds * 1_000));
