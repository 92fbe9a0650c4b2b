import { UpstreamError } from "#kernel/errors";
import type { ChannelId, ChatterId, RewardId } from "#kernel/ids";
import { createReward, getOwnRewards } from "#adapters/helix/channel-points";
import type { HelixAccess } from "#adapters/helix/call";
import {
  createSubscription,
  deleteSubscription,
  getSubscriptions,
  type Subscription,
  type WantedSubscription,
  type Webhook,
} from "#adapters/helix/eventsub";
import { subscriptionTypes } from "#domain/twitch/eventsub/index";
import { gameIds, games } from "#domain/twitch/games/index";
import type { RewardDesign } from "#domain/twitch/games/game";

const designs = new Map<string, RewardDesign>(gameIds.flatMap((id) => Object.entries(games[id].rewards)));

/** What is there after setting up, and what a person has to see to. */
export interface SetUp {
  readonly rewards: Readonly<Record<string, RewardId>>;
  readonly subscriptions: readonly string[];
  readonly problems: readonly string[];
}

/**
 * Finds or makes the reward of every key. A reward is known by its id, whatever its title has become; the title
 * counts only for rewards of our own that a crash made us forget before their id was written down.
 */
export async function setUpRewards(
  access: HelixAccess,
  channel: ChannelId,
  known: ReadonlyMap<string, RewardId>,
): Promise<{ rewards: Map<string, RewardId>; problems: string[] }> {
  const own = await getOwnRewards(access, channel);
  const rewards = new Map<string, RewardId>();
  const problems: string[] = [];
  for (const [key, design] of designs) {
    const before =
      own.find(({ id }) => id === known.get(key)) ?? own.find(({ title }) => title === design.title);
    try {
      rewards.set(key, before?.id ?? (await createReward(access, channel, design)));
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
      problems.push(`The reward "${design.title}" could not be created: ${error.said}`);
    }
  }
  return { rewards, problems };
}

/** Asks Twitch for every notification that is missing, and clears away those that are broken. */
export async function setUpSubscriptions(
  access: HelixAccess,
  channel: ChannelId,
  webhook: Webhook,
): Promise<{ subscriptions: string[]; problems: string[] }> {
  const bot = await access.credentials.token("bot");
  const existing = await getSubscriptions(access, channel);
  const subscriptions: string[] = [];
  const problems: string[] = [];
  for (const { type, version, condition } of subscriptionTypes) {
    const wanted = { type, version, condition: condition(channel, bot.userId as ChatterId) };
    const same = existing.filter((one) => isSame(one, wanted, webhook));
    try {
      for (const broken of same.filter((one) => !isAlive(one))) await deleteSubscription(access, broken.id);
      if (!same.some(isAlive)) await createSubscription(access, wanted, webhook);
      subscriptions.push(type);
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
      problems.push(`Twitch does not notify us of ${type}: ${error.said}`);
    }
  }
  return { subscriptions, problems };
}

const isSame = (one: Subscription, { type, version, condition }: WantedSubscription, { callback }: Webhook) =>
  one.type === type &&
  one.version === version &&
  one.transport.callback === callback &&
  Object.entries(condition).every(([key, value]) => one.condition[key] === value);

const isAlive = ({ status }: Subscription) =>
  ["enabled", "webhook_callback_verification_pending"].includes(status);
