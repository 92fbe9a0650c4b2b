import { createHmac } from "node:crypto";
import { getAppToken } from "@twurple/auth";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { politely, type Received } from "../../world/callback.ts";
import {
  botId,
  botScopes,
  broadcasterId,
  broadcasterScopes,
  clientId,
  clientSecret,
  setStage,
  type Stage,
  tokenFor,
  viewerId,
} from "./stage.ts";

const secret = "secret-of-this-subscription";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
  await stage.consent(botId, botScopes);
  await stage.consent(broadcasterId, broadcasterScopes);
});
afterEach(() => stage.close());

const transport = (path = "/twitch/eventsub") => ({
  method: "webhook" as const,
  callback: stage.callback.origin + path,
  secret,
});
const toRedemptions = (path?: string) =>
  stage.api.eventSub.subscribeToChannelRedemptionAddEvents(broadcasterId, transport(path));
const toChat = (userId = botId) =>
  stage.api.asUser(userId, (as) =>
    as.eventSub.subscribeToChannelChatMessageEvents(broadcasterId, transport()),
  );
const list = async () => (await stage.api.eventSub.getSubscriptions()).data;
const untilStatus = (status: string) =>
  vi.waitFor(async () => expect((await list()).map((each) => each.status)).toContain(status));

const notifications = () =>
  stage.callback.received.filter(({ headers }) => headers["twitch-eventsub-message-type"] === "notification");
const parsed = ({ body }: Received) =>
  JSON.parse(body) as { subscription: object; event: Record<string, unknown> };

function isSigned({ headers, body }: Received): boolean {
  const id = headers["twitch-eventsub-message-id"];
  const timestamp = headers["twitch-eventsub-message-timestamp"];
  const hash = createHmac("sha256", secret).update(`${id}${timestamp}${body}`).digest("hex");
  return headers["twitch-eventsub-message-signature"] === `sha256=${hash}`;
}

describe("a subscription", () => {
  it("is enabled after its callback answered the challenge", async () => {
    const subscription = await toRedemptions();
    expect(subscription.status).toBe("webhook_callback_verification_pending");
    await untilStatus("enabled");

    const [challenge] = stage.callback.received;
    expect(challenge?.headers["twitch-eventsub-message-type"]).toBe("webhook_callback_verification");
    expect(challenge && isSigned(challenge)).toBe(true);
    expect(challenge && JSON.parse(challenge.body)).toMatchObject({
      challenge: expect.any(String),
      subscription: { id: subscription.id, status: "webhook_callback_verification_pending" },
    });
    expect(challenge?.body).not.toContain(secret);
  });

  it.each([
    ["answers something else", (_: Received, response: { end(text: string): void }) => response.end("hello")],
    ["does not answer", (_: Received, response: { destroy(): void }) => response.destroy()],
  ])("fails when its callback %s", async (_, reaction) => {
    stage.callback.react(reaction);
    await toRedemptions();
    await untilStatus("webhook_callback_verification_failed");
    expect(stage.callback.received).toHaveLength(1);
  });

  it("is listed with the reason when Twitch took it away, its callback was told, and it may be made anew", async () => {
    await toRedemptions();
    await untilStatus("enabled");
    const status = "notification_failures_exceeded";
    const revoked = await stage.control("/twitch/revoke", { status });
    expect(revoked).toEqual([{ type: "channel.channel_points_custom_reward_redemption.add", status }]);

    expect((await list()).map((each) => each.status)).toEqual([status]);
    const told = stage.callback.received.at(-1);
    expect(told?.headers["twitch-eventsub-message-type"]).toBe("revocation");
    expect(told && isSigned(told)).toBe(true);
    expect(told && parsed(told)).toMatchObject({ subscription: { status } });
    await toRedemptions();
  });

  it("is refused twice at one address, and a fourth time anywhere", async () => {
    await toRedemptions();
    await expect(toRedemptions()).rejects.toThrow(/409(.|\n)*subscription already exists/);
    await toRedemptions("/second");
    await toRedemptions("/third");
    await expect(toRedemptions("/fourth")).rejects.toThrow(/409/);
  });

  it("may be made again after the last one failed", async () => {
    stage.callback.react((_, response) => response.end());
    await toRedemptions();
    await untilStatus("webhook_callback_verification_failed");
    stage.callback.react(politely);
    expect((await toRedemptions()).status).toBe("webhook_callback_verification_pending");
    await untilStatus("enabled");
  });

  it("needs the broadcaster's consent", async () => {
    const other = stage.api.eventSub.subscribeToChannelRedemptionAddEvents("5000", transport());
    await expect(other).rejects.toThrow(/403(.|\n)*subscription missing proper authorization/);
  });

  it("to chat needs the bot's consent", async () => {
    await expect(toChat(viewerId)).rejects.toThrow(/403/);
  });

  it("costs nothing where the broadcaster agreed to something", async () => {
    expect((await stage.api.eventSub.subscribeToStreamOnlineEvents(broadcasterId, transport())).cost).toBe(0);
    expect((await stage.api.eventSub.subscribeToStreamOnlineEvents("5000", transport())).cost).toBe(1);
    expect(await stage.api.eventSub.getSubscriptions()).toMatchObject({
      total: 2,
      totalCost: 1,
      maxTotalCost: 10_000,
    });
  });

  it("is deleted, and then nobody hears", async () => {
    const subscription = await toRedemptions();
    await untilStatus("enabled");
    await stage.api.eventSub.deleteSubscription(subscription.id);
    expect(await list()).toEqual([]);
    await expect(stage.api.eventSub.deleteSubscription(subscription.id)).rejects.toThrow(/404/);

    await stage.control("/twitch/redeem", { reward: "keg", user: viewerId });
    expect(notifications()).toEqual([]);
  });

  it("is found by status, type and user, page by page", async () => {
    await toRedemptions();
    await untilStatus("enabled");
    await stage.api.eventSub.subscribeToStreamOnlineEvents(broadcasterId, transport());
    const byType = await stage.api.eventSub.getSubscriptionsForType("stream.online");
    expect(byType.data).toHaveLength(1);
    const enabled = await stage.api.eventSub.getSubscriptionsForStatus("enabled");
    expect(enabled.data.map(({ type }) => type)).toContain(
      "channel.channel_points_custom_reward_redemption.add",
    );

    for (let n = 0; n < 150; n++)
      await stage.api.eventSub.subscribeToStreamOnlineEvents(`6${n}`, transport());
    const first = await stage.api.eventSub.getSubscriptions();
    expect(first.data).toHaveLength(100);
    expect(await stage.api.eventSub.getSubscriptionsPaginated().getAll()).toHaveLength(152);
  });
});

