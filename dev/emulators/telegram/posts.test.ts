import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { FileView, Update } from "./entities.ts";
import { refuse, accept, setStage, type Stage } from "./stage.ts";

const channel = -1_003_000_000_001;
const group = -1_003_000_000_002;
const plainGroup = -4_001;

let stage: Stage;
beforeEach(async () => {
  stage = await setStage({ telegram: { usualBot: "downloader", retryWaits: [20] } });
  await stage.control("/telegram/chats", {
    id: channel,
    type: "channel",
    title: "Source",
    botRights: "administrator",
  });
});
afterEach(() => stage.close());

const post = (body: object, chat = channel) => stage.control(`/telegram/chats/${chat}/posts`, body);
const told = (kind: string) =>
  stage.updates().flatMap((update: Update) => (kind in update ? [update[kind] as Seen] : []));

interface Seen {
  readonly message_id: number;
  readonly text?: string;
  readonly caption?: string;
  readonly isDeleted?: boolean;
  readonly [more: string]: unknown;
}
interface State {
  readonly chats: { readonly id: number; readonly messages: readonly Seen[] }[];
}
const messagesOf = async (chat: number) =>
  ((await stage.look(`/telegram/state?chat=${chat}`)) as State).chats[0]?.messages ?? [];

describe("a chat", () => {
  it("takes the bot in, and tells it what it may do there", async () => {
    await stage.control("/telegram/chats", { id: channel, botRights: { can_post_messages: false } });
    expect(told("my_chat_member")).toMatchObject([
      {
        chat: { id: channel, type: "channel", title: "Source" },
        old_chat_member: { status: "left" },
        new_chat_member: { status: "administrator", user: { id: 200 }, can_post_messages: true },
      },
      {
        old_chat_member: { status: "administrator", can_post_messages: true },
        new_chat_member: { status: "administrator", can_post_messages: false, can_pin_messages: true },
      },
    ]);
    await expect(stage.api.sendMessage(channel, "hi")).rejects.toMatchObject({
      description: "Bad Request: need administrator rights in the channel chat",
    });
    expect(await stage.api.getChatMember(channel, 200)).toMatchObject({ can_post_messages: false });
    await expect(stage.otherApi.getChat(channel)).rejects.toMatchObject({
      error_code: 403,
      description: "Forbidden: bot is not a member of the channel chat",
    });
  });

  it("may forbid the bot what it sends, and throw it out", async () => {
    await stage.control("/telegram/chats", { id: group, botRights: { can_send_messages: false } });
    await expect(stage.api.sendMessage(group, "hi")).rejects.toMatchObject({
      description: "Bad Request: not enough rights to send text messages to the chat",
    });
    await stage.control("/telegram/chats", { id: group, botRights: "kicked" });
    await expect(stage.api.sendMessage(group, "hi")).rejects.toMatchObject({
      description: "Forbidden: bot was kicked from the supergroup chat",
    });
    expect(await post({ text: "alone" }, group)).not.toHaveProperty("status");
    expect(told("message")).toEqual([]);
  });

  it("may be a forum, whose topics have to be there", async () => {
    await stage.control("/telegram/chats", {
      id: group,
      botRights: "administrator",
      topics: [{ id: 7, name: "News" }],
    });
    const missing = { description: "Bad Request: message thread not found" };
    await expect(stage.api.sendMessage(group, "x", { message_thread_id: 8 })).rejects.toMatchObject(missing);
    await expect(stage.api.sendMessage(group, "x", { message_thread_id: 1 })).rejects.toMatchObject(missing);
    const topical = { message_thread_id: 7, is_topic_message: true };
    const sent = await stage.api.sendMessage(group, "x", { message_thread_id: 7 });
    expect(sent).toMatchObject({ ...topical, chat: { is_forum: true } });
    await post({ text: "there", topic: 7, from: 42 }, group);
    await post({ text: "general", topic: 1, from: 42 }, group);
    const [there, general] = told("message");
    expect(there).toMatchObject({ text: "there", ...topical });
    expect(general).not.toHaveProperty("message_thread_id");
  });

  it("gets a topic from the bot, where it may manage them", async () => {
    const change = { id: group, botRights: "administrator", topics: [{ id: 7, name: "News" }] };
    await stage.control("/telegram/chats", change);
    const { message_thread_id } = await stage.api.createForumTopic(group, "More");
    await expect(stage.api.sendMessage(group, "x", { message_thread_id })).resolves.toMatchObject({
      message_thread_id,
    });
    await stage.control("/telegram/chats", { id: group, botRights: { can_manage_topics: false } });
    await expect(stage.api.createForumTopic(group, "No")).rejects.toMatchObject({ error_code: 400 });
  });
});

