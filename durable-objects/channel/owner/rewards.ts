import { RpcTarget } from "cloudflare:workers";
import { ConsentNeeded, SilenceError, TaproomError, UpstreamError } from "#kernel/errors";
import type { OwnReward, RewardChange } from "#adapters/helix/channel-points";
import { rewardDesigns } from "#domain/twitch/features/index";
import type { PausedWhile } from "#domain/twitch/paused-while";
import { type Asked, denied, granted } from "../../asked.ts";
import type { Rewards } from "../rewards.ts";

/** What Twitch has of the rewards, by their keys; `problem`: why Twitch does not tell. */
interface AtTwitch {
  readonly atTwitch: Readonly<Record<string, OwnReward>>;
  readonly problem?: string;
}

/** The rewards, as they are sold. */
export interface Shelf extends AtTwitch {
  /** Why the bot pauses those that it does not let be sold, by their keys. */
  readonly paused: Readonly<Record<string, PausedWhile>>;
}

/** The rewards, as the owner sees to them. */
export class OwnersRewards extends RpcTarget {
  readonly #rewards: Rewards;
  readonly #pausedWhile: (key: string) => PausedWhile | undefined;

  constructor(rewards: Rewards, pausedWhile: (key: string) => PausedWhile | undefined) {
    super();
    this.#rewards = rewards;
    this.#pausedWhile = pausedWhile;
  }

  async list(): Promise<Shelf> {
    const paused = [...rewardDesigns.keys()].flatMap((key) => {
      const why = this.#pausedWhile(key);
      return why ? [[key, why] as const] : [];
    });
    return { ...(await this.#atTwitch()), paused: Object.fromEntries(paused) };
  }

  async #atTwitch(): Promise<AtTwitch> {
    try {
      return { atTwitch: Object.fromEntries(await this.#rewards.atTwitch()) };
    } catch (error) {
      if (!(error instanceof TaproomError)) throw error;
      return { atTwitch: {}, problem: wordsFor(error) };
    }
  }

  create(key: string): Promise<Asked<OwnReward>> {
    const design = rewardDesigns.get(key);
    if (!design) return Promise.resolve(unknown(key));
    return atTwitch(
      () => this.#rewards.create(key, design),
      () => denied("conflict", "Twitch has this reward already"),
    );
  }

  async change(key: string, change: RewardChange): Promise<Asked<OwnReward>> {
    if (!rewardDesigns.has(key)) return unknown(key);
    const why = this.#pausedWhile(key);
    // The chores would pause it again.
    if (change.isPaused === false && why) return denied("conflict", whyNotSold[why]);
    return atTwitch(
      () => this.#rewards.change(key, change),
      () => denied("missing", "Twitch does not have this reward: create it first"),
    );
  }
}

const whyNotSold: Readonly<Record<PausedWhile, string>> = {
  stopped: "The bot is stopped, and its rewards are paused until it is started",
  "switched-off": "The reward's feature is switched off, and the reward is paused until it is on again",
  asleep: "The bot sleeps, and its rewards are paused until it wakes up",
};

const unknown = (key: string) => denied("missing", `No feature knows a reward ${key}`);

/** What Twitch says no to is told in words. */
async function atTwitch(
  act: () => Promise<OwnReward | undefined>,
  unlessDone: () => Asked<OwnReward>,
): Promise<Asked<OwnReward>> {
  try {
    const reward = await act();
    return reward ? granted(reward) : unlessDone();
  } catch (error) {
    if (!(error instanceof TaproomError)) throw error;
    return denied(
      error instanceof ConsentNeeded ? "conflict" : error.retry ? "silence" : "upstream",
      wordsFor(error),
    );
  }
}

function wordsFor(error: TaproomError): string {
  if (error instanceof ConsentNeeded)
    return "The broadcaster has not signed in, or has taken the consent back";
  if (error instanceof SilenceError) return "Twitch does not answer; whether it has acted is not known";
  return error instanceof UpstreamError ? refusalOf(error) : error.message;
}

function refusalOf({ status, said }: UpstreamError): string {
  switch (status) {
    case 401:
      return `The broadcaster has to sign in again: ${said}`;
    case 403:
      return `Twitch does not allow it: channel points are for affiliates and partners, and rewards are changed by whoever made them (${said})`;
    case 404:
      return "Twitch does not have this reward any more: create it anew";
    case 429:
      return "Twitch is asked too often; try again in a minute";
    default:
      return /DUPLICATE_REWARD/.test(said)
        ? "The channel has another reward with this title"
        : /TOO_MANY_REWARDS/.test(said)
          ? "The channel has fifty rewards, and Twitch takes no more"
          : `Twitch says no: ${said}`;
  }
}
