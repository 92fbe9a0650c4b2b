import { createHmac } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { botId, broadcasterId, eventSubSecret, setStage, type Stage, viewerId } from "./stage.ts";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.close());

const add = "channel.channel_points_custom_reward_redemption.add";
const update = "channel.channel_points_custom_reward_redemption.update";
const notify = async (body: object) =>
  (await stage.control("/twitch/notify", body)) as { status: number; messageId: string; error?: string };
const last = () => {
  const received = stage.callback.received.at(-1);
  if (!received) throw new Error("Nothing was received");
  return received;
};
const lastBody = () => JSON.parse(last().body) as { subscription: Record<string, unknown>; event: unknown };
const redemptions = async () =>
  ((await stage.look("/twitch/state")) as { redemptions: { id: string; status: string }[] }).redemptions;

describe("notify", () => {
  it("fills in what is left out and tells what was answered", async () => {
    const answer = await notify({ type: add, event: { reward: { key: "boar" }, user_id: "2011" } });
    expect(answer).toEqual({
      status: 204,
      body: "",
      messageId: last().headers["twitch-eventsub-message-id"],
    });
    expect(last().path).toBe("/twitch/eventsub");
    expect(lastBody()).toMatchObject({
      subscription: {
        type: add,
        version: "1",
        status: "enabled",
        condition: { broadcaster_user_id: "1001" },
      },
      event: {
        user_login: "lena_iz_omska",
        user_name: "Лена_из_Омска",
        status: "unfulfilled",
        reward: { id: "reward-1001-boar", title: "Прибежать кабанчиком на пиво", cost: 500, prompt: "" },
      },
    });
    expect(lastBody().event).not.toHaveProperty("reward.key");
  });

  it("signs with the secret of the embedded configuration", async () => {
    await notify({ type: "stream.online" });
    const { headers, body } = last();
    const signed = `${headers["twitch-eventsub-message-id"]}${headers["twitch-eventsub-message-timestamp"]}${body}`;
    const hash = createHmac("sha256", eventSubSecret).update(signed).digest("hex");
    expect(headers["twitch-eventsub-message-signature"]).toBe(`sha256=${hash}`);
  });

  it("makes the redemption known, and does not reset it when it is told again", async () => {
    await notify({ type: add, event: { id: "r-1" } });
    expect(await redemptions()).toMatchObject([{ id: "r-1", status: "UNFULFILLED" }]);
    await notify({ type: add, event: { id: "r-1", status: "fulfilled" }, messageId: "same" });
    expect(await redemptions()).toMatchObject([{ id: "r-1", status: "UNFULFILLED" }]);
    expect(last().headers["twitch-eventsub-message-id"]).toBe("same");
  });

  it("knows when it was redeemed, also where that was long ago", async () => {
    await notify({ type: add, event: { redeemed_at: "2026-11-20T10:00:00.5Z" } });
    const { redemptions: told } = (await stage.look("/twitch/state")) as { redemptions: unknown[] };
    expect(told).toMatchObject([{ redeemedAt: Date.UTC(2026, 10, 20, 10, 0, 0, 500) }]);
  });

  it("knows nothing of what somebody else has forged", async () => {
    await notify({ type: add, signature: "sha256=00" });
    await notify({ type: add, secret: "guessed-by-somebody" });
    expect(stage.callback.received).toHaveLength(2);
    expect(await redemptions()).toEqual([]);
  });

  it("introduces whoever it names", async () => {
    await notify({ type: add, event: { user_id: "31337", user_login: "new_one", user_name: "Новенький" } });
    const { redemptions: told } = (await stage.look("/twitch/state")) as { redemptions: unknown[] };
    expect(told).toMatchObject([{ user: { id: "31337", login: "new_one", name: "Новенький" } }]);
  });

  it("tells an update before its add, and each fills the other in", async () => {
    const event = { id: "r-1", user_id: "2011", reward: { key: "boar" }, status: "canceled" };
    await notify({ type: update, event });
    expect(lastBody().event).toMatchObject({ ...event, reward: { id: "reward-1001-boar", cost: 500 } });
    expect(await redemptions()).toMatchObject([{ id: "r-1", status: "CANCELED" }]);

    await notify({ type: add, event: { id: "r-1" } });
    expect(lastBody().event).toMatchObject({
      id: "r-1",
      user_login: "lena_iz_omska",
      status: "unfulfilled",
      reward: { id: "reward-1001-boar" },
    });
    expect(await redemptions()).toMatchObject([{ id: "r-1", status: "CANCELED" }]);
  });

  it("ends a redemption with an update, once", async () => {
    await notify({ type: add, event: { id: "r-1", user_id: "2011" } });
    await notify({ type: update, event: { id: "r-1" } });
    expect(lastBody().event).toMatchObject({ user_login: "lena_iz_omska", status: "fulfilled" });
    expect(await redemptions()).toMatchObject([{ status: "FULFILLED" }]);
    await notify({ type: update, event: { id: "r-1", status: "canceled" } });
    expect(await redemptions()).toMatchObject([{ status: "FULFILLED" }]);
  });

  it("tells again of what a viewer has redeemed", async () => {
    const { id } = (await stage.control("/twitch/redeem", { reward: "boar", user: "2011" })) as {
      id: string;
    };
    const first = lastBody().event;
    await notify({ type: add, event: { id } });
    expect(lastBody().event).toEqual(first);
  });

  it("keeps what is meant to be wrong", async () => {
    await notify({ type: "channel.chat.message", event: "not an event" });
    expect(lastBody().event).toBe("not an event");
    await notify({ type: "channel.chat.message", event: null });
    expect(lastBody().event).toBeNull();
    await notify({ type: add, event: { reward: 7 } });
    expect(lastBody().event).toMatchObject({ reward: 7 });
    await notify({ type: "channel.chat.message", rawBody: "{" });
    expect(last().body).toBe("{");
    expect(await redemptions()).toEqual([]);
  });

  it("sends the headers a test wants", async () => {
    await notify({
      type: "stream.online",
      signature: "sha256=wrong",
      timestamp: "2020-01-01T00:00:00Z",
      version: "9",
      headers: { "Twitch-Eventsub-Message-Id": null, "X-Extra": "yes" },
    });
    expect(last().headers).toMatchObject({
      "twitch-eventsub-message-signature": "sha256=wrong",
      "twitch-eventsub-message-timestamp": "2020-01-01T00:00:00Z",
      "twitch-eventsub-subscription-version": "9",
      "x-extra": "yes",
    });
    expect(last().headers).not.toHaveProperty("twitch-eventsub-message-id");
  });

  it("sends revocations and challenges", async () => {
    const subscription = { status: "authorization_revoked" };
    await notify({ type: add, messageType: "revocation", subscription });
    expect(lastBody().subscription["status"]).toBe("authorization_revoked");
    expect(lastBody()).not.toHaveProperty("event");

    const challenge = "pogchamp-kappa-360noscope-vohiyo";
    const answer = await notify({ type: add, messageType: "webhook_callback_verification", challenge });
    expect(answer).toMatchObject({ status: 200, body: challenge });
  });

  it("says so when nothing answers", async () => {
    stage.callback.react((_, response) => response.destroy());
    expect(await notify({ type: "stream.online" })).toMatchObject({ status: 0, error: expect.any(String) });
  });

  it.each([
    ["channel.follow", "2", { followed_at: expect.any(String), user_id: viewerId }],
    [
      "channel.raid",
      "1",
      { from_broadcaster_user_id: viewerId, to_broadcaster_user_id: broadcasterId, viewers: 42 },
    ],
    ["channel.cheer", "1", { bits: 100, user_login: "applecatfan" }],
    ["channel.subscribe", "1", { tier: "1000" }],
    ["stream.online", "1", { type: "live", broadcaster_user_id: broadcasterId }],
    ["channel.moderator.add", "1", { user_id: viewerId, broadcaster_user_id: broadcasterId }],
    ["channel.channel_points_custom_reward.update", "1", { id: "reward-1001-keg", is_paused: false }],
    ["channel.something.new", "1", { broadcaster_user_id: broadcasterId }],
  ])("knows %s", async (type, version, event) => {
    await notify({ type });
    expect(lastBody()).toMatchObject({ subscription: { type, version }, event });
  });

  it("takes a chat line's text without its fragments", async () => {
    await notify({
      type: "channel.chat.message",
      event: { chatter_user_id: viewerId, message: { text: "!я" } },
    });
    expect(lastBody().event).toMatchObject({
      message: { text: "!я", fragments: [{ type: "text", text: "!я" }] },
    });
    const { chat } = (await stage.look("/twitch/state")) as { chat: unknown[] };
    expect(chat).toMatchObject([{ text: "!я", user: { id: viewerId } }]);
  });
});

