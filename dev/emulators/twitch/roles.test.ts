import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  botId,
  botScopes,
  broadcasterId,
  broadcasterScopes,
  eventsOf,
  setStage,
  type Stage,
  subscribe,
  viewerId,
} from "./stage.ts";

const moderators = async () =>
  (await stage.api.moderation.getModerators(broadcasterId)).data.map(({ userId }) => userId);
const giveRoles = (user: string, ...roles: readonly string[]) =>
  stage.control("/twitch/roles", { user, roles });
const seat = (...chatters: readonly object[]) => stage.control("/twitch/chatters", { chatters });
const hear = () =>
  subscribe(stage, (subscribeTo, transport) => [
    subscribeTo.subscribeToChannelModeratorAddEvents(broadcasterId, transport),
    subscribeTo.subscribeToChannelModeratorRemoveEvents(broadcasterId, transport),
  ]);

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
  await stage.consent(botId, botScopes);
  await stage.consent(broadcasterId, broadcasterScopes);
});
afterEach(() => stage.close());

describe("a moderator", () => {
  it("is made and unmade, and whoever subscribed hears of it", async () => {
    await hear();
    await giveRoles(viewerId, "moderator");
    expect(await moderators()).toContain(viewerId);
    await giveRoles(viewerId);
    expect(await moderators()).not.toContain(viewerId);

    const who = {
      broadcaster_user_id: broadcasterId,
      broadcaster_user_login: "streamer",
      broadcaster_user_name: "Streamer",
      user_id: viewerId,
      user_login: "applecatfan",
      user_name: "AppleCatFan",
    };
    await vi.waitFor(() => expect(eventsOf(stage)).toHaveLength(2));
    expect(eventsOf(stage, "channel.moderator.add")).toEqual([who]);
    expect(eventsOf(stage, "channel.moderator.remove")).toEqual([who]);
  });

  it("may leave the chat and is one still", async () => {
    await hear();
    await seat({ id: "31337", login: "new_one", name: "Новенький", roles: ["moderator"] });
    await seat({ id: "2001", login: "anya_kotik", name: "Аня_Котик" });
    expect(await moderators()).toEqual([botId, "2002", "31337"]);
    expect(await stage.look("/twitch/chatters")).toHaveLength(1);
    await vi.waitFor(() => expect(eventsOf(stage)).toHaveLength(2));
    expect(eventsOf(stage, "channel.moderator.add")).toMatchObject([{ user_id: "31337" }]);
    expect(eventsOf(stage, "channel.moderator.remove")).toMatchObject([{ user_id: "2001" }]);
  });

  it("keeps the role where a person is named without it", async () => {
    const user = { id: "2001", login: "anya_kotik", name: "Аня_Котик" };
    await stage.control("/twitch/say", { user, text: "привет" });
    expect(await moderators()).toContain("2001");
  });

  it("is shown to the page", async () => {
    await giveRoles(viewerId, "moderator", "vip");
    expect(await stage.look("/twitch/state")).toMatchObject({
      moderators: expect.arrayContaining([{ id: viewerId, login: "applecatfan", name: "AppleCatFan" }]),
    });
  });
});

it("takes moderation:read from the broadcaster to hear of moderators", async () => {
  const other = stage.api.eventSub.subscribeToChannelModeratorAddEvents("5000", {
    method: "webhook",
    callback: stage.callback.origin,
    secret: "another-secret",
  });
  await expect(other).rejects.toThrow(/403/);
});

it("leaves a bot that is no moderator without its powers", async () => {
  await giveRoles(botId);
  const timeout = stage.api.asUser(botId, (as) =>
    as.moderation.banUser(broadcasterId, { user: viewerId, duration: 15, reason: "" }),
  );
  await expect(timeout).rejects.toThrow(/403(.|\n)*not one of the broadcaster's moderators/);
});
