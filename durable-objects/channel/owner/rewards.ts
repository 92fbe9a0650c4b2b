import { RpcTarget } from "cloudflare:workers";
import { ConsentNeeded, SilenceError, TaproomError, UpstreamError } from "#kernel/errors";
import type { OwnReward, RewardChange } from "#adapters/helix/channel-points";
import { codeOf, type RewardRefusal, rewardRefusals } from "#domain/admin/reward-refusals";
import { rewardDesigns } from "#domain/twitch/features/index";
import type { PausedWhile } from "#domain/twitch/paused-while";
import { type Asked, type Because, denied, granted } from "../../asked.ts";
import type { Rewards } from "../rewards.ts";

/** What Twitch has of the rewards, by their keys; `problem`: why Twitch does not tell. */
interface AtTwitch {
  readonly atTwitch: Readonly<Record<string, OwnReward>>;
  readonly problem?: string;
  readonly problemCode?: string;
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
      const { why, code } = noOf(error);
      return { atTwitch: {}, problem: why, ...(code !== undefined && { problemCode: code }) };
    }
  }

  create(key: string): Promise<Asked<OwnReward>> {
    const design = rewardDesigns.get(key);
    if (!design) return Promise.resolve(unknown(key));
    return atTwitch(
      () => this.#rewards.create(key, design),
      () => refused("conflict", "there"),
    );
  }

  async change(key: string, change: RewardChange): Promise<Asked<OwnReward>> {
    if (!rewardDesigns.has(key)) return unknown(key);
    const why = this.#pausedWhile(key);
    // The chores would pause it again.
    if (change.isPaused === false && why) return refused("conflict", why);
    return atTwitch(
      () => this.#rewards.change(key, change),
      () => refused("missing", "gone"),
    );
  }
}

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
    const { why, code } = noOf(error);
    return denied(
      error instanceof ConsentNeeded ? "conflict" : error.retry ? "silence" : "upstream",
      why,
      code,
    );
  }
}

/** A "no" for a person, and what it is called. */
interface No {
  readonly why: string;
  readonly code?: string;
}

const no = (refusal: RewardRefusal): No => ({ why: rewardRefusals[refusal], code: codeOf(refusal) });
const refused = (because: Because, refusal: RewardRefusal) =>
  denied(because, rewardRefusals[refusal], codeOf(refusal));

function noOf(error: TaproomError): No {
  if (error instanceof ConsentNeeded) return no("consent");
  if (error instanceof SilenceError) return no("silence");
  return error instanceof UpstreamError ? noFromTwitch(error) : { why: error.message };
}

function noFromTwitch({ status, said }: UpstreamError): No {
  switch (status) {
    case 401:
      return no("consent");
    case 403:
      return no("affiliate");
    case 404:
      return no("gone");
    case 429:
      return no("often");
    default:
      if (/DUPLICATE_REWARD/.test(said)) return no("title");
      return /TOO_MANY_REWARDS/.test(said) ? no("fifty") : { why: `Twitch says no: ${said}` };
  }
}
