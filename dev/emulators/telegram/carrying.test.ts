import type { Message } from "grammy/types";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { setStage, type Stage } from "./stage.ts";

const source = -1_003_000_000_001;
const target = -1_003_000_000_002;

let now = Date.UTC(2026, 5, 1);
let stage: Stage;
beforeEach(async () => {
  now = Date.UTC(2026, 5, 1);
  stage = await setStage({ now: () => now, telegram: { usualBot: "downloader" } });
  for (const [id, title] of [
    [source, "Source"],
    [target, "Target"],
  ])
    await stage.control("/telegram/chats", { id, title, type: "channel", botRights: "administrator" });
});
afterEach(() => stage.close());

async function post(body: object): Promise<number[]> {
  const { message_ids } = await stage.control(`/telegram/chats/${source}/posts`, body);
  return message_ids as number[];
}
const one = async (body: object) => (await post(body))[0] ?? 0;

interface State {
  readonly chats: { readonly messages: readonly Message[] }[];
}
const seen = async () =>
  ((await stage.look(`/telegram/state?chat=${target}`)) as State).chats[0]?.messages ?? [];
const refused = (what: string) => ({ error_code: 400, description: `Bad Request: ${what}` });
const missing = 77;

describe("a forward", () => {
  it("says whose it was, keeps links, and is nobody's to change", async () => {
    const id = await one({
      text: "news",
      signature: "Ада",
      buttons: [
        [
          { text: "site", url: "https://example.com" },
          { text: "like", callback_data: "like" },
        ],
      ],
    });
    const sent = await stage.api.forwardMessage(target, source, id);
    expect(sent).toMatchObject({
      text: "news",
      sender_chat: { id: target },
      forward_origin: { type: "channel", chat: { id: source }, message_id: id, author_signature: "Ада" },
      reply_markup: { inline_keyboard: [[{ text: "site" }]] },
    });
    expect(sent.reply_markup?.inline_keyboard).toHaveLength(1);
    await expect(stage.api.editMessageText(target, sent.message_id, "no")).rejects.toMatchObject(
      refused("message can't be edited"),
    );
  });

  it("of a forward names the first author", async () => {
    const id = await one({ text: "x", forwardedFrom: { name: "Somebody" } });
    expect(await stage.api.forwardMessage(target, source, id)).toMatchObject({
      forward_origin: { type: "hidden_user", sender_user_name: "Somebody" },
    });
  });

  it("of a protected chat is refused, and a copy is not", async () => {
    await stage.control("/telegram/chats", { id: source, protected: true });
    const id = await one({ text: "secret" });
    const no = refused("message has protected content and can't be forwarded");
    await expect(stage.api.forwardMessage(target, source, id)).rejects.toMatchObject(no);
    await expect(stage.api.forwardMessages(target, source, [id])).rejects.toMatchObject(no);
    await stage.api.copyMessage(target, source, id);
    expect((await seen())[0]).not.toHaveProperty("has_protected_content");
    expect(await stage.api.getChat(source)).toMatchObject({ has_protected_content: true });
    expect(stage.updates().at(-1)).toMatchObject({ channel_post: { has_protected_content: true } });
  });
});

describe("many at once", () => {
  it("stay an album, of as many as are there", async () => {
    const [first = 0, second = 0, third = 0] = await post({
      album: [{ photo: {}, caption: "trip" }, { video: {} }, { photo: {} }],
    });
    await stage.api.copyMessages(target, source, [first, second, third], { remove_caption: true });
    const url = `${stage.world.url}/telegram/chats/${source}/posts/${second}`;
    await stage.world.control(new Request(url, { method: "DELETE" }));
    expect(await stage.api.forwardMessages(target, source, [first, second, third])).toHaveLength(2);
    const groups = (await seen()).map(({ media_group_id }) => media_group_id);
    expect(new Set(groups.slice(0, 3)).size).toBe(1);
    expect(new Set(groups.slice(3)).size).toBe(1);
    expect(new Set(groups).size).toBe(2);
    expect((await seen()).map(({ caption }) => caption)).toEqual([
      undefined,
      undefined,
      undefined,
      "trip",
      undefined,
    ]);
    const [alone] = await stage.api.copyMessages(target, source, [third]);
    expect((await seen()).find(({ message_id }) => message_id === alone?.message_id)).not.toHaveProperty(
      "media_group_id",
    );
  });

  it("are held back as a whole where Telegram re-encodes a video of them", async () => {
    const ids = await post({ album: [{ photo: {} }, { video: {} }] });
    await stage.control("/telegram/chats", { id: target, holdsVideosBack: true });
    const nothing = { message_id: 0 };
    expect(await stage.api.copyMessages(target, source, ids)).toEqual([nothing, nothing]);
    await stage.control("/telegram/chats", { id: target, holdsVideosBack: false });
    expect(await seen()).toMatchObject([{ isHeldBack: false }, { isHeldBack: false }]);
  });

  it("become an album where they are documents alone", async () => {
    const ids = [await one({ document: {} }), await one({ document: {} })];
    await stage.api.copyMessages(target, source, ids);
    const [left, right] = await seen();
    expect(left?.media_group_id).toEqual(expect.any(String));
    expect(right?.media_group_id).toBe(left?.media_group_id);
  });

  it("are refused where none can go", async () => {
    const id = await one({ text: "x" });
    await stage.control(`/telegram/chats/${source}/posts/${id}/pin`);
    await expect(stage.api.copyMessages(target, source, [missing])).rejects.toMatchObject(
      refused("there are no messages to forward"),
    );
    await expect(stage.api.copyMessages(target, source, [id + 1])).rejects.toMatchObject(
      refused("messages can't be forwarded"),
    );
    const other = await one({ text: "y" });
    await expect(stage.api.forwardMessages(target, source, [other, id])).rejects.toMatchObject(
      refused("message identifiers must be in a strictly increasing order"),
    );
  });
});

