import type { Call, House, LedgerRow, Player, Viewer } from "./house.ts";

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

/** What came of an evening. */
export interface Seen {
  /** What the bot has said. */
  readonly lines: readonly string[];
  /** The ids of those it has timed out. */
  readonly soaked: readonly string[];
  /** How redemptions were ended by Taproom: every time that Twitch agreed. */
  readonly ends: readonly (readonly [id: string | undefined, as: string])[];
  /** Redemptions as Twitch knows them … */
  readonly redemptions: readonly { readonly id: string; readonly status: string }[];
  /** … and as Taproom does. */
  readonly ledger: readonly LedgerRow[];
  readonly players: readonly Player[];
}

const viewersService = "viewers";

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
    const at = Date.now();
    this.deeds.push({
      service: viewersService,
      method: "",
      path: what,
      query: {},
      body: null,
      status: 0,
      at,
    });
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

  async look(): Promise<Seen> {
    const { house, channel } = this;
    const done = (await this.calls()).filter(({ status }) => status >= 200 && status < 300);
    const { redemptions } = await house.world<Pick<Seen, "redemptions">>(
      `/twitch/state?broadcasterId=${channel}`,
    );
    return {
      lines: done.filter(isLine).map(({ body }) => textIn(body)),
      soaked: done.filter(isTimeout).map(({ body }) => idIn(body)),
      ends: done.filter(isEnding).map(({ query, body }) => [query["id"], statusIn(body)]),
      redemptions,
      ledger: await house.ledger(channel),
      players: await house.players(channel),
    };
  }
}

const to = (method: string, path: string) => (call: Call) => call.method === method && call.path === path;

export const isLine = to("POST", "/helix/chat/messages");
export const isTimeout = to("POST", "/helix/moderation/bans");
export const isEnding = to("PATCH", "/helix/channel_points/custom_rewards/redemptions");
export const isBanCheck = to("GET", "/helix/moderation/banned");
export const isLookAround = to("GET", "/helix/chat/chatters");
export const isRewardChange = to("PATCH", "/helix/channel_points/custom_rewards");

export const happened = (is: (call: Call) => boolean) => (done: readonly Call[]) => done.some(is);

/** Taproom has begun to say something like this, so often. */
export const said =
  (words: RegExp, times = 1) =>
  (done: readonly Call[]) =>
    done.filter((call) => isLine(call) && words.test(textIn(call.body))).length >= times;

export const did = (what: string) =>
  happened(({ service, path }) => service === viewersService && path === what);

export const wait = (seconds: number) => new Promise((done) => setTimeout(done, seconds * 1_000));

const statusIn = (body: unknown) => (body as { status: string }).status;
const idIn = (body: unknown) => (body as { data: { user_id: string } }).data.user_id;
const textIn = (body: unknown) => (body as { message: string }).message;
