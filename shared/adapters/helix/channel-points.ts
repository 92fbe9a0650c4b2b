import * as z from "zod";
import { instant } from "#kernel/clock";
import type { ChannelId, RedemptionId, RewardId } from "#kernel/ids";
import type { RewardDesign } from "#domain/twitch/features/feature";
import type { Redemption, RedemptionStatus, Resolution } from "#domain/twitch/redemption";
import { callHelix, everyPage, type HelixAccess } from "./call.ts";
import { asChatter, wireUser } from "./wire-user.ts";

const status = z.enum(["UNFULFILLED", "FULFILLED", "CANCELED"]);
const statuses = z.object({ data: z.array(z.object({ id: z.string(), status })) });

export interface RewardedRedemption {
  readonly channel: ChannelId;
  readonly reward: RewardId;
  readonly redemption: RedemptionId;
}

const at = ({ channel, reward, redemption }: RewardedRedemption) => ({
  broadcaster_id: channel,
  reward_id: reward,
  id: redemption,
});

/**
 * Ends a redemption. Answers 404 when it has ended already, also by our own earlier call.
 * https://dev.twitch.tv/docs/api/reference/#update-redemption-status
 */
export async function updateRedemptionStatus(
  access: HelixAccess,
  which: RewardedRedemption,
  as: Resolution,
): Promise<void> {
  const call = {
    as: "broadcaster",
    url: "channel_points/custom_rewards/redemptions",
    method: "PATCH",
  } as const;
  await callHelix(access, { ...call, query: at(which), jsonBody: { status: as } }, z.unknown());
}

/** How a redemption stands now; undefined when Twitch does not know it. https://dev.twitch.tv/docs/api/reference/#get-custom-reward-redemption */
export async function getRedemptionStatus(
  access: HelixAccess,
  which: RewardedRedemption,
): Promise<RedemptionStatus | undefined> {
  const call = { as: "broadcaster", url: "channel_points/custom_rewards/redemptions" } as const;
  const { data } = await callHelix(access, { ...call, query: at(which) }, statuses);
  return data[0]?.status;
}

const reward = z.object({
  id: z.string(),
  title: z.string(),
  prompt: z.string(),
  cost: z.number(),
  background_color: z.string(),
  is_enabled: z.boolean(),
  is_paused: z.boolean(),
});

export interface OwnReward {
  readonly id: RewardId;
  readonly title: string;
  readonly prompt: string;
  readonly cost: number;
  /** `#9147FF` */
  readonly background: string;
  /** A reward that is not enabled is not shown. */
  readonly isEnabled: boolean;
  /** A paused one is shown and cannot be redeemed. */
  readonly isPaused: boolean;
}

/** What may be changed of a reward; what is absent stays. */
export type RewardChange = Partial<Omit<OwnReward, "id">>;

const ownReward = (wire: z.infer<typeof reward>): OwnReward => ({
  id: wire.id as RewardId,
  title: wire.title,
  prompt: wire.prompt,
  cost: wire.cost,
  background: wire.background_color,
  isEnabled: wire.is_enabled,
  isPaused: wire.is_paused,
});

/** Helix's names for it; JSON leaves out what is absent. */
const onTheWire = ({ background, isEnabled, isPaused, ...same }: RewardChange) => ({
  ...same,
  background_color: background,
  is_enabled: isEnabled,
  is_paused: isPaused,
});

const rewards = { as: "broadcaster", url: "channel_points/custom_rewards" } as const;

/** The rewards that this client id has created: the only ones it may change and refund. https://dev.twitch.tv/docs/api/reference/#get-custom-reward */
export async function getOwnRewards(access: HelixAccess, channel: ChannelId): Promise<OwnReward[]> {
  const query = { broadcaster_id: channel, only_manageable_rewards: "true" };
  const { data } = await callHelix(access, { ...rewards, query }, z.object({ data: z.array(reward) }));
  return data.map(ownReward);
}

/** Creates a reward whose redemptions wait for us to end them. https://dev.twitch.tv/docs/api/reference/#create-custom-rewards */
export async function createReward(
  access: HelixAccess,
  channel: ChannelId,
  { asksForText = false, ...design }: RewardDesign & RewardChange,
): Promise<OwnReward> {
  const query = { broadcaster_id: channel };
  const { is_paused: _, ...made } = onTheWire(design);
  const jsonBody = {
    ...made,
    is_user_input_required: asksForText,
    should_redemptions_skip_request_queue: false,
  };
  const call = { ...rewards, method: "POST", query, jsonBody } as const;
  const { data } = await callHelix(access, call, z.object({ data: z.tuple([reward]) }));
  return ownReward(data[0]);
}

/** Changes a reward of our own; others' are refused (403). https://dev.twitch.tv/docs/api/reference/#update-custom-reward */
export async function updateReward(
  access: HelixAccess,
  channel: ChannelId,
  id: RewardId,
  change: RewardChange,
): Promise<OwnReward> {
  const call = {
    ...rewards,
    method: "PATCH",
    query: { broadcaster_id: channel, id },
    jsonBody: onTheWire(change),
  } as const;
  const { data } = await callHelix(access, call, z.object({ data: z.tuple([reward]) }));
  return ownReward(data[0]);
}

const wireRedemption = wireUser.extend({
  id: z.string(),
  user_input: z.string().nullish(),
  redeemed_at: z.string(),
  reward: z.object({ id: z.string(), cost: z.number().nullish() }),
});

/** What still waits for an end: the only memory Twitch keeps of notifications that never reached us. */
export async function getUnfulfilled(
  access: HelixAccess,
  channel: ChannelId,
  rewardId: RewardId,
): Promise<Redemption[]> {
  const query = { broadcaster_id: channel, reward_id: rewardId, status: "UNFULFILLED" };
  const call = { as: "broadcaster", url: "channel_points/custom_rewards/redemptions", query } as const;
  const waiting = await everyPage(access, call, 50, wireRedemption);
  return waiting.map((redemption) => ({
    id: redemption.id as RedemptionId,
    rewardId: redemption.reward.id as RewardId,
    viewer: asChatter(redemption),
    input: redemption.user_input ?? "",
    cost: redemption.reward.cost ?? 0,
    redeemedAt: instant(Date.parse(redemption.redeemed_at)),
  }));
}
