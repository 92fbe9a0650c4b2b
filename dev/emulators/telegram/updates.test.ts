import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Reaction } from "../../world/callback.ts";
import { accept, acquaintance, cacheChat, refuse, setStage, type Stage, token } from "./stage.ts";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.close());

const line = (from: number, text: string) => ({ message: { from: { id: from }, text } });
const textsTold = () => stage.updates().map(({ message }) => (message as { text: string }).text);

/** Answers 500 to every update whose text is named, and 200 to the others. */
const refuseTexts =
  (...texts: string[]): Reaction =>
  ({ body }, response) => {
    const isRefused = texts.some((text) => body.includes(`"text":"${text}"`));
    response.writeHead(isRefused ? 500 : 200).end();
  };

describe("an update", () => {
  it("comes with all that Telegram sends, and with the secret", async () => {
    const answer = await stage.control(
      "/telegram/downloader/update",
      line(42, "https://youtu.be/abc /start"),
    );
    expect(answer).toEqual({ update_id: expect.any(Number), status: 200 });
    const [received] = stage.callback.received;
    expect(received?.path).toBe("/telegram/downloader");
    expect(received?.headers["x-telegram-bot-api-secret-token"]).toBe("secret-of-downloader");
    expect(stage.updates()).toMatchObject([
      {
        update_id: answer["update_id"],
        message: {
          message_id: expect.any(Number),
          date: expect.any(Number),
          from: { id: 42, is_bot: false, first_name: expect.any(String) },
          chat: { id: 42, type: "private" },
          entities: [
            { type: "url", offset: 0, length: 20 },
            { type: "bot_command", offset: 21, length: 6 },
          ],
        },
      },
    ]);
  });

  it("has a rising number, and keeps the one it is given", async () => {
    const ids = [];
    for (const given of [{}, { update_id: 2_000_000_000 }, {}]) {
      const { update_id } = await stage.control("/telegram/downloader/update", {
        ...given,
        ...line(42, "x"),
      });
      ids.push(update_id as number);
    }
    expect(ids[1]).toBe(2_000_000_000);
    expect(ids[2]).toBe(2_000_000_001);
  });

  it("lets the bot answer whoever wrote", async () => {
    await stage.control("/telegram/downloader/update", line(42, "x"));
    await expect(stage.api.sendMessage(42, "y")).resolves.toMatchObject({ chat: { id: 42 } });
    await expect(stage.otherApi.sendMessage(42, "y")).rejects.toMatchObject({ error_code: 400 });
  });

  it("tells that nobody answered", async () => {
    stage.callback.react((_, response) => response.destroy());
    expect(await stage.control("/telegram/downloader/update", line(42, "x"))).toMatchObject({ status: 0 });
  });

  it("need not be waited for", async () => {
    stage.callback.react(() => undefined);
    const answer = await stage.control("/telegram/downloader/update?wait=false", line(42, "x"));
    expect(answer).toMatchObject({ queued: true });
  });

  it("may be answered with a method to be called", async () => {
    stage.callback.react((_, response) => {
      response.writeHead(200, { "Content-Type": "application/json" });
      response.end(JSON.stringify({ method: "sendMessage", chat_id: 42, text: "at once" }));
    });
    await stage.control("/telegram/downloader/update", line(42, "x"));
    await vi.waitFor(async () =>
      expect(await stage.look("/telegram/state")).toMatchObject({
        chats: expect.arrayContaining([
          expect.objectContaining({
            id: 42,
            messages: [expect.anything(), expect.objectContaining({ text: "at once" })],
          }),
        ]),
      }),
    );
  });
});

