import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  botId,
  botScopes,
  broadcasterId,
  broadcasterScopes,
  setStage,
  type Stage,
  tokenFor,
  viewerId,
} from "./stage.ts";

let stage: Stage;
let now = Date.UTC(2026, 10, 20, 12);
beforeEach(async () => {
  stage = await setStage({ now: () => now });
  await stage.consent(botId, botScopes);
  await stage.consent(broadcasterId, broadcasterScopes);
});
afterEach(() => stage.close());

const ban = (userId: string, duration?: number) =>
  stage.api.asUser(botId, (as) =>
    as.moderation.banUser(broadcasterId, {
      user: userId,
      reason: "Пивная кома",
      ...(duration === undefined ? {} : { duration }),
    }),
  );
const banned = async () => (await stage.api.moderation.getBannedUsers(broadcasterId)).data;

const timeouts = async () => ((await stage.look("/twitch/state")) as { timeouts: unknown[] }).timeouts;

describe("a timeout", () => {
  it("is given, and ends by itself", async () => {
    const [timeout] = await ban(viewerId, 600);
    expect(timeout?.expiryDate?.getTime()).toBe(now + 600_000);
    expect(await banned()).toMatchObject([
      { userId: viewerId, userName: "applecatfan", reason: "Пивная кома", moderatorId: botId },
    ]);
    now += 600_000;
    expect(await banned()).toEqual([]);
  });

  it("replaces an older one, even a longer one", async () => {
    await ban(viewerId, 600);
    await ban(viewerId, 15);
    const [left] = await banned();
    expect(left?.expiryDate?.getTime()).toBe(now + 15_000);
  });

  it("lasts a second at least and two weeks at most", async () => {
    await expect(ban(viewerId, 1_209_601)).rejects.toThrow(/duration/);
    await expect(ban(viewerId, 0)).rejects.toThrow(/duration/);
  });

  it("is lifted", async () => {
    await ban(viewerId, 600);
    await stage.api.asUser(botId, (as) => as.moderation.unbanUser(broadcasterId, viewerId));
    expect(await banned()).toEqual([]);
    await expect(
      stage.api.asUser(botId, (as) => as.moderation.unbanUser(broadcasterId, viewerId)),
    ).rejects.toThrow(/is not banned/);
  });

  it("cannot be given to whoever is banned for good", async () => {
    await ban(viewerId);
    await expect(ban(viewerId, 15)).rejects.toThrow(/already banned/);
  });

  it.each([
    ["the broadcaster", broadcasterId],
    ["the bot itself", botId],
    ["another moderator", "2001"],
  ])("cannot be given to %s", async (_, userId) => {
    await expect(ban(userId, 15)).rejects.toThrow(
      /400(.|\n)*The user specified in the user_id field may not be banned\/timed out\./,
    );
  });

  it("is given by moderators only, with the right scope and in their own name", async () => {
    await stage.consent(viewerId, ["moderator:manage:banned_users"]);
    const byViewer = stage.api.asUser(viewerId, (as) =>
      as.moderation.banUser(broadcasterId, { user: "2006", reason: "" }),
    );
    await expect(byViewer).rejects.toThrow(/not one of the broadcaster's moderators/);

    const asked = async (scope: string, moderatorId: string) => {
      const { accessToken } = await tokenFor(stage.world, botId, [scope]);
      const query = `broadcaster_id=${broadcasterId}&moderator_id=${moderatorId}`;
      const response = await stage.helix("POST", `/moderation/bans?${query}`, accessToken, {
        data: { user_id: viewerId },
      });
      return response.json();
    };
    expect(await asked("user:bot", botId)).toMatchObject({
      status: 401,
      message: "Missing scope: moderator:manage:banned_users",
    });
    expect(await asked("moderator:manage:banned_users", broadcasterId)).toMatchObject({
      status: 401,
      message: "incorrect user authorization",
    });
  });
});

describe("timeouts", () => {
  it("are limited for each broadcaster, while Helix itself has points left", async () => {
    const limited = await setStage({ now: () => now, twitch: { limits: { bansPerMinute: 2 } } });
    const { accessToken } = await tokenFor(limited.world, botId, botScopes);
    const timeOut = (channel: string, userId: string) =>
      limited.helix("POST", `/moderation/bans?broadcaster_id=${channel}&moderator_id=${botId}`, accessToken, {
        data: { user_id: userId, duration: 15 },
      });
    await timeOut(broadcasterId, "2005");
    await timeOut(broadcasterId, "2006");
    const refused = await timeOut(broadcasterId, "2007");
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("Ratelimit-Remaining"))).toBeGreaterThan(0);
    expect(await refused.json()).toEqual({
      error: "Too Many Requests",
      status: 429,
      message: "The app has exceeded the number of requests it may make per minute for this broadcaster.",
    });
    expect((await timeOut("5000", "2007")).status).toBe(200);
    now += 60_000;
    expect((await timeOut(broadcasterId, "2007")).status).toBe(200);
    await limited.close();
  });

  it("meet somebody else's where a test says so", async () => {
    const message = "You may not update the user's ban state while someone else is updating the state.";
    const body = { error: "Conflict", status: 409, message };
    const fault = { service: "helix", path: "/moderation/bans", channel: broadcasterId, status: 409 };
    await stage.control("/faults", { ...fault, body, times: 1 });
    await expect(ban(viewerId, 15)).rejects.toThrow(/409(.|\n)*someone else is updating/);
    expect(await ban(viewerId, 15)).toHaveLength(1);
  });

  it("are listed for those who are asked about", async () => {
    await ban(viewerId, 600);
    await ban("2006");
    const { data } = await stage.api.moderation.getBannedUsers(broadcasterId, {
      userId: [viewerId, "2007"],
    });
    expect(data.map(({ userId }) => userId)).toEqual([viewerId]);
    expect((await banned()).map(({ expiryDate }) => expiryDate?.getTime() ?? null)).toEqual([
      now + 600_000,
      null,
    ]);
  });
});

describe("a human moderator", () => {
  it("gives, changes and lifts timeouts", async () => {
    await stage.control("/twitch/timeout", { userId: viewerId, seconds: 30 });
    expect(await timeouts()).toMatchObject([{ user: { id: viewerId }, endsAt: now + 30_000 }]);
    await stage.control("/twitch/timeout", { userId: viewerId });
    expect(await timeouts()).toMatchObject([{ user: { id: viewerId }, endsAt: null }]);
    await stage.control("/twitch/timeout", { userId: viewerId, seconds: 0 });
    expect(await timeouts()).toEqual([]);
  });
});

describe("moderators", () => {
  it("are the bot and whoever is one in chat", async () => {
    const { data } = await stage.api.moderation.getModerators(broadcasterId);
    expect(data.map(({ userId }) => userId)).toEqual([botId, "2001", "2002"]);
  });

  it("are told to the broadcaster only", async () => {
    const { accessToken } = await tokenFor(stage.world, botId, ["moderation:read"]);
    const response = await stage.helix(
      "GET",
      `/moderation/moderators?broadcaster_id=${broadcasterId}`,
      accessToken,
    );
    expect(await response.json()).toMatchObject({
      status: 401,
      message: expect.stringContaining("must match"),
    });
  });
});
