import { InputFile } from "grammy";
import type { InlineQueryResult } from "grammy/types";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Reaction } from "../../world/callback.ts";
import { acquaintance, cacheChat, setStage, type Stage, token, video } from "./stage.ts";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.close());

const button = { inline_keyboard: [[{ text: "Скачать", callback_data: "get:1" }]] };
const article = (rest = {}): InlineQueryResult => ({
  type: "article",
  id: "article-1",
  title: "Видео",
  input_message_content: { message_text: "Качаю… https://youtu.be/abc" },
  reply_markup: button,
  ...rest,
});

/** Answers inline queries so, and everything else with nothing. */
const offer =
  (...results: InlineQueryResult[]): Reaction =>
  async ({ body }, response) => {
    const { inline_query: query } = JSON.parse(body) as { inline_query?: { id: string } };
    if (query) await stage.api.answerInlineQuery(query.id, results, { cache_time: 0 });
    response.writeHead(200).end();
  };

const ask = (query = "https://youtu.be/abc") =>
  stage.control("/telegram/downloader/inline", { user: 42, query });
const last = (kind: string) =>
  stage.updates().findLast((update) => kind in update)?.[kind] as Record<string, unknown>;
const uploaded = async () =>
  (await stage.api.sendVideo(cacheChat, new InputFile(video(), "a.mp4"))).video.file_id;

describe("somebody", () => {
  it("writes in private and in a group, and replies", async () => {
    const { message_id } = await stage.api.sendMessage(acquaintance, "ну?");
    const said = await stage.control("/telegram/downloader/say", {
      user: acquaintance,
      text: "вот",
      reply_to: message_id,
    });
    expect(said).toMatchObject({ status: 200, message_id: expect.any(Number) });
    expect(last("message")).toMatchObject({
      text: "вот",
      reply_to_message: { text: "ну?", from: { id: 200 } },
    });

    await stage.control("/telegram/downloader/say", {
      user: acquaintance,
      document: { content: '{"правила": []}', file_name: "rules.json", mime_type: "application/json" },
      caption: "держи",
      forwardedFrom: { user: 9 },
    });
    const sent = last("message");
    expect(sent).toMatchObject({
      caption: "держи",
      document: { file_name: "rules.json" },
      forward_origin: { type: "user", sender_user: { id: 9 } },
    });
    const { file_path } = await stage.api.getFile((sent["document"] as { file_id: string }).file_id);
    const url = `https://api.telegram.org/file/bot${token}/${file_path}`;
    const file = await stage.world.fetch(new Request(url));
    expect(await file.json()).toEqual({ правила: [] });

    const chat = { id: -1007, title: "Пивная" };
    await stage.control("/telegram/downloader/say", {
      user: { id: 9, first_name: "Ёж" },
      chat,
      text: "/start",
    });
    expect(last("message")).toMatchObject({
      from: { id: 9, first_name: "Ёж" },
      chat: { id: -1007, type: "supergroup", title: "Пивная" },
    });
    await expect(stage.api.sendMessage(-1007, "здравствуйте")).resolves.toMatchObject({ chat });
  });

  it("presses a button, and sees what the bot answers", async () => {
    stage.callback.react(async ({ body }, response) => {
      const { callback_query: query } = JSON.parse(body) as { callback_query: { id: string } };
      await stage.api.answerCallbackQuery(query.id, { text: "сейчас" });
      response.writeHead(200).end();
    });
    const { message_id } = await stage.api.sendMessage(acquaintance, "видео", { reply_markup: button });
    const pressed = await stage.control("/telegram/downloader/press", {
      user: acquaintance,
      message: message_id,
      button: "Скачать",
    });
    expect(pressed).toMatchObject({ status: 200, answer: { text: "сейчас", showAlert: false } });
    expect(last("callback_query")).toMatchObject({
      data: "get:1",
      from: { id: acquaintance },
      message: { message_id },
    });
    await expect(stage.api.answerCallbackQuery(pressed["callback_query_id"] as string)).rejects.toMatchObject(
      {
        description: "Bad Request: query is too old and response timeout expired or query ID is invalid",
      },
    );
  });

  it("is not heard where the bot is not", async () => {
    const among = await stage.control("/telegram/downloader/say", { user: 42, chat: 43, text: "привет" });
    expect(among).toMatchObject({ error: expect.stringContaining("not in this chat") });
    await stage.control("/telegram/chats", { chat: -1008, bots: { downloader: "kicked" } });
    const kicked = await stage.control("/telegram/downloader/say", { user: 42, chat: -1008, text: "привет" });
    expect(kicked).toMatchObject({ error: expect.stringContaining("not in this chat") });
    expect(stage.updates()).toEqual([]);
  });

  it("cannot press what is not there", async () => {
    const { message_id } = await stage.api.sendMessage(acquaintance, "видео", { reply_markup: button });
    const pressed = await stage.control("/telegram/downloader/press", {
      user: acquaintance,
      message: message_id,
      button: "нет",
    });
    expect(pressed).toMatchObject({ error: expect.stringContaining("Скачать") });
  });
});