const ask = async (query: string, accessToken: string) => {
  const response = await stage.helix("GET", `/eventsub/subscriptions?${query}`, accessToken);
  return { status: response.status, ...((await response.json()) as { total?: number; data?: unknown[] }) };
};
const appToken = async () => (await getAppToken(clientId, clientSecret)).accessToken;

describe("the list of subscriptions", () => {
  it("is filtered by whoever is in the condition, the bot included", async () => {
    await toChat();
    await toRedemptions();
    await stage.api.eventSub.subscribeToStreamOnlineEvents("5000", transport());
    const token = await appToken();
    expect((await ask(`user_id=${broadcasterId}`, token)).data).toHaveLength(2);
    expect((await ask(`user_id=${botId}`, token)).data).toHaveLength(1);
    expect((await ask("user_id=404", token)).data).toEqual([]);
  });

  it("takes one filter at a time", async () => {
    const token = await appToken();
    expect(await ask(`user_id=${botId}&status=enabled`, token)).toMatchObject({ status: 400 });
    expect(await ask("type=stream.online&status=enabled", token)).toMatchObject({ status: 400 });
  });

  it("holds no webhooks for a user's token", async () => {
    await toRedemptions();
    const { accessToken } = await tokenFor(stage.world, broadcasterId, broadcasterScopes);
    expect(await ask("", accessToken)).toMatchObject({ status: 200, total: 0, data: [] });
  });
});

