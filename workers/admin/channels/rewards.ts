import type { OwnReward } from "#adapters/helix/channel-points";
import type { Shelf } from "#durable-objects/channel/owner/rewards";
import { rewardsApi } from "#domain/admin/api/channels/rewards";
import { featureOfReward, rewardDesigns } from "#domain/twitch/features/index";
import { rewardGuide } from "#domain/twitch/guide/guide";
import { served } from "../serve.ts";
import { given, toolsOf } from "./room.ts";

/** The channel point rewards of the features. */
export const rewardsOperations = served(rewardsApi, toolsOf, {
  async list({ inPath: { id } }, { room }) {
    const { atTwitch, paused, problem, problemCode } = await shelfOf(room(id));
    const items = [...rewardDesigns].map(([key, { asksForText = false, ...design }]) => ({
      key,
      feature: featureOfReward(key) ?? "",
      design: { ...design, asksForText },
      description: rewardGuide(key),
      ...(atTwitch[key] && { atTwitch: atTwitch[key] }),
      ...(paused[key] && { pausedWhile: paused[key] }),
    }));
    return {
      items,
      ...(problem !== undefined && { problem }),
      ...(problemCode !== undefined && { problemCode }),
    };
  },
  async create({ inPath: { id, reward } }, { room, note }) {
    const made = given<OwnReward>(await room(id).owner.rewards.create(reward));
    note({ after: made });
    return made;
  },
  async change({ inPath: { id, reward }, body }, { room, note }) {
    note({ before: (await shelfOf(room(id))).atTwitch[reward] });
    const changed = given<OwnReward>(await room(id).owner.rewards.change(reward, body));
    note({ after: changed });
    return changed;
  },
});

type Room = ReturnType<ReturnType<typeof toolsOf>["room"]>;
// The cast: RPC's types lose what an answer is made of.
const shelfOf = async (room: Room) => (await room.owner.rewards.list()) as Shelf;
