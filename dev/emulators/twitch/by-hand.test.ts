/** What the broadcaster and the moderators do on Twitch's own pages. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  broadcasterId,
  broadcasterScopes,
  eventsOf,
  setStage,
  type Stage,
  subscribe,
  viewerId,
} from "./stage.ts";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
  await stage.consent(broadcasterId, broadcasterScopes);
});
afterEach(() => stage.close());

const keg = `reward-${broadcasterId}-keg`;
const redeem = async (reward: string) =>
  (await stage.control("/twitch/redeem", { reward, user: viewerId })) as { id: string };
const redemptions = async () =>
  ((await stage.look("/twitch/state")) as { redemptions: { id: string; status: string }[] }).redemptions;
const rewards = () => stage.api.channelPoints.getCustomRewards(broadcasterId);
const remove = (path: string) =>
  stage.world.control(new Request(stage.world.url + path, { method: "DELETE" }));

describe("the broadcaster", () => {
  it("renames a reward, and it stays the product's", async () => {
    await stage.control("/twitch/rewards/keg", { title: "Бочка", cost: 7_000 });
    const [reward] = await stage.api.channelPoints.getCustomRewards(broadcasterId, true);
    expect(reward).toMatchObject({ id: keg, title: "Бочка", cost: 7_000 });
    await redeem("бочка");
    expect(await redemptions()).toMatchObject([{ reward: { id: keg, title: "Бочка" } }]);
  });

  it("pauses a reward and switches it off", async () => {
    expect(await stage.control(`/twitch/rewards/${keg}`, { isPaused: true })).toMatchObject({
      key: "keg",
      isPaused: true,
      isEnabled: true,
    });
    await stage.control("/twitch/rewards/keg", { isPaused: false, isEnabled: false });
    expect((await rewards())[0]).toMatchObject({ isPaused: false, isEnabled: false });
  });

  it("lets a reward skip the queue, and nothing can be given back any more", async () => {
    await stage.control("/twitch/rewards/keg", { skipsQueue: true });
    await redeem("keg");
    expect(await redemptions()).toMatchObject([{ status: "FULFILLED" }]);
  });

  it("deletes a reward, and whoever waited has lost the points", async () => {
    await redeem("keg");
    expect((await remove("/twitch/rewards/keg")).status).toBe(204);
    expect(await redemptions()).toMatchObject([{ status: "FULFILLED" }]);
    expect((await rewards()).map(({ id }) => id)).not.toContain(keg);
    expect((await remove("/twitch/rewards/keg")).status).toBe(400);
  });

  it("cannot give two rewards one title", async () => {
    const title = "Спрятаться в помойке";
    expect(await stage.control("/twitch/rewards/keg", { title })).toEqual({
      error: `This channel has a reward "${title}" already`,
    });
  });

  it("is followed by whoever subscribed to rewards", async () => {
    await subscribe(stage, (subscribeTo, transport) => [
      subscribeTo.subscribeToChannelRewardAddEvents(broadcasterId, transport),
      subscribeTo.subscribeToChannelRewardUpdateEvents(broadcasterId, transport),
      subscribeTo.subscribeToChannelRewardRemoveEvents(broadcasterId, transport),
    ]);
    const { id } = (await stage.control("/twitch/rewards", { title: "Гидрация", cost: 100 })) as {
      id: string;
    };
    await stage.control(`/twitch/rewards/${id}`, { isPaused: true });
    await remove(`/twitch/rewards/${id}`);
    await vi.waitFor(() => expect(eventsOf(stage)).toHaveLength(3));
    expect(eventsOf(stage, "channel.channel_points_custom_reward.add")).toMatchObject([{ id, cost: 100 }]);
    expect(eventsOf(stage, "channel.channel_points_custom_reward.remove")).toMatchObject([{ id }]);
    expect(eventsOf(stage, "channel.channel_points_custom_reward.update")).toEqual([
      {
        id,
        broadcaster_user_id: broadcasterId,
        broadcaster_user_login: "streamer",
        broadcaster_user_name: "Streamer",
        is_enabled: true,
        is_paused: true,
        is_in_stock: true,
        title: "Гидрация",
        cost: 100,
        prompt: "",
        is_user_input_required: false,
        should_redemptions_skip_request_queue: false,
        cooldown_expires_at: null,
        redemptions_redeemed_current_stream: null,
        max_per_stream: { is_enabled: false, value: 0 },
        max_per_user_per_stream: { is_enabled: false, value: 0 },
        global_cooldown: { is_enabled: false, seconds: 0 },
        background_color: "#9147FF",
        image: null,
        default_image: expect.any(Object),
      },
    ]);
  });
});

describe("a moderator", () => {
  it.each(["FULFILLED", "CANCELED"])("ends a redemption %s, and nobody can end it again", async (status) => {
    await subscribe(stage, (subscribeTo, transport) => [
      subscribeTo.subscribeToChannelRedemptionUpdateEvents(broadcasterId, transport),
    ]);
    const { id } = await redeem("keg");
    expect(await stage.control(`/twitch/redemptions/${id}`, { status })).toMatchObject({ id, status });
    await vi.waitFor(() => expect(eventsOf(stage)).toMatchObject([{ id, status: status.toLowerCase() }]));

    expect(await stage.control(`/twitch/redemptions/${id}`, { status })).toEqual({
      error: `It is ${status} already`,
    });
    const byProduct = stage.api.channelPoints.updateRedemptionStatusByIds(
      broadcasterId,
      keg,
      [id],
      "CANCELED",
    );
    await expect(byProduct).rejects.toThrow(/404/);
  });

  it("cannot end what nobody redeemed", async () => {
    expect(await stage.control("/twitch/redemptions/r-404", { status: "CANCELED" })).toEqual({
      error: 'There is no redemption "r-404"',
    });
  });
});
