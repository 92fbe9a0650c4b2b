import { InputFile } from "grammy";
import type { Message } from "grammy/types";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { acquaintance, cacheChat, otherToken, photo, setStage, type Stage, token, video } from "./stage.ts";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.close());

const film = (filling?: string, size?: number) => new InputFile(video(filling, size), "film.mp4");

const item = (filling: string) => ({ type: "video" as const, media: film(filling), caption: filling });
const field = (name: string, value: string) =>
  `--B\r\nContent-Disposition: form-data; name=${name}\r\n\r\n${value}`;

describe("a message", () => {
  it("comes back with its entities, keyboard and the message it replies to", async () => {
    const first = await stage.api.sendMessage(acquaintance, "привет");
    const message = await stage.api.sendMessage(acquaintance, "<b>смотри</b>: https://vm.tiktok.com/abc/.", {
      parse_mode: "HTML",
      reply_markup: { inline_keyboard: [[{ text: "отмена", callback_data: "cancel:1" }]] },
      reply_parameters: { message_id: first.message_id },
    });
    expect(message).toMatchObject({
      chat: { id: acquaintance, type: "private" },
      from: { id: 200, is_bot: true, username: "taproom_video_bot" },
      text: "смотри: https://vm.tiktok.com/abc/.",
      entities: [
        { type: "bold", offset: 0, length: 6 },
        { type: "url", offset: 8, length: 26 },
      ],
      reply_to_message: { message_id: first.message_id, text: "привет" },
      reply_markup: { inline_keyboard: [[{ text: "отмена", callback_data: "cancel:1" }]] },
    });
    expect(message.message_id).toBeGreaterThan(first.message_id);
  });

  it.each([
    ["no text", { text: " " }, "Bad Request: message text is empty"],
    ["a long text", { text: "я".repeat(4_097) }, "Bad Request: message is too long"],
    [
      "a bad entity",
      { text: "<b>x", parse_mode: "HTML" as const },
      /can't parse entities: Can't find end tag/,
    ],
    ["a stranger", { text: "x", chat_id: 555 }, "Bad Request: chat not found"],
    ["a long button", { text: "x", data: "я".repeat(33) }, "Bad Request: BUTTON_DATA_INVALID"],
    ["a reply to nothing", { text: "x", reply: 5 }, "Bad Request: message to be replied not found"],
  ])("is refused with %s", async (_, { text, ...rest }, description) => {
    const { chat_id = acquaintance, parse_mode, data, reply } = { ...nothing, ...rest };
    const sent = stage.api.sendMessage(chat_id, text, {
      ...(parse_mode && { parse_mode }),
      ...(data && { reply_markup: { inline_keyboard: [[{ text: "b", callback_data: data }]] } }),
      ...(reply && { reply_parameters: { message_id: reply } }),
    });
    await expect(sent).rejects.toMatchObject({
      error_code: 400,
      description: expect.stringMatching(description),
    });
  });

  it("does not reach whoever has blocked the bot", async () => {
    await stage.control("/telegram/users", { id: acquaintance, blocked: ["downloader"] });
    const refused = { error_code: 403, description: "Forbidden: bot was blocked by the user" };
    await expect(stage.api.sendMessage(acquaintance, "hi")).rejects.toMatchObject(refused);
    await expect(stage.otherApi.sendMessage(acquaintance, "hi")).resolves.toMatchObject({ text: "hi" });
  });

  it("is not taken with a wrong token, nor by a method that is none", async () => {
    const url = `https://api.telegram.org/bot200:nonsense/getMe`;
    const wrong = await stage.world.fetch(new Request(url));
    expect(await wrong.json()).toEqual({ ok: false, error_code: 401, description: "Unauthorized" });
    expect((await stage.call("sendNothing", { method: "POST" })).status).toBe(404);
  });
});

const nothing: { chat_id?: number; parse_mode?: "HTML"; data?: string; reply?: number } = {};

