/** What becomes of subscriptions when somebody takes their consent back. */
import { getAppToken, getTokenInfo } from "@twurple/auth";
import { afterEach, beforeEach, expect, it } from "vitest";
import {
  botId,
  botScopes,
  broadcasterId,
  broadcasterScopes,
  clientId,
  clientSecret,
  eventsOf,
  setStage,
  type Stage,
  subscribe,
  tokenFor,
} from "./stage.ts";

const redeemed = "channel.channel_points_custom_reward_redemption.add";
const revoked = "user.authorization.revoke";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
  await stage.consent(botId, botScopes);
  await stage.consent(broadcasterId, broadcasterScopes);
  await subscribe(stage, (subscribeTo, transport) => [
    subscribeTo.subscribeToUserAuthorizationRevokeEvents(clientId, transport),
    subscribeTo.subscribeToChannelRedemptionAddEvents(broadcasterId, transport),
    subscribeTo.subscribeToStreamOnlineEvents(broadcasterId, transport),
    stage.api.asUser(botId, (as) =>
      as.eventSub.subscribeToChannelChatMessageEvents(broadcasterId, transport),
    ),
  ]);
});
afterEach(() => stage.close());

const withdraw = (userId: string) => stage.control("/twitch/tokens/expire", { userId, consent: "withdraw" });
const statuses = async () => {
  const { data } = await stage.api.eventSub.getSubscriptions();
  return Object.fromEntries(data.map(({ type, status }) => [type, status]));
};
const revocations = () =>
  stage.callback.received
    .filter(({ headers }) => headers["twitch-eventsub-message-type"] === "revocation")
    .map(({ body }) => (JSON.parse(body) as { subscription: { type: string; status: string } }).subscription);

it("ends what needed the broadcaster's consent, and tells who it was", async () => {
  await withdraw(broadcasterId);
  expect(await statuses()).toEqual({
    [revoked]: "enabled",
    [redeemed]: "authorization_revoked",
    // Nobody's consent is needed for this one, and the bot reads chat as a moderator.
    "stream.online": "enabled",
    "channel.chat.message": "enabled",
  });
  expect(revocations()).toMatchObject([{ type: redeemed, status: "authorization_revoked" }]);
  expect(eventsOf(stage, revoked)).toEqual([
    { client_id: clientId, user_id: broadcasterId, user_login: "streamer", user_name: "Streamer" },
  ]);
});

it("ends what the bot reads when the bot takes it back", async () => {
  await withdraw(botId);
  expect(await statuses()).toMatchObject({
    "channel.chat.message": "authorization_revoked",
    [redeemed]: "enabled",
  });
  expect(eventsOf(stage, revoked)).toMatchObject([{ user_id: botId, user_login: "taproom_bot" }]);
});

it("ends the tokens, and lets everything be set up anew after a new consent", async () => {
  const { accessToken } = await tokenFor(stage.world, broadcasterId, broadcasterScopes);
  await withdraw(broadcasterId);
  await expect(getTokenInfo(accessToken)).rejects.toThrow("Invalid token supplied");
  await stage.consent(broadcasterId, broadcasterScopes);
  const again = await stage.api.eventSub.subscribeToChannelRedemptionAddEvents(broadcasterId, {
    method: "webhook",
    callback: `${stage.callback.origin}/twitch/eventsub`,
    secret: "another-secret",
  });
  expect(again.status).toBe("webhook_callback_verification_pending");
});

it("is seen among the subscriptions of the app, not of the channel", async () => {
  const { subscriptions, appSubscriptions } = (await stage.look("/twitch/state")) as Record<
    "subscriptions" | "appSubscriptions",
    object[]
  >;
  expect(appSubscriptions).toMatchObject([{ type: revoked, status: "enabled" }]);
  expect(subscriptions).toHaveLength(3);
});

it("tells nobody of somebody who never agreed to anything", async () => {
  await withdraw("2006");
  expect(eventsOf(stage, revoked)).toEqual([]);
});

it("is heard of by the app itself only", async () => {
  const { accessToken } = await getAppToken(clientId, clientSecret);
  const response = await stage.helix("POST", "/eventsub/subscriptions", accessToken, {
    type: revoked,
    version: "1",
    condition: { client_id: "somebody-else" },
    transport: { method: "webhook", callback: stage.callback.origin, secret: "another-secret" },
  });
  expect(response.status).toBe(403);
});

it("can be told by a test", async () => {
  await stage.control("/twitch/notify", { type: revoked, event: { user_id: "2006" } });
  expect(eventsOf(stage, revoked)).toEqual([
    { client_id: clientId, user_id: "2006", user_login: "borscht_enjoyer", user_name: "borscht_enjoyer" },
  ]);
});