describe("delivery", () => {
  it("tries again until it is accepted, and holds up the chat meanwhile", async () => {
    await stage.close();
    stage = await setStage({ telegram: { retryWaits: [20] } });
    stage.callback.react(refuseTexts("stuck"));
    expect(await stage.control("/telegram/downloader/update", line(42, "stuck"))).toMatchObject({
      status: 500,
    });
    expect(await stage.control("/telegram/downloader/update", line(42, "behind"))).toMatchObject({
      queued: true,
    });
    expect(await stage.control("/telegram/downloader/update", line(43, "elsewhere"))).toMatchObject({
      status: 200,
    });
    expect((await stage.api.getWebhookInfo()).pending_update_count).toBe(2);
    stage.callback.react(accept);
    await vi.waitFor(() => expect(textsTold()).toContain("behind"));
    const inChat = textsTold().filter((text) => text !== "elsewhere");
    expect(inChat.slice(0, -1)).toEqual(inChat.slice(0, -1).map(() => "stuck"));
    expect(inChat.length).toBeGreaterThan(2);
    await vi.waitFor(async () => expect((await stage.api.getWebhookInfo()).pending_update_count).toBe(0));
  });

  it("keeps the order of a chat when many come at once", async () => {
    const texts = Array.from({ length: 30 }, (_, n) => `${n}`);
    await Promise.all(texts.map((text) => stage.control("/telegram/downloader/update", line(42, text))));
    expect(textsTold()).toEqual(texts);
  });

  it("brings the updates of many chats side by side, but no more than the webhook wants", async () => {
    await stage.api.setWebhook(`${stage.callback.origin}/elsewhere`, { max_connections: 3 });
    const waiting: (() => void)[] = [];
    stage.callback.react((_, response) => waiting.push(() => response.writeHead(200).end()));
    const told = Array.from({ length: 5 }, (_, n) =>
      stage.control("/telegram/downloader/update", line(50 + n, "x")),
    );
    await vi.waitFor(() => expect(waiting).toHaveLength(3));
    expect(stage.callback.received.map(({ path }) => path)).toEqual([
      "/elsewhere",
      "/elsewhere",
      "/elsewhere",
    ]);
    stage.callback.react(accept);
    for (const answer of waiting) answer();
    await Promise.all(told);
    expect(stage.callback.received).toHaveLength(5);
  });

  it("waits as long as Retry-After says", async () => {
    stage.callback.react((_, response) => response.writeHead(503, { "Retry-After": "3600" }).end());
    await stage.control("/telegram/downloader/update", line(42, "x"));
    expect(await stage.control("/telegram/downloader/update", line(42, "y"))).toMatchObject({ queued: true });
    expect(stage.callback.received).toHaveLength(1);
  });

  it("gives up what is too old for anybody", async () => {
    await stage.close();
    let now = Date.now();
    stage = await setStage({ now: () => now, telegram: { retryWaits: [1] } });
    stage.callback.react(refuse);
    await stage.control("/telegram/downloader/update", { callback_query: { from: { id: 42 }, data: "x" } });
    now += 149_000;
    const before = stage.callback.received.length;
    await vi.waitFor(() => expect(stage.callback.received.length).toBeGreaterThan(before));
    now += 2_000;
    await vi.waitFor(async () => expect((await stage.api.getWebhookInfo()).pending_update_count).toBe(0));
  });

  it("keeps kinds of one person apart", async () => {
    stage.callback.react(refuseTexts("stuck"));
    await stage.control("/telegram/downloader/update", line(42, "stuck"));
    const pressed = await stage.control("/telegram/downloader/update", {
      callback_query: { from: { id: 42 }, data: "x" },
    });
    expect(pressed).toMatchObject({ status: 200 });
  });

  it("forgets what waits when the world is reset", async () => {
    stage.callback.react(refuse);
    await stage.control("/telegram/downloader/update", line(42, "x"));
    await stage.control("/reset");
    stage.callback.react(accept);
    const before = stage.callback.received.length;
    expect(await stage.control("/telegram/downloader/update", line(42, "y"))).toMatchObject({ status: 200 });
    expect(
      textsTold()
        .slice(before)
        .filter((text) => text === "x"),
    ).toEqual([]);
  });
});