describe("a file", () => {
  it("goes up once and is sent again by its file_id", async () => {
    const uploaded = await stage.api.sendVideo(cacheChat, film(), {
      width: 540,
      height: 960,
      duration: 12,
      supports_streaming: true,
      caption: "https://tiktok.com/@a/video/1",
      thumbnail: new InputFile(photo(), "thumb.jpg"),
    });
    expect(uploaded).toMatchObject({
      chat: { id: cacheChat, type: "channel" },
      sender_chat: { id: cacheChat },
      caption_entities: [{ type: "url", offset: 0, length: 29 }],
      video: {
        width: 540,
        height: 960,
        duration: 12,
        file_size: 64,
        mime_type: "video/mp4",
        file_name: "film.mp4",
      },
    });
    expect(uploaded.video.thumbnail).toMatchObject({ file_id: expect.any(String) });
    const { file_id, file_unique_id } = uploaded.video;
    const again = await stage.api.sendVideo(acquaintance, file_id);
    expect(again.video).toEqual(uploaded.video);
    expect((await stage.api.sendVideo(cacheChat, film())).video).toMatchObject({ file_unique_id });
  });

  it("belongs to one bot, keeps its kind, and may die", async () => {
    const { video: sent } = await stage.api.sendVideo(cacheChat, film());
    const wrong = { error_code: 400, description: "Bad Request: wrong file identifier/HTTP URL specified" };
    await expect(stage.otherApi.sendVideo(cacheChat, sent.file_id)).rejects.toMatchObject(wrong);
    await expect(stage.api.sendPhoto(cacheChat, sent.file_id)).rejects.toMatchObject({
      description: "Bad Request: can't use file of type Video as Photo",
    });
    await stage.control(`/telegram/files/${sent.file_id}/expire`);
    await expect(stage.api.sendVideo(cacheChat, sent.file_id)).rejects.toMatchObject(wrong);
  });

  it("is a document when it is no video", async () => {
    const message = await stage.api.sendVideo(cacheChat, new InputFile(Buffer.from("<html>"), "a.mp4"));
    expect(message).toMatchObject({ document: { file_size: 6 } });
    expect(message.video).toBeUndefined();
  });

  it("is no photo when it is no picture", async () => {
    const sent = stage.api.sendPhoto(cacheChat, new InputFile(Buffer.from("<html>"), "a.jpg"));
    await expect(sent).rejects.toMatchObject({ description: "Bad Request: IMAGE_PROCESS_FAILED" });
    expect(await stage.api.sendPhoto(cacheChat, new InputFile(photo()))).toMatchObject({
      photo: [{ file_size: 11 }],
    });
  });

  it("may be audio, document or animation", async () => {
    const song = new InputFile(Buffer.from("ID3 la la la"), "song.mp3");
    expect(
      await stage.api.sendAudio(cacheChat, song, { title: "la", performer: "she", duration: 3 }),
    ).toMatchObject({
      audio: { title: "la", performer: "she", duration: 3, mime_type: "audio/mpeg" },
    });
    expect(await stage.api.sendDocument(cacheChat, film())).toMatchObject({
      document: { file_name: "film.mp4" },
    });
    expect(await stage.api.sendAnimation(cacheChat, film())).toMatchObject({ animation: { file_size: 64 } });
  });

  it("is refused over the cap, empty, or with a long caption", async () => {
    await stage.control("/telegram/limits", { uploadBytes: 63 });
    await expect(stage.api.sendVideo(cacheChat, film())).rejects.toMatchObject({ error_code: 413 });
    await stage.control("/telegram/limits", { uploadBytes: 64 });
    await expect(stage.api.sendVideo(cacheChat, film())).resolves.toBeDefined();
    await expect(
      stage.api.sendVideo(cacheChat, new InputFile(new Uint8Array(), "a.mp4")),
    ).rejects.toMatchObject({
      description: "Bad Request: file must be non-empty",
    });
    await expect(
      stage.api.sendVideo(cacheChat, film(), { caption: "я".repeat(1_025) }),
    ).rejects.toMatchObject({
      description: "Bad Request: message caption is too long",
    });
  });

  it("may be larger at the bot's own Bot API server", async () => {
    await stage.control("/telegram/limits", { uploadBytes: 10 });
    const form = new FormData();
    form.set("chat_id", String(cacheChat));
    form.set("video", new Blob([Buffer.from(video())]), "film.mp4");
    const url = `https://telegram.taproom.test/bot${token}/sendVideo`;
    expect((await stage.world.fetch(new Request(url, { method: "POST", body: form }))).status).toBe(200);
  });

  it("is fetched back, unless it is too large", async () => {
    const { video: small } = await stage.api.sendVideo(cacheChat, film());
    const { file_path } = await stage.api.getFile(small.file_id);
    const url = `https://api.telegram.org/file/bot${token}/${file_path}`;
    const bytes = await (await stage.world.fetch(new Request(url))).bytes();
    expect(Buffer.from(bytes)).toEqual(Buffer.from(video()));
    const { video: large } = await stage.api.sendVideo(cacheChat, film("x", 21 * 1024 * 1024));
    await expect(stage.api.getFile(large.file_id)).rejects.toMatchObject({
      description: "Bad Request: file is too big",
    });
  });

  it("may be shown without a message_id while Telegram re-encodes it", async () => {
    await stage.control("/telegram/chats", { chat: cacheChat, holdsVideosBack: true });
    const sent = await stage.api.sendVideo(cacheChat, film());
    expect(sent.message_id).toBe(0);
    await expect(stage.api.sendVideo(acquaintance, sent.video.file_id)).resolves.toBeDefined();
  });
});