describe("a post", () => {
  it("comes to the bots of its chat, and to no other", async () => {
    const answer = await post({
      caption: "Смотри https://example.com",
      video: { file_name: "a.mp4", duration: 3 },
      signature: "Ада",
      buttons: [[{ text: "Ещё", url: "https://example.com" }]],
      forwardedFrom: { chat: { id: -1_009, type: "channel", title: "Elsewhere" }, message_id: 5 },
    });
    expect(answer).toEqual({
      message_ids: [expect.any(Number)],
      update_ids: [expect.any(Number)],
      status: 200,
    });
    const [message] = told("channel_post");
    expect(told("channel_post")).toHaveLength(1);
    expect(message).toMatchObject({
      chat: { id: channel },
      sender_chat: { id: channel },
      author_signature: "Ада",
      caption: "Смотри https://example.com",
      caption_entities: [{ type: "url", offset: 7, length: 19 }],
      video: { file_name: "a.mp4", duration: 3, file_id: expect.any(String) },
      forward_origin: { type: "channel", chat: { id: -1_009 }, message_id: 5 },
      reply_markup: { inline_keyboard: [[{ text: "Ещё" }]] },
    });
    const file_id = (message?.["video"] as FileView | undefined)?.file_id ?? "";
    await expect(stage.api.sendVideo(channel, file_id)).resolves.toMatchObject({ video: { file_id } });
    expect(told("channel_post")).toHaveLength(1);
  });

  it("is refused where it has a member nobody knows", async () => {
    expect(await post({ txet: "x" })).toMatchObject({ error: expect.stringContaining("txet") });
  });

  it("has the same file where it has the same content", async () => {
    for (const content of ["cat", "cat", "dog"]) await post({ photo: { content, bytes: 5_000_000 } });
    const [one, again, other] = told("channel_post").map(
      (message) => (message["photo"] as { file_unique_id: string; file_size: number }[])[0],
    );
    expect(one).toMatchObject({ file_size: 5_000_000 });
    expect(again?.file_unique_id).toBe(one?.file_unique_id);
    expect(other?.file_unique_id).not.toBe(one?.file_unique_id);
  });

  it("may be an album, and one that comes late to it", async () => {
    const answer = await post({
      album: [{ photo: {}, caption: "trip" }, { video: {} }, { photo: {} }],
      gapMs: 10,
    });
    expect(answer).toMatchObject({ status: 200, message_ids: { length: 3 }, update_ids: { length: 3 } });
    await post({ photo: {}, media_group_id: answer["media_group_id"] });
    const groups = told("channel_post").map(({ media_group_id }) => media_group_id);
    expect(groups).toEqual(Array.from({ length: 4 }, () => answer["media_group_id"]));
  });

  it("waits behind an update the bot refuses", async () => {
    stage.callback.react(refuse);
    expect(await post({ text: "first" })).toMatchObject({ status: 500 });
    expect(await post({ text: "second" })).toMatchObject({ queued: true });
    expect(await stage.api.getWebhookInfo()).toMatchObject({
      pending_update_count: 2,
      last_error_message: "Wrong response from the webhook: 500 Internal Server Error",
    });
    stage.callback.react(accept);
    await vi.waitFor(() => expect(told("channel_post").at(-1)).toMatchObject({ text: "second" }));
  });

  it("is changed, visibly and not, and taken away without a word", async () => {
    const { message_ids } = await post({
      text: "one two",
      entities: [{ type: "bold", offset: 0, length: 3 }],
    });
    const [id] = message_ids as number[];
    await stage.control(`/telegram/chats/${channel}/posts/${id}`, { text: "three" });
    await stage.control(`/telegram/chats/${channel}/posts/${id}`, {});
    const edits = told("edited_channel_post");
    expect(edits.map(({ text }) => text)).toEqual(["three", "three"]);
    expect(edits[0]).toMatchObject({ message_id: id, edit_date: expect.any(Number) });
    expect(edits[0]).not.toHaveProperty("entities");
    const url = `${stage.world.url}/telegram/chats/${channel}/posts/${id}`;
    await stage.world.control(new Request(url, { method: "DELETE" }));
    expect(await messagesOf(channel)).toMatchObject([{ text: "three", isDeleted: true, edits: 2 }]);
  });

  it("is pinned by people and by the bot, which hears of both", async () => {
    const { message_ids } = await post({ text: "rules" });
    const [id] = message_ids as [number];
    await stage.control(`/telegram/chats/${channel}/posts/${id}/pin`);
    await stage.control(`/telegram/chats/${channel}/posts/${id}/unpin`);
    await stage.api.pinChatMessage(channel, id);
    await vi.waitFor(() => expect(told("channel_post")).toHaveLength(3));
    expect(told("channel_post").slice(1)).toMatchObject([
      { pinned_message: { message_id: id, text: "rules" } },
      { pinned_message: { message_id: id, text: "rules" } },
    ]);
    expect(await messagesOf(channel)).toMatchObject([{ isPinned: true }, {}, {}]);
    await stage.api.unpinChatMessage(channel, id);
    expect(await messagesOf(channel)).toMatchObject([{ isPinned: false }, {}, {}]);
    await stage.control("/telegram/chats", { id: channel, botRights: { can_edit_messages: false } });
    await expect(stage.api.pinChatMessage(channel, id)).rejects.toMatchObject({
      description: "Bad Request: not enough rights to manage pinned messages in the chat",
    });
  });

  it("is forwarded into the channel's discussion by Telegram itself", async () => {
    await stage.control("/telegram/chats", { id: group, botRights: "member" });
    await stage.control("/telegram/chats", { id: channel, discussion: group });
    const { message_ids } = await post({ text: "news" });
    expect(told("message")).toMatchObject([
      {
        chat: { id: group },
        text: "news",
        is_automatic_forward: true,
        sender_chat: { id: channel },
        forward_origin: { type: "channel", message_id: (message_ids as number[])[0] },
      },
    ]);
  });
});