describe("the webhook", () => {
  it("has a place from the start, may be moved, and taken away", async () => {
    expect((await stage.api.getWebhookInfo()).url).toBe(`${stage.callback.origin}/telegram/downloader`);
    await stage.api.setWebhook("https://taproom.example/hook", {
      secret_token: "s",
      allowed_updates: ["message"],
    });
    expect(await stage.api.getWebhookInfo()).toMatchObject({
      url: "https://taproom.example/hook",
      allowed_updates: ["message"],
    });
    await stage.api.deleteWebhook();
    expect((await stage.api.getWebhookInfo()).url).toBe("");
  });

  it.each([
    ["plain HTTP", "http://taproom.example/hook", {}, /HTTPS URL must be provided/],
    ["a secret of other letters", "https://taproom.example", { secret_token: "ü" }, /unallowed characters/],
  ])("is refused with %s", async (_, url, other, description) => {
    await expect(stage.api.setWebhook(url, other)).rejects.toMatchObject({
      description: expect.stringMatching(description),
    });
  });

  it("gets only the kinds it has asked for", async () => {
    await stage.api.setWebhook(`${stage.callback.origin}/x`, { allowed_updates: ["callback_query"] });
    expect(await stage.control("/telegram/downloader/update", line(42, "x"))).toMatchObject({
      error: expect.stringContaining("allowed_updates"),
    });
  });

  it("keeps getUpdates away", async () => {
    await expect(stage.api.getUpdates()).rejects.toMatchObject({ error_code: 409 });
  });
});

describe("a chat", () => {
  it("is known by its id to whoever is in it", async () => {
    expect(await stage.api.getChat(cacheChat)).toMatchObject({ type: "channel", title: "Cache" });
    expect(await stage.api.getChatMember(cacheChat, 200)).toMatchObject({
      status: "administrator",
      can_post_messages: true,
    });
    expect(await stage.api.getChatAdministrators(cacheChat)).toHaveLength(2);
    expect(await stage.api.getChatMember(cacheChat, 42)).toMatchObject({ status: "left" });
  });

  it.each([
    ["kicked", 403, "Forbidden: bot was kicked from the channel chat"],
    ["left", 403, "Forbidden: bot is not a member of the channel chat"],
    ["member", 400, "Bad Request: need administrator rights in the channel chat"],
  ])("takes no message from a bot that is %s", async (status, error_code, description) => {
    await stage.control("/telegram/chats", { chat: cacheChat, bots: { downloader: status } });
    await expect(stage.api.sendMessage(cacheChat, "x")).rejects.toMatchObject({ error_code, description });
  });

  it("shows whether the bot is busy", async () => {
    expect(await stage.api.sendChatAction(acquaintance, "upload_video")).toBe(true);
    await expect(stage.api.sendChatAction(acquaintance, "dancing" as never)).rejects.toMatchObject({
      error_code: 400,
    });
  });
});

it("takes commands as Telegram does", async () => {
  await stage.api.setMyCommands([{ command: "start", description: "Начать" }]);
  expect(await stage.api.getMyCommands()).toEqual([{ command: "start", description: "Начать" }]);
  const scope = { scope: { type: "chat" as const, chat_id: acquaintance } };
  await stage.api.setMyCommands([{ command: "admin", description: "Все" }], scope);
  expect(await stage.api.getMyCommands()).toMatchObject([{ command: "start" }]);
  expect(await stage.api.getMyCommands(scope)).toMatchObject([{ command: "admin" }]);
  await stage.api.deleteMyCommands(scope);
  expect(await stage.api.getMyCommands(scope)).toEqual([]);
  await expect(stage.api.setMyCommands([{ command: "Нет", description: "x" }])).rejects.toMatchObject({
    description: "Bad Request: BOT_COMMAND_INVALID",
  });
  const query = new Request(`https://api.telegram.org/bot${token}/getMe?nothing=1`);
  expect((await stage.world.fetch(query)).status).toBe(200);
});