describe("a copy", () => {
  it("has a caption, a reply and a keyboard of its own", async () => {
    const parent = await stage.api.sendMessage(target, "parent");
    const id = await one({ photo: {}, caption: "old", buttons: [[{ text: "x", url: "https://x.example" }]] });
    await stage.api.copyMessage(target, source, id);
    await stage.api.copyMessage(target, source, id, {
      caption: "new",
      show_caption_above_media: true,
      reply_parameters: { message_id: parent.message_id },
      reply_markup: { inline_keyboard: [[{ text: "y", url: "https://y.example" }]] },
    });
    const [, plain, own] = await seen();
    expect(plain).toMatchObject({ caption: "old" });
    expect(plain).not.toHaveProperty("reply_markup");
    expect(own).toMatchObject({
      caption: "new",
      show_caption_above_media: true,
      reply_to_message: { message_id: parent.message_id },
      reply_markup: { inline_keyboard: [[{ text: "y" }]] },
    });
    await stage.api.copyMessage(target, source, id, { caption: "" });
    expect((await seen())[3]).not.toHaveProperty("caption");
  });

  it("keeps a long caption only where nothing about it is new", async () => {
    const parent = await stage.api.sendMessage(target, "parent");
    const id = await one({ photo: {}, caption: "я".repeat(2_000) });
    await expect(stage.api.copyMessage(target, source, id)).resolves.toBeDefined();
    const tooLong = refused("message caption is too long");
    const reply = { reply_parameters: { message_id: parent.message_id } };
    await expect(stage.api.copyMessage(target, source, id, reply)).rejects.toMatchObject(tooLong);
    await expect(
      stage.api.copyMessage(target, source, id, { caption: "я".repeat(1_025) }),
    ).rejects.toMatchObject(tooLong);
  });

  it.each([
    ["of a quiz whose answer is not known", { poll: { question: "?", options: ["a", "b"], type: "quiz" } }],
    ["of what costs Stars", { paid_media: { star_count: 5, paid_media: [] } }],
  ])("is not made %s, but a forward is", async (_, body) => {
    const id = await one(body);
    await expect(stage.api.copyMessage(target, source, id)).rejects.toMatchObject(
      refused("the message can't be copied"),
    );
    await expect(stage.api.forwardMessage(target, source, id)).resolves.toMatchObject({
      forward_origin: { type: "channel" },
    });
  });

  it("is made from what the bot may read, and of what can be copied", async () => {
    const id = await one({ text: "x" });
    await stage.control(`/telegram/chats/${source}/posts/${id}/pin`);
    await expect(stage.api.copyMessage(target, source, id + 1)).rejects.toMatchObject(
      refused("the message can't be copied"),
    );
    await stage.control("/telegram/chats", { id: source, botRights: "left" });
    await expect(stage.api.copyMessage(target, source, id)).rejects.toMatchObject({
      error_code: 403,
      description: "Forbidden: bot is not a member of the channel chat",
    });
    await stage.control("/telegram/chats", { id: source, username: "source" });
    await expect(stage.api.forwardMessage(target, "@source", id)).resolves.toMatchObject({ text: "x" });
  });
});

it("A bot hears nothing of what it sends, and deletes it within two days", async () => {
  const told = stage.updates().length;
  const { message_id } = await stage.api.sendMessage(target, "x", {
    link_preview_options: { is_disabled: true },
  });
  expect(await seen()).toMatchObject([{ link_preview_options: { is_disabled: true } }]);
  expect(stage.updates()).toHaveLength(told);
  now += 48 * 3_600_000;
  await expect(stage.api.deleteMessage(target, message_id)).rejects.toMatchObject(
    refused("message can't be deleted for everyone"),
  );
  now -= 1_000;
  await expect(stage.api.deleteMessage(target, message_id)).resolves.toBe(true);
});