describe("a redemption", () => {
  beforeEach(async () => {
    await toRedemptions();
    await untilStatus("enabled");
  });

  it("is told to whoever subscribed, signed with the subscription's secret", async () => {
    const { id } = (await stage.control("/twitch/redeem", { reward: "keg", user: viewerId })) as {
      id: string;
    };
    const [told] = notifications();
    expect(told && isSigned(told)).toBe(true);
    expect(told && parsed(told)).toEqual({
      subscription: {
        id: (await list())[0]?.id,
        status: "enabled",
        type: "channel.channel_points_custom_reward_redemption.add",
        version: "1",
        condition: { broadcaster_user_id: broadcasterId },
        created_at: expect.stringMatching(/\.\d{9}Z$/),
        transport: { method: "webhook", callback: `${stage.callback.origin}/twitch/eventsub` },
        cost: 0,
      },
      event: {
        id,
        broadcaster_user_id: broadcasterId,
        broadcaster_user_login: "streamer",
        broadcaster_user_name: "Streamer",
        user_id: viewerId,
        user_login: "applecatfan",
        user_name: "AppleCatFan",
        user_input: "",
        status: "unfulfilled",
        reward: { id: "reward-1001-keg", title: "Вскрыть пивную кегу", cost: 5_000, prompt: "" },
        redeemed_at: expect.stringMatching(/\.\d{9}Z$/),
      },
    });
  });

  it("is told again until it is accepted", async () => {
    stage.callback.react((received, response) => {
      if (notifications().length < 3) response.writeHead(503).end();
      else politely(received, response);
    });
    const answer = await stage.control("/twitch/redeem", { reward: "keg", user: viewerId });
    expect(answer).toMatchObject({ status: 503 });
    await vi.waitFor(() => expect(notifications()).toHaveLength(3));
    expect(notifications().map(({ headers }) => headers["twitch-eventsub-message-retry"])).toEqual([
      "0",
      "1",
      "2",
    ]);
    expect(new Set(notifications().map(({ headers }) => headers["twitch-eventsub-message-id"])).size).toBe(1);
  });

  it("is told anew when it ends, to whoever wants to know", async () => {
    await stage.api.eventSub.subscribeToChannelRedemptionUpdateEvents(broadcasterId, transport());
    await vi.waitFor(async () =>
      expect((await list()).map(({ status }) => status)).toEqual(["enabled", "enabled"]),
    );
    const { id } = (await stage.control("/twitch/redeem", { reward: "keg", user: viewerId })) as {
      id: string;
    };
    await stage.api.channelPoints.updateRedemptionStatusByIds(
      broadcasterId,
      "reward-1001-keg",
      [id],
      "CANCELED",
    );
    await vi.waitFor(() => expect(notifications()).toHaveLength(2));
    expect(notifications().map(parsed)[1]?.event).toMatchObject({ id, status: "canceled" });
  });
});

it("leaves tokens and subscriptions alone when the world is reset", async () => {
  await toRedemptions();
  await untilStatus("enabled");
  await stage.control("/reset");
  expect((await list()).map(({ status }) => status)).toEqual(["enabled"]);
  const user = await stage.api.asUser(botId, (as) => as.users.getUserById(botId));
  expect(user?.name).toBe("taproom_bot");
});

describe("a chat line", () => {
  it("is told with all Twitch tells of it", async () => {
    await toChat();
    await untilStatus("enabled");
    await stage.control("/twitch/say", { user: "2002", text: "@quietlurker смотри Kappa  ну да" });
    const [told] = notifications();
    expect(told && parsed(told).event).toEqual({
      broadcaster_user_id: broadcasterId,
      broadcaster_user_login: "streamer",
      broadcaster_user_name: "Streamer",
      source_broadcaster_user_id: null,
      source_broadcaster_user_login: null,
      source_broadcaster_user_name: null,
      chatter_user_id: "2002",
      chatter_user_login: "deadinside1993",
      chatter_user_name: "DeadInside1993",
      message_id: expect.any(String),
      source_message_id: null,
      is_source_only: null,
      message: {
        text: "@quietlurker смотри Kappa  ну да",
        fragments: [
          {
            type: "mention",
            text: "@quietlurker",
            cheermote: null,
            emote: null,
            mention: { user_id: "2014", user_login: "quietlurker", user_name: "quietlurker" },
          },
          { type: "text", text: " смотри ", cheermote: null, emote: null, mention: null },
          {
            type: "emote",
            text: "Kappa",
            cheermote: null,
            emote: { id: "25", emote_set_id: "0", owner_id: "0", format: ["static"] },
            mention: null,
          },
          { type: "text", text: "  ну да", cheermote: null, emote: null, mention: null },
        ],
      },
      color: expect.stringMatching(/^(#[0-9A-F]{6})?$/),
      badges: [
        { set_id: "moderator", id: "1", info: "" },
        { set_id: "subscriber", id: "12", info: "16" },
      ],
      source_badges: null,
      message_type: "text",
      cheer: null,
      reply: null,
      channel_points_custom_reward_id: null,
      channel_points_animation_id: null,
    });
  });

  it("is not told to other channels", async () => {
    await toChat();
    await untilStatus("enabled");
    await stage.control("/twitch/say", { user: "2006", text: "hi", broadcasterId: "5000" });
    const channels = notifications().map((told) => parsed(told).event["broadcaster_user_id"]);
    expect(channels).toEqual(["5000"]);
  });
});
