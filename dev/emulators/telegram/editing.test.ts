import { InputFile } from "grammy";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { acquaintance, cacheChat, setStage, type Stage, video } from "./stage.ts";

let stage: Stage;
let sentId: number;
beforeEach(async () => {
  stage = await setStage();
  sentId = (await stage.api.sendMessage(acquaintance, "качаю", { reply_markup: cancel })).message_id;
});
afterEach(() => stage.close());

const cancel = { inline_keyboard: [[{ text: "отмена", callback_data: "cancel" }]] };
const film = () => new InputFile(video(), "film.mp4");

describe("an edit", () => {
  it("changes the text, and takes the keyboard away unless it is named", async () => {
    const kept = await stage.api.editMessageText(acquaintance, sentId, "50 %", { reply_markup: cancel });
    expect(kept).toMatchObject({ text: "50 %", reply_markup: cancel, edit_date: expect.any(Number) });
    const bare = await stage.api.editMessageText(acquaintance, sentId, "готово");
    expect(bare).toMatchObject({ text: "готово" });
    expect(bare).not.toHaveProperty("reply_markup");
  });

  it("has to change something", async () => {
    const description = expect.stringMatching(/^Bad Request: message is not modified/);
    const same = { reply_markup: cancel };
    await expect(stage.api.editMessageText(acquaintance, sentId, "качаю", same)).rejects.toMatchObject({
      description,
    });
    await stage.api.editMessageText(acquaintance, sentId, "иначе");
    await expect(stage.api.editMessageText(acquaintance, sentId, "иначе")).rejects.toMatchObject({
      description,
    });
  });

  it("changes the keyboard alone", async () => {
    const bare = await stage.api.editMessageReplyMarkup(acquaintance, sentId);
    expect(bare).toMatchObject({ text: "качаю" });
    expect(bare).not.toHaveProperty("reply_markup");
  });

  it("turns a text into a video, and changes its caption", async () => {
    const media = { type: "video" as const, media: film(), caption: "one" };
    expect(await stage.api.editMessageMedia(acquaintance, sentId, media)).toMatchObject({
      video: { file_size: 64 },
      caption: "one",
    });
    const edited = await stage.api.editMessageCaption(acquaintance, sentId, { caption: "two" });
    expect(edited).toMatchObject({ video: { file_size: 64 }, caption: "two" });
    expect(edited).not.toHaveProperty("text");
    await expect(stage.api.editMessageText(acquaintance, sentId, "x")).rejects.toMatchObject({
      description: "Bad Request: there is no text in the message to edit",
    });
  });

  it("needs a message, and one of the bot's own", async () => {
    await expect(stage.api.editMessageText(acquaintance, 1, "x")).rejects.toMatchObject({
      description: "Bad Request: message to edit not found",
    });
    const { message_id } = await stage.control("/telegram/downloader/say", {
      user: acquaintance,
      text: "моё",
    });
    await expect(stage.api.editMessageText(acquaintance, message_id as number, "x")).rejects.toMatchObject({
      description: "Bad Request: message can't be edited",
    });
    await expect(stage.api.editMessageCaption(acquaintance, sentId, { caption: "x" })).rejects.toMatchObject({
      description: "Bad Request: there is no caption in the message to edit",
    });
  });
});

describe("a deleted message", () => {
  it("is gone for everybody, and cannot be edited or deleted again", async () => {
    expect(await stage.api.deleteMessage(acquaintance, sentId)).toBe(true);
    await expect(stage.api.editMessageText(acquaintance, sentId, "x")).rejects.toMatchObject({
      error_code: 400,
    });
    await expect(stage.api.deleteMessage(acquaintance, sentId)).rejects.toMatchObject({
      description: "Bad Request: message to delete not found",
    });
  });

  it("may be one of many, of which some were never there", async () => {
    expect(await stage.api.deleteMessages(acquaintance, [1, sentId])).toBe(true);
    await expect(stage.api.deleteMessage(acquaintance, sentId)).rejects.toMatchObject({ error_code: 400 });
    const tooMany = Array.from({ length: 101 }, (_, n) => n + 1);
    await expect(stage.api.deleteMessages(acquaintance, tooMany)).rejects.toMatchObject({ error_code: 400 });
  });

  it("is not somebody else's in a group, unless the bot is an administrator there", async () => {
    const chat = { id: -1005, title: "Group" };
    const { message_id } = await stage.control("/telegram/downloader/say", { user: 42, chat, text: "моё" });
    await expect(stage.api.deleteMessage(chat.id, message_id as number)).rejects.toMatchObject({
      description: "Bad Request: message can't be deleted for everyone",
    });
    await stage.control("/telegram/chats", { chat, bots: "administrator" });
    await expect(stage.api.deleteMessage(chat.id, message_id as number)).resolves.toBe(true);
  });

  it("is out of reach after two days", async () => {
    await stage.close();
    let now = Date.now();
    stage = await setStage({ now: () => now });
    const { message_id } = await stage.api.sendMessage(acquaintance, "old");
    now += 49 * 3_600_000;
    await expect(stage.api.deleteMessage(acquaintance, message_id)).rejects.toMatchObject({
      error_code: 400,
    });
  });
});

describe("a copy", () => {
  it("says nothing of where it comes from, and may have a caption of its own", async () => {
    const { message_id } = await stage.api.sendVideo(cacheChat, film(), { caption: "one" });
    const copy = await stage.api.copyMessage(acquaintance, cacheChat, message_id, { caption: "two" });
    const forwarded = await stage.api.forwardMessage(acquaintance, cacheChat, message_id);
    expect(forwarded).toMatchObject({ caption: "one", forward_origin: { type: "channel", message_id } });
    expect(copy.message_id).toBeLessThan(forwarded.message_id);
    expect(await stage.look("/telegram/state")).toMatchObject({
      chats: expect.arrayContaining([
        expect.objectContaining({
          id: acquaintance,
          bot: "downloader",
          messages: expect.arrayContaining([expect.objectContaining({ ...copy, caption: "two" })]),
        }),
      ]),
    });
  });

  it("needs an original", async () => {
    await expect(stage.api.copyMessage(acquaintance, cacheChat, 5)).rejects.toMatchObject({
      description: "Bad Request: message to copy not found",
    });
    await expect(stage.api.forwardMessage(acquaintance, cacheChat, 5)).rejects.toMatchObject({
      description: "Bad Request: message to forward not found",
    });
  });

  it("comes without a message_id where Telegram re-encodes videos", async () => {
    await stage.control("/telegram/chats", {
      chat: { id: -1009, type: "channel" },
      bots: "administrator",
      holdsVideosBack: true,
    });
    const { message_id } = await stage.api.sendVideo(cacheChat, film());
    expect(await stage.api.copyMessage(-1009, cacheChat, message_id)).toEqual({ message_id: 0 });
  });

  it("carries each bot's own file_id", async () => {
    const { video: sent, message_id } = await stage.api.sendVideo(cacheChat, film());
    const seen = await stage.otherApi.forwardMessage(acquaintance, cacheChat, message_id);
    expect(seen.video).toMatchObject({ file_unique_id: sent.file_unique_id });
    expect(seen.video?.file_id).not.toBe(sent.file_id);
    await expect(stage.otherApi.sendVideo(acquaintance, seen.video?.file_id ?? "")).resolves.toBeDefined();
  });
});