it("A group becomes a supergroup, and its old id says so", async () => {
  await stage.control("/telegram/chats", {
    id: plainGroup,
    type: "group",
    title: "Pub",
    botRights: "member",
  });
  await stage.control(`/telegram/chats/${plainGroup}/migrate`, { to: group });
  expect(told("message")).toMatchObject([
    { chat: { id: plainGroup }, migrate_to_chat_id: group },
    { chat: { id: group, type: "supergroup", title: "Pub" }, migrate_from_chat_id: plainGroup },
  ]);
  await expect(stage.api.sendMessage(plainGroup, "hi")).rejects.toMatchObject({
    error_code: 400,
    description: "Bad Request: group chat was upgraded to a supergroup chat",
    parameters: { migrate_to_chat_id: group },
  });
  await expect(stage.api.sendMessage(group, "hi")).resolves.toMatchObject({ text: "hi" });
  expect(await post({ text: "too late" }, plainGroup)).toMatchObject({
    error: expect.stringContaining(`${group}`),
  });
});

it("Videos that are held back appear when they are released, as new messages", async () => {
  await post({ video: { content: "film" } });
  const [{ message_id: original } = { message_id: 0 }] = told("channel_post");
  const target = group;
  await stage.control("/telegram/chats", { id: target, botRights: "member", holdsVideosBack: true });
  expect(await stage.api.copyMessage(target, channel, original)).toEqual({ message_id: 0 });
  const [held] = await messagesOf(target);
  expect(held).toMatchObject({ isHeldBack: true });
  await expect(stage.api.deleteMessage(target, held?.message_id ?? 0)).rejects.toMatchObject({
    description: "Bad Request: message to delete not found",
  });
  const { message_ids } = await stage.control(`/telegram/chats/${target}/release`);
  expect(await messagesOf(target)).toMatchObject([{ isHeldBack: false }]);
  const [id] = message_ids as [number];
  await expect(stage.api.editMessageCaption(target, id, { caption: "late" })).resolves.toBeDefined();
});

it("A fault tells Telegram's callers at random how long to wait, in both places", async () => {
  await stage.control("/faults", { service: "telegram", path: "/sendMessage", retryAfter: [2, 4] });
  const response = await stage.call("sendMessage?chat_id=7001&text=x", { method: "POST" });
  const seconds = Number(response.headers.get("Retry-After"));
  expect(seconds).toBeGreaterThanOrEqual(2);
  expect(seconds).toBeLessThanOrEqual(4);
  expect(await response.json()).toEqual({
    ok: false,
    error_code: 429,
    description: `Too Many Requests: retry after ${seconds}`,
    parameters: { retry_after: seconds },
  });
});