describe("an inline query", () => {
  it("is answered with results", async () => {
    stage.callback.react(offer(article()));
    expect(await ask()).toMatchObject({
      status: 200,
      query_id: expect.any(String),
      answer: { results: [{ id: "article-1", title: "Видео" }], cacheTime: 0 },
    });
  });

  it("becomes a message in a chat the bot is not in, which the bot may edit into a video", async () => {
    stage.callback.react(offer(article()));
    const { query_id } = await ask();
    const chosen = await stage.control("/telegram/downloader/choose", {
      user: 42,
      chat: -500,
      query: query_id,
      result: "article-1",
    });
    const inlineId = chosen["inline_message_id"] as string;
    expect(last("chosen_inline_result")).toEqual({
      result_id: "article-1",
      from: expect.objectContaining({ id: 42 }),
      query: "https://youtu.be/abc",
      inline_message_id: inlineId,
    });
    const media = { type: "video" as const, media: await uploaded(), caption: "готово" };
    expect(await stage.api.editMessageMediaInline(inlineId, media)).toBe(true);
    expect(await messageIn(-500)).toMatchObject({
      via_bot: { id: 200 },
      from: { id: 42 },
      video: { file_size: 64 },
      caption: "готово",
      inline_message_id: inlineId,
      files: [{ kind: "video", url: expect.stringMatching(/^\/telegram\/files\//) }],
    });
    await expect(stage.otherApi.editMessageTextInline(inlineId, "x")).rejects.toMatchObject({
      error_code: 400,
    });
  });

  it("takes no upload into its message", async () => {
    stage.callback.react(offer(article()));
    const { query_id } = await ask();
    const { inline_message_id } = await stage.control("/telegram/downloader/choose", {
      user: 42,
      chat: -500,
      query: query_id,
      result: "article-1",
    });
    const media = { type: "video" as const, media: new InputFile(video()) };
    await expect(stage.api.editMessageMediaInline(inline_message_id as string, media)).rejects.toMatchObject({
      description: "Bad Request: wrong file identifier/HTTP URL specified",
    });
  });

  it("gives a pressed button the inline_message_id, also without feedback", async () => {
    stage.callback.react(offer(article()));
    const { query_id } = await ask();
    const choice = { user: 42, chat: 43, query: query_id, result: "article-1", feedback: false };
    const { inline_message_id } = await stage.control("/telegram/downloader/choose", choice);
    expect(last("chosen_inline_result")).toBeUndefined();
    await stage.control("/telegram/downloader/press", { user: 43, inline_message_id, button: "Скачать" });
    expect(last("callback_query")).toMatchObject({ from: { id: 43 }, inline_message_id, data: "get:1" });
    expect(last("callback_query")).not.toHaveProperty("message");
  });

  it("gives no inline_message_id without a keyboard", async () => {
    const { reply_markup: _, ...bare } = article() as InlineQueryResult & { reply_markup: unknown };
    stage.callback.react(offer(bare as InlineQueryResult));
    const { query_id } = await ask();
    await stage.control("/telegram/downloader/choose", {
      user: 42,
      chat: -500,
      query: query_id,
      result: "article-1",
    });
    expect(last("chosen_inline_result")).not.toHaveProperty("inline_message_id");
  });

  it("is seen as a message where the bot is itself", async () => {
    stage.callback.react(offer({ type: "video", id: "v", title: "Видео", video_file_id: await uploaded() }));
    const { query_id } = await ask();
    await stage.control("/telegram/downloader/choose", { user: 42, query: query_id, result: "v" });
    expect(last("message")).toMatchObject({
      via_bot: { id: 200 },
      chat: { id: 42 },
      video: { file_size: 64 },
    });
  });

  it.each([
    [
      "too many results",
      () => Array.from({ length: 51 }, (_, n) => article({ id: `${n}` })),
      "RESULTS_TOO_MUCH",
    ],
    ["the same id twice", () => [article(), article()], "RESULT_ID_DUPLICATE"],
    ["a long id", () => [article({ id: "я".repeat(33) })], "RESULT_ID_INVALID"],
    ["no title", () => [article({ title: "" })], "RESULT_TITLE_EMPTY"],
    [
      "an unknown file",
      () => [{ type: "video", id: "v", title: "t", video_file_id: "nonsense" }],
      "wrong file identifier/HTTP URL specified",
    ],
  ])("may not be answered with %s", async (_, results, complaint) => {
    await stage.control("/telegram/downloader/inline", { user: 42, query: "x", patienceMs: 0 });
    const { id } = last("inline_query") as { id: string };
    await expect(stage.api.answerInlineQuery(id, results() as InlineQueryResult[])).rejects.toMatchObject({
      description: `Bad Request: ${complaint}`,
    });
  });

  it("may not be answered with a cached video that has no title", async () => {
    await stage.control("/telegram/downloader/inline", { user: 42, query: "x", patienceMs: 0 });
    const { id } = last("inline_query") as { id: string };
    const untitled = { type: "video", id: "v", video_file_id: await uploaded() } as InlineQueryResult;
    await expect(stage.api.answerInlineQuery(id, [untitled])).rejects.toMatchObject({ error_code: 400 });
  });

  it("is too old after half a minute", async () => {
    await stage.close();
    let now = Date.now();
    stage = await setStage({ now: () => now });
    const asked = await stage.control("/telegram/downloader/inline", { user: 42, query: "x", patienceMs: 0 });
    expect(asked).not.toHaveProperty("answer");
    now += 31_000;
    await expect(stage.api.answerInlineQuery(asked["query_id"] as string, [])).rejects.toMatchObject({
      description: expect.stringContaining("query is too old"),
    });
  });
});

describe("a guest", () => {
  it("is called once into a chat it is not in, and may edit what it has answered", async () => {
    const chat = { id: -600, title: "Чужие" };
    const called = await stage.control("/telegram/downloader/mention", {
      user: 42,
      chat,
      text: "@taproom_video_bot https://youtu.be/abc",
    });
    expect(last("guest_message")).toMatchObject({
      guest_query_id: called["guest_query_id"],
      chat: { id: -600, title: "Чужие" },
      entities: [{ type: "mention" }, { type: "url" }],
    });
    await expect(stage.api.sendMessage(-600, "x")).rejects.toMatchObject({ error_code: 403 });

    const guestQueryId = called["guest_query_id"] as string;
    const { inline_message_id } = await stage.api.answerGuestQuery(guestQueryId, article());
    await expect(stage.api.answerGuestQuery(guestQueryId, article())).rejects.toMatchObject({
      description: expect.stringContaining("query is too old"),
    });
    const media = { type: "video" as const, media: await uploaded() };
    await stage.api.editMessageMediaInline(inline_message_id, media);
    expect(await messageIn(-600)).toMatchObject({
      from: { id: 200 },
      guest_bot_caller_user: { id: 42 },
      video: { file_size: 64 },
    });
  });
});

it("calls a guest into the private chat of two people", async () => {
  const called = await stage.control("/telegram/downloader/mention", {
    user: 42,
    chat: 43,
    text: "@taproom_video_bot",
  });
  await stage.api.answerGuestQuery(called["guest_query_id"] as string, article());
  const { chats } = (await stage.look("/telegram/state")) as {
    readonly chats: readonly { readonly key: string; readonly messages: readonly object[] }[];
  };
  expect(chats.find(({ key }) => key === "people:42:43")?.messages).toMatchObject([
    { from: { id: 42 } },
    { from: { id: 200 }, guest_bot_caller_user: { id: 42 } },
  ]);
  await expect(stage.api.sendMessage(43, "x")).rejects.toMatchObject({
    description: "Bad Request: chat not found",
  });
});

describe("a stored file", () => {
  it("plays from any place, as a player asks for it", async () => {
    const file = await stage.api.sendVideo(cacheChat, new InputFile(video(), "a.mp4"));
    const url = `${stage.world.url}/telegram/files/${file.video.file_unique_id}`;
    const whole = await fetch(url);
    expect(whole.headers.get("Content-Type")).toBe("video/mp4");
    expect(Buffer.from(await whole.bytes())).toEqual(Buffer.from(video()));

    const part = await fetch(url, { headers: { Range: "bytes=4-7" } });
    expect(part.status).toBe(206);
    expect(part.headers.get("Content-Range")).toBe("bytes 4-7/64");
    expect(await part.text()).toBe("ftyp");
    expect((await fetch(url, { headers: { Range: "bytes=64-" } })).status).toBe(416);
    expect((await fetch(url, { headers: { Range: "bytes=-2" } })).headers.get("Content-Range")).toBe(
      "bytes 62-63/64",
    );
  });

  it("gives up its bytes, but not its name, when newer files need the room", async () => {
    await stage.close();
    stage = await setStage({ telegram: { roomForFiles: 200 } });
    const sizes = Array.from({ length: 4 }, (_, n) => new InputFile(video(`${n}`), "a.mp4"));
    const sent = [];
    for (const each of sizes) sent.push((await stage.api.sendVideo(cacheChat, each)).video);
    const statuses = await Promise.all(
      sent.map(
        async ({ file_unique_id: id }) =>
          (await stage.world.control(new Request(`${stage.world.url}/telegram/files/${id}`))).status,
      ),
    );
    expect(statuses).toEqual([410, 200, 200, 200]);
    await expect(stage.api.sendVideo(acquaintance, sent[0]?.file_id ?? "")).resolves.toBeDefined();
  });
});

it("tells whoever watches of every change in a chat", async () => {
  const leaving = new AbortController();
  const stream = await fetch(`${stage.world.url}/events`, { signal: leaving.signal });
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  await stage.api.sendMessage(acquaintance, "видно");
  let heard = "";
  while (!heard.includes("event: telegram\n")) heard += (await reader?.read())?.value ?? "";
  expect(heard).toContain('"bot":"downloader"');
  leaving.abort();
});

async function messageIn(chatId: number): Promise<unknown> {
  const { chats } = (await stage.look(`/telegram/state?chat=${chatId}`)) as {
    chats: { messages: unknown[] }[];
  };
  return chats[0]?.messages.at(-1);
}
