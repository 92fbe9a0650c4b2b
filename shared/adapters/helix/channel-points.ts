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

const reward = z.object({ id: z.string(), title: z.string(), is_paused: z.boolean() });

export interface OwnReward {
  readonly id: RewardId;
  readonly title: string;
  readonly isPaused: boolean;
}

/** The rewards that this client id has created: the only ones it may refund. https://dev.twitch.tv/docs/api/reference/#get-custom-reward */
export async function getOwnRewards(access: HelixAccess, channel: ChannelId): Promise<OwnReward[]> {
  const query = { broadcaster_id: channel, only_manageable_rewards: "true" };
  const call = { as: "broadcaster", url: "channel_points/custom_rewards", query } as const;
  const { data } = await callHelix(access, call, z.object({ data: z.array(reward) }));
  return data.map(({ id, title, is_paused }) => ({ id: id as RewardId, title, isPaused: is_paused }));
}

/** Creates a reward whose redemptions wait for us to end them. https://dev.twitch.tv/docs/api/reference/#create-custom-rewards */
export async function createReward(
  access: HelixAccess,
  channel: ChannelId,
  { asksForText = false, ...design }: RewardDesign,
): Promise<RewardId> {
  const query = { broadcaster_id: channel };
  const jsonBody = {
    ...design,
    is_user_input_required: asksForText,
    should_redemptions_skip_request_queue: false,
  };
  const call = {
    as: "broadcaster",
    url: "channel_points/custom_rewards",
    method: "POST",
    query,
    jsonBody,
  } as const;
  const { data } = await callHelix(access, call, z.object({ data: z.tuple([reward]) }));
  return data[0].id as RewardId;
}

/** A paused reward stays visible and cannot be redeemed. https://dev.twitch.tv/docs/api/reference/#update-custom-reward */
export async function pauseReward(
  access: HelixAccess,
  channel: ChannelId,
  rewardId: RewardId,
  paused: boolean,
): Promise<void> {
  const query = { broadcaster_id: channel, id: rewardId };
  const call = { as: "broadcaster", url: "channel_points/custom_rewards", method: "PATCH", query } as const;
  await callHelix(access, { ...call, jsonBody: { is_paused: paused } }, z.unknown());
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