describe("an album", () => {
  it("comes as messages of one media group", async () => {
    const sent = await stage.api.sendMediaGroup(acquaintance, [
      item("one"),
      { type: "photo", media: new InputFile(photo()) },
    ]);
    expect(sent).toMatchObject([
      { video: { file_size: 64 }, caption: "one" },
      { photo: [{ file_size: 11 }] },
    ]);
    expect(new Set(sent.map((each) => (each as Message).media_group_id)).size).toBe(1);
  });

  it.each([
    ["too few", ["video"]],
    ["too many", Array.from({ length: 11 }, () => "video")],
    ["mixed with documents", ["video", "document"]],
    ["mixed audio", ["document", "audio"]],
  ])("is refused with %s", async (_, kinds) => {
    const media = kinds.map((type) => ({ type, media: film() }));
    await expect(stage.api.sendMediaGroup(acquaintance, media as never)).rejects.toMatchObject({
      error_code: 400,
    });
  });

  it("is sent whole or not at all", async () => {
    const media = [item("one"), { type: "video" as const, media: "nonsense" }];
    await expect(stage.api.sendMediaGroup(acquaintance, media)).rejects.toMatchObject({ error_code: 400 });
    expect(await messagesOf(acquaintance)).toEqual([]);
  });
});

describe("what is recorded", () => {
  it("shows fields and files of an upload, and no token", async () => {
    await stage.api.sendVideo(cacheChat, film());
    const [call] = await stage.calls();
    expect(call).toMatchObject({
      service: "telegram",
      method: "POST",
      host: "api.telegram.org",
      path: "/bot200:•••/sendVideo",
      body: { chat_id: String(cacheChat) },
      status: 200,
    });
    // grammY names the part as it likes and says where it is.
    const { body } = call as { body: Record<string, string> };
    expect(body[body["video"]?.replace("attach://", "") ?? ""]).toEqual({
      name: "film.mp4",
      bytes: 64,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(JSON.stringify(await stage.calls())).not.toContain("embedded-downloader");
  });

  it("finds faults and calls by chat", async () => {
    await stage.control("/faults", {
      service: "telegram",
      path: "/sendMessage",
      channel: String(acquaintance),
      status: 500,
    });
    await expect(stage.api.sendMessage(acquaintance, "x")).rejects.toMatchObject({ error_code: 500 });
    await expect(stage.api.sendMessage(cacheChat, "x")).resolves.toBeDefined();
    expect(await stage.look(`/calls?channel=${cacheChat}`)).toHaveLength(1);
  });
});

describe("an upload that breaks off", () => {
  const half = `${field('"chat_id"', String(cacheChat))}\r\n${field('"video"; filename="a.mp4"', Buffer.from(video()).toString("latin1"))}`;
  const upload = (headers = {}) =>
    stage.call("sendVideo", {
      method: "POST",
      headers: { "Content-Type": "multipart/form-data; boundary=B", ...headers },
      body: half,
    });

  it("leaves no message without its closing boundary", async () => {
    expect((await upload()).status).toBe(400);
    await expectNothingSent();
  });

  it("leaves no message when it is shorter than announced", async () => {
    await expect(upload({ "Content-Length": String(half.length + 100) })).rejects.toThrow("fetch failed");
    await expectNothingSent();
  });
});

describe("limits", () => {
  it("let so many messages through in a second, and then say when to come again", async () => {
    await stage.control("/telegram/limits", { global: { messages: 3, seconds: 60, burst: 3 } });
    for (let n = 0; n < 3; n++) await stage.api.sendMessage(acquaintance, `${n}`);
    const form = new URLSearchParams({ chat_id: String(acquaintance), text: "4" });
    const refused = await stage.call("sendMessage", { method: "POST", body: form });
    expect(refused.status).toBe(429);
    expect(refused.headers.get("Retry-After")).toBe("20");
    expect(await refused.json()).toEqual({
      ok: false,
      error_code: 429,
      description: "Too Many Requests: retry after 20",
      parameters: { retry_after: 20 },
    });
    await expect(stage.otherApi.sendMessage(acquaintance, "another bot")).resolves.toBeDefined();
  });

  it("may be of one chat", async () => {
    await stage.control("/telegram/limits", { privateChat: { messages: 1, seconds: 60, burst: 1 } });
    await stage.api.sendMessage(acquaintance, "1");
    await expect(stage.api.sendMessage(acquaintance, "2")).rejects.toMatchObject({ error_code: 429 });
    await expect(stage.api.sendMessage(cacheChat, "3")).resolves.toBeDefined();
  });
});

async function messagesOf(chatId: number): Promise<unknown[]> {
  const { chats } = (await stage.look(`/telegram/state?chat=${chatId}`)) as {
    chats: { messages: unknown[] }[];
  };
  return chats.flatMap(({ messages }) => messages);
}

it("knows two bots by their tokens", async () => {
  expect(await stage.api.getMe()).toMatchObject({
    id: 200,
    supports_guest_queries: true,
    supports_inline_queries: true,
  });
  expect(await stage.otherApi.getMe()).toMatchObject({ id: Number(otherToken.split(":")[0]) });
});

async function expectNothingSent(): Promise<void> {
  expect(await messagesOf(cacheChat)).toEqual([]);
  expect((await stage.calls()).map(({ status }) => status)).not.toContain(200);
}
