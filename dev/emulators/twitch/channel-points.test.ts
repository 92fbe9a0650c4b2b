import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { broadcasterId, broadcasterScopes, setStage, type Stage, viewerId } from "./stage.ts";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
  await stage.consent(broadcasterId, broadcasterScopes);
});
afterEach(() => stage.close());

const points = () => stage.api.channelPoints;
const redeem = async (reward: string, input?: string) =>
  ((await stage.control("/twitch/redeem", { reward, user: viewerId, input })) as { id: string }).id;
const statuses = async () =>
  ((await stage.look("/twitch/state")) as { redemptions: { status: string }[] }).redemptions.map(
    ({ status }) => status,
  );

const keg = `reward-${broadcasterId}-keg`;

describe("rewards", () => {
  it("are there from the beginning, as if ours", async () => {
    const rewards = await points().getCustomRewards(broadcasterId, true);
    expect(rewards.map(({ id, title, cost }) => [id, title, cost])).toEqual([
      [keg, "Вскрыть пивную кегу", 5_000],
      ["reward-1001-boar", "Прибежать кабанчиком на пиво", 500],
      ["reward-1001-trash", "Спрятаться в помойке", 2_000],
    ]);
    expect(rewards[0]?.autoFulfill).toBe(false);
  });

  it("are made, changed and deleted", async () => {
    const made = await points().createCustomReward(broadcasterId, {
      title: "Очко",
      cost: 210,
      globalCooldown: 60,
    });
    expect(made.globalCooldown).toBe(60);
    const changed = await points().updateCustomReward(broadcasterId, made.id, { cost: 420, isPaused: true });
    expect(changed).toMatchObject({ title: "Очко", cost: 420, isPaused: true, globalCooldown: 60 });
    await points().deleteCustomReward(broadcasterId, made.id);
    expect(
      await points()
        .getCustomRewardById(broadcasterId, made.id)
        .catch(() => null),
    ).toBeNull();
  });

  it("that are often called have short names, however they come to be called later", async () => {
    const made = await points().createCustomReward(broadcasterId, { title: "Очко", cost: 210 });
    await points().updateCustomReward(broadcasterId, made.id, { title: "Двадцать одно" });
    expect(await stage.look("/twitch/rewards")).toContainEqual(
      expect.objectContaining({ id: made.id, key: "twenty-one", title: "Двадцать одно" }),
    );
  });

  it("that the product has made outlive a reset, as its memory of them does", async () => {
    const { id } = await points().createCustomReward(broadcasterId, { title: "Испытание пивом", cost: 300 });
    await stage.control("/twitch/rewards", { title: "Гидрация", cost: 100 });
    await stage.control("/reset");
    const rewards = await points().getCustomRewards(broadcasterId);
    expect(rewards.map((reward) => reward.title)).not.toContain("Гидрация");
    expect(rewards.at(-1)).toMatchObject({ id, title: "Испытание пивом" });
    expect(rewards).toHaveLength(4);
  });

  it("have titles of their own", async () => {
    const twin = points().createCustomReward(broadcasterId, { title: "Вскрыть пивную кегу", cost: 1 });
    await expect(twin).rejects.toThrow(/400(.|\n)*CREATE_CUSTOM_REWARD_DUPLICATE_REWARD/);
  });

  it.each([
    ["too long a title", { title: "я".repeat(46), cost: 1 }],
    ["no price", { title: "x", cost: 0 }],
    ["too long a prompt", { title: "x", cost: 1, prompt: "я".repeat(201) }],
    ["too long a cooldown", { title: "x", cost: 1, globalCooldown: 604_801 }],
  ])("are refused with %s", async (_, reward) => {
    await expect(points().createCustomReward(broadcasterId, reward)).rejects.toThrow(/400/);
  });

  it("are fifty at most", async () => {
    for (let n = 3; n < 50; n++)
      await points().createCustomReward(broadcasterId, { title: `r${n}`, cost: 1 });
    await expect(points().createCustomReward(broadcasterId, { title: "r51", cost: 1 })).rejects.toThrow(
      /TOO_MANY/,
    );
  });

  it("made by hand are seen, and left alone", async () => {
    const { id } = (await stage.control("/twitch/rewards", { title: "Гидрация", cost: 100 })) as {
      id: string;
    };
    expect(await points().getCustomRewards(broadcasterId)).toHaveLength(4);
    expect(await points().getCustomRewards(broadcasterId, true)).toHaveLength(3);
    await expect(points().updateCustomReward(broadcasterId, id, { cost: 1 })).rejects.toThrow(/403/);
    await expect(points().getRedemptionsForBroadcaster(broadcasterId, id, "UNFULFILLED", {})).rejects.toThrow(
      /403/,
    );
  });
});

