import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
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
beforeEach(async () => {
  stage = await setStage();
  await stage.consent(botId, botScopes);
});
afterEach(() => stage.close());

const say = (text: string) => stage.api.asUser(botId, (as) => as.chat.sendChatMessage(broadcasterId, text));
async function sayRaw(message: string, scopes: readonly string[] = ["user:write:chat"]): Promise<Response> {
  const { accessToken } = await tokenFor(stage.world, botId, scopes);
  const line = { broadcaster_id: broadcasterId, sender_id: botId, message };
  return stage.helix("POST", "/chat/messages", accessToken, line);
}
const events = () =>
  stage.callback.received.map(({ body }) => (JSON.parse(body) as { event: Record<string, unknown> }).event);

describe("the bot's line", () => {
  it("is said, and comes back as an echo", async () => {
    const sent = await say("Кега открыта!");
    expect(sent.isSent).toBe(true);
    await vi.waitFor(() => expect(events()).toHaveLength(1));
    expect(events()[0]).toMatchObject({
      broadcaster_user_id: broadcasterId,
      chatter_user_id: botId,
      message_id: sent.id,
      message: { text: "Кега открыта!" },
    });
  });

  it("may be said by the app, once the bot has agreed", async () => {
    const sent = await stage.api.chat.sendChatMessageAsApp(botId, broadcasterId, "hello");
    expect(sent.isSent).toBe(true);
  });

  it("may not be said by the app for a bot that has not agreed to be one", async () => {
    const fresh = await setStage();
    await fresh.consent(botId, ["user:write:chat"]);
    await expect(fresh.api.chat.sendChatMessageAsApp(botId, broadcasterId, "hello")).rejects.toThrow(
      /Missing scope: user:bot/,
    );
    await fresh.close();
  });

  it("may not be said with a token that was not given for it", async () => {
    const response = await sayRaw("hello", ["user:read:chat"]);
    expect(await response.json()).toEqual({
      error: "Unauthorized",
      status: 401,
      message: "Missing scope: user:write:chat",
    });
  });

  it("may be five hundred characters long, and not one more", async () => {
    expect((await say("я".repeat(500))).isSent).toBe(true);
    await expect(say("я".repeat(501))).rejects.toThrow(/422/);
  });

  it("is eaten when it looks like a command", async () => {
    const response = await sayRaw("/ban everybody");
    expect(await response.json()).toEqual({
      data: [
        {
          message_id: "",
          is_sent: false,
          drop_reason: { code: "msg_rejected", message: expect.any(String) },
        },
      ],
    });
    await expect(say("/ban everybody")).rejects.toThrow(/dropped/);
    expect(events()).toEqual([]);
  });

  it("may be said twice in a row: the bot is a moderator", async () => {
    expect([(await say("same")).isSent, (await say("same")).isSent]).toEqual([true, true]);
  });

  it("is dropped when there are more than the account may say", async () => {
    const limited = await setStage({ twitch: { limits: { chatLinesPer30Seconds: 1 } } });
    await limited.consent(botId, botScopes);
    const line = () => limited.api.asUser(botId, (as) => as.chat.sendChatMessage(broadcasterId, "hi"));
    expect((await line()).isSent).toBe(true);
    await expect(line()).rejects.toThrow(/too quickly/);
    await limited.close();
  });

  it("is said although the line breaks before the answer, and only the echo tells", async () => {
    await stage.control("/faults", {
      service: "twitch",
      path: "/chat/messages",
      reset: true,
      late: true,
      times: 1,
    });
    await expect(sayRaw("heard?")).rejects.toThrow("fetch failed");
    await vi.waitFor(() => expect(events()).toMatchObject([{ message: { text: "heard?" } }]));
  });
});

const page = (limit: number, after?: string) =>
  stage.api.asUser(botId, (as) => as.chat.getChatters(broadcasterId, { limit, ...(after ? { after } : {}) }));

describe("chatters", () => {
  it("are the usual cast, the streamer and the bot", async () => {
    const { data, total } = await page(1_000);
    expect(total).toBe(30);
    const names = data.map(({ userDisplayName }) => userDisplayName);
    expect(names).toContain("Барон_Квас");
    expect(names).toContain("Nightbot");
    expect(names).toContain("Streamer");
    expect(data.find(({ userId }) => userId === "2011")?.userName).toBe("lena_iz_omska");
  });

  it("come in pages", async () => {
    const chatters = Array.from({ length: 2_500 }, (_, n) => ({
      id: `9${n}`,
      login: `u${n}`,
      name: `U${n}`,
    }));
    await stage.control("/twitch/chatters", { chatters });
    const first = await page(1_000);
    const second = await page(1_000, first.cursor);
    const third = await page(1_000, second.cursor);
    expect([first, second, third].map(({ data }) => data.length)).toEqual([1_000, 1_000, 500]);
    expect(first.total).toBe(2_500);
    expect(third.cursor).toBeFalsy();
    expect(third.data.at(-1)?.userName).toBe("u2499");
  });

  it("are told to moderators with the scope alone", async () => {
    await stage.consent(viewerId, ["moderator:read:chatters"]);
    await expect(stage.api.asUser(viewerId, (as) => as.chat.getChatters(broadcasterId))).rejects.toThrow(
      /not one of the broadcaster's moderators/,
    );
    const { accessToken } = await tokenFor(stage.world, broadcasterId, broadcasterScopes);
    const query = `broadcaster_id=${broadcasterId}&moderator_id=${broadcasterId}`;
    const response = await stage.helix("GET", `/chat/chatters?${query}`, accessToken);
    expect(await response.json()).toMatchObject({
      status: 401,
      message: "Missing scope: moderator:read:chatters",
    });
  });
});
