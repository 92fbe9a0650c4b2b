import { UpstreamError } from "#kernel/errors";
import type { ChannelId, ChatterId, RewardId } from "#kernel/ids";
import type { HelixAccess } from "#adapters/helix/call";
import {
  createSubscription,
  deleteSubscription,
  getSubscriptions,
  type Subscription,
  type WantedSubscription,
  type Webhook,
} from "#adapters/helix/eventsub";
import { appSubscriptionTypes, subscriptionTypes } from "#domain/twitch/eventsub/index";

/** What is there after setting up, and what a person has to see to. */
export interface SetUp {
  readonly rewards: Readonly<Record<string, RewardId>>;
  readonly subscriptions: readonly string[];
  readonly problems: readonly string[];
}

interface Subscribed {
  readonly subscriptions: readonly string[];
  /** Those of them that were not there. */
  readonly renewed: readonly string[];
  readonly problems: readonly string[];
}

/** Asks Twitch for every notification that is missing, and clears away those that are broken. */
export async function setUpSubscriptions(
  access: HelixAccess,
  channel: ChannelId,
  webhook: Webhook,
): Promise<Subscribed> {
  const bot = await access.credentials.token("bot");
  const existing = await getSubscriptions(access, { user_id: channel });
  const wanted = subscriptionTypes.map(({ type, version, condition }) => ({
    type,
    version,
    condition: condition(channel, bot.userId as ChatterId),
  }));
  const about = await setUpEach(access, wanted, existing, webhook);
  const app = await setUpAppSubscriptions(access, webhook);
  return { ...about, problems: [...about.problems, ...app.problems] };
}

/** Those about Taproom itself: whichever channel comes first makes them. */
async function setUpAppSubscriptions(access: HelixAccess, webhook: Webhook) {
  const wanted = appSubscriptionTypes.map(({ type, version, condition }) => ({
    type,
    version,
    condition: condition(access.clientId),
  }));
  const existing = await Promise.all(wanted.map(({ type }) => getSubscriptions(access, { type })));
  return setUpEach(access, wanted, existing.flat(), webhook);
}

async function setUpEach(
  access: HelixAccess,
  wanted: readonly WantedSubscription[],
  existing: readonly Subscription[],
  webhook: Webhook,
): Promise<Subscribed> {
  const subscriptions: string[] = [];
  const renewed: string[] = [];
  const problems: string[] = [];
  for (const one of wanted) {
    const same = existing.filter((subscription) => isSame(subscription, one, webhook));
    try {
      for (const broken of same.filter((each) => !isAlive(each))) await deleteSubscription(access, broken.id);
      if (!same.some(isAlive)) {
        await createSubscription(access, one, webhook);
        renewed.push(one.type);
      }
      subscriptions.push(one.type);
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
      problems.push(`Twitch does not notify us of ${one.type}: ${error.said}`);
    }
  }
  return { subscriptions, renewed, problems };
}

const isSame = (one: Subscription, { type, version, condition }: WantedSubscription, { callback }: Webhook) =>
  one.type === type &&
  one.version === version &&
  one.transport.callback === callback &&
  Object.entries(condition).every(([key, value]) => one.condition[key] === value);

const isAlive = ({ status }: Subscription) =>
  ["enabled", "webhook_callback_verification_pending"].includes(status);