describe("a redemption", () => {
  it("waits, and is found by status and by id", async () => {
    await points().updateCustomReward(broadcasterId, keg, { userInputRequired: true });
    const id = await redeem("keg", "за ваше здоровье");
    const { data } = await points().getRedemptionsForBroadcaster(broadcasterId, keg, "UNFULFILLED", {});
    expect(data).toMatchObject([{ id, userId: viewerId, userInput: "за ваше здоровье", rewardCost: 5_000 }]);
    expect(await points().getRedemptionById(broadcasterId, keg, id)).toMatchObject({
      isFulfilled: false,
      isCanceled: false,
    });
  });

  it.each(["FULFILLED", "CANCELED"] as const)("ends %s once and for all", async (status) => {
    const id = await redeem("keg");
    const [ended] = await points().updateRedemptionStatusByIds(broadcasterId, keg, [id], status);
    expect(ended).toMatchObject({ isFulfilled: status === "FULFILLED", isCanceled: status === "CANCELED" });
    expect(await statuses()).toEqual([status]);
    const again = points().updateRedemptionStatusByIds(broadcasterId, keg, [id], "CANCELED");
    await expect(again).rejects.toThrow(/404/);
    expect(await statuses()).toEqual([status]);
  });

  it("is fulfilled when its reward is deleted, and the points are lost", async () => {
    await redeem("keg");
    await points().deleteCustomReward(broadcasterId, keg);
    expect(await statuses()).toEqual(["FULFILLED"]);
  });

  it("of a reward that skips the queue is fulfilled at once", async () => {
    await points().updateCustomReward(broadcasterId, keg, { autoFulfill: true });
    await redeem("keg");
    expect(await statuses()).toEqual(["FULFILLED"]);
  });

  it.each([
    ["paused", { isPaused: true }],
    ["switched off", { isEnabled: false }],
  ])("cannot be had while the reward is %s", async (how, change) => {
    await points().updateCustomReward(broadcasterId, keg, change);
    expect(await stage.control("/twitch/redeem", { reward: "keg", user: viewerId })).toEqual({
      error: `The reward "Вскрыть пивную кегу" is ${how} and cannot be redeemed now`,
    });
    expect(await statuses()).toEqual([]);
    await points().updateCustomReward(broadcasterId, keg, { isPaused: false, isEnabled: true });
    await redeem("keg");
    expect(await statuses()).toEqual(["UNFULFILLED"]);
  });

  it("with text is also read out in chat", async () => {
    await points().updateCustomReward(broadcasterId, keg, { userInputRequired: true });
    await redeem("keg", "налей");
    await vi.waitFor(() => expect(stage.callback.received).toHaveLength(2));
    const line = stage.callback.received.map(({ body }) => (JSON.parse(body) as { event: unknown }).event)[1];
    expect(line).toMatchObject({ message: { text: "налей" }, channel_points_custom_reward_id: keg });
  });

  it("has no text where the reward asks for none, whatever was typed", async () => {
    const id = await redeem("keg", "налей");
    expect((await points().getRedemptionById(broadcasterId, keg, id))?.userInput).toBe("");
    expect(await stage.look("/twitch/state")).toMatchObject({ chat: [] });
  });

  it("is found by its reward's title, in any letter case", async () => {
    await points().createCustomReward(broadcasterId, { title: "Дуэль на кружках", cost: 100 });
    await redeem("ДУЭЛЬ на кружках");
    expect(await statuses()).toEqual(["UNFULFILLED"]);
  });

  it("belongs to one channel only", async () => {
    await stage.control("/twitch/redeem", { reward: "keg", user: viewerId, broadcasterId: "5000" });
    expect(await statuses()).toEqual([]);
  });
});

describe("many redemptions", () => {
  it("come in pages and end fifty at a time", async () => {
    const ids = await Promise.all(Array.from({ length: 60 }, () => redeem("boar")));
    const boar = `reward-${broadcasterId}-boar`;
    const all = await points()
      .getRedemptionsForBroadcasterPaginated(broadcasterId, boar, "UNFULFILLED", {})
      .getAll();
    expect(all.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());

    await expect(
      points().updateRedemptionStatusByIds(broadcasterId, boar, ids.slice(0, 51), "FULFILLED"),
    ).rejects.toThrow(/400/);
    const ended = await points().updateRedemptionStatusByIds(
      broadcasterId,
      boar,
      ids.slice(0, 50),
      "FULFILLED",
    );
    expect(ended).toHaveLength(50);
  });
});