describe("viewers", () => {
  it("are heard before the product has subscribed", async () => {
    const said = await stage.control("/twitch/say", { user: viewerId, text: "привет" });
    expect(said).toMatchObject({ status: 204, messageId: expect.any(String) });
    expect(lastBody()).toMatchObject({ subscription: { condition: { user_id: botId } } });
  });

  it("may be new people", async () => {
    const user = { id: "31337", login: "new_one", name: "Новенький", roles: ["vip"] };
    await stage.control("/twitch/say", { user, text: "hi" });
    expect(lastBody().event).toMatchObject({ chatter_user_name: "Новенький", badges: [{ set_id: "vip" }] });
    expect(await stage.look("/twitch/chatters")).toContainEqual(user);
  });

  it("say nothing while they are timed out", async () => {
    await stage.control("/twitch/timeout", { userId: viewerId, seconds: 60 });
    expect(await stage.control("/twitch/say", { user: viewerId, text: "mmf" })).toEqual({
      error: "AppleCatFan is timed out",
    });
    expect(stage.callback.received).toEqual([]);
  });

  it("nobody knows are refused with a word", async () => {
    expect(await stage.control("/twitch/say", { user: "nobody", text: "hi" })).toEqual({
      error: 'Nobody known has the id or login "nobody"',
    });
  });
});

describe("a channel", () => {
  it("comes into being when it is named, with rewards of its own", async () => {
    expect(await stage.look("/twitch/rewards?broadcasterId=777")).toContainEqual({
      id: "reward-777-keg",
      key: "keg",
      title: "Вскрыть пивную кегу",
      cost: 5_000,
      prompt: "",
      isEnabled: true,
      isPaused: false,
      isInputRequired: false,
      isOurs: true,
    });
    expect(await stage.look("/twitch/state?broadcasterId=777")).toMatchObject({
      broadcaster: { id: "777", login: "streamer777" },
      bot: { id: botId },
    });
  });

  it("is as at the start after a reset", async () => {
    await stage.control("/twitch/redeem", { reward: "keg", user: viewerId });
    await stage.control("/twitch/chatters", { chatters: [] });
    await stage.control("/reset");
    expect(await redemptions()).toEqual([]);
    expect(await stage.look("/twitch/chatters")).toHaveLength(30);
  });
});
