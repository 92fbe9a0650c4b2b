/** Telegram tells the same twice, and sometimes what nobody understands. */
import { randomInt } from "node:crypto";
import { describe, expect, it } from "vitest";
import { askProduct, place } from "../place.ts";
import { carry, ChatRoom, saidIn, untilSays } from "./chats.ts";

/** Telegram knocks at the door; answers with what it is told. */
async function bring(update: object): Promise<number> {
  const response = await fetch(`${place.product}/telegram/forwarder`, {
    method: "POST",
    headers: { "X-Telegram-Bot-Api-Secret-Token": place.telegramSecret },
    body: JSON.stringify(update),
  });
  return response.status;
}

const newId = () => randomInt(100_000_000, 2_000_000_000);
const channelOf = ({ id, title }: ChatRoom) => ({ id, type: "channel", title });

/** The keys of what nobody could read. */
async function unreadable(): Promise<readonly string[]> {
  const response = await askProduct("GET", "/api/forwarder/unreadable");
  return ((await response.json()) as { items: { key: string }[] }).items.map(({ key }) => key);
}

describe.concurrent("an update", () => {
  it("that is brought twice sends its post once", async () => {
    const [source, target] = [await ChatRoom.open(), await ChatRoom.open()];
    await carry([source], [target]);
    const { message_ids: ids } = await source.post("Told twice");
    await target.showing(1);
    const chat = channelOf(source);
    const post = { message_id: ids[0], date: 1_700_000_000, chat, sender_chat: chat, text: "Told twice" };
    const update = { update_id: newId(), channel_post: post };
    expect(await Promise.all([bring(update), bring(update)])).toEqual([200, 200]);
    await source.post("Told once");
    await untilSays(target, "Told once");
    expect(await saidIn(target)).toEqual(["Told twice", "Told once"]);
  });

  it("of an edit that is brought twice posts anew once", async () => {
    const [source, target] = [await ChatRoom.open(), await ChatRoom.open()];
    await carry([source], [target], { edits: "repost", transforms: [{ is: "footer", text: "Signed" }] });
    const { message_ids: ids } = await source.post("Version one");
    await target.showing(1);
    const chat = channelOf(source);
    const post = {
      message_id: ids[0],
      date: 1_700_000_000,
      edit_date: 1_700_000_001,
      chat,
      sender_chat: chat,
    };
    const update = { update_id: newId(), edited_channel_post: { ...post, text: "Version two" } };
    expect([await bring(update), await bring(update)]).toEqual([200, 200]);
    await source.post("The last one");
    await untilSays(target, "The last one");
    expect((await saidIn(target)).map((words) => words.split("\n")[0])).toEqual([
      "Version one",
      "Version two",
      "The last one",
    ]);
  });

  it.for([
    ["no chat", { channel_post: { chat: undefined, text: "Whose?" } }],
    ["a chat that is none", { channel_post: { chat: "news", text: "?" } }],
    ["a file that is none", { channel_post: { photo: [] } }],
    ["an album of nothing", { channel_post: { photo: 7, media_group_id: "7" } }],
    ["entities that are none", { channel_post: { text: "?", entities: "bold" } }],
    ["an origin of a new kind", { channel_post: { text: "?", forward_origin: { type: "planet" } } }],
    ["an answer to nothing", { channel_post: { text: "?", reply_to_message: null } }],
    ["a date that is none", { channel_post: { text: "?", date: "yesterday" } }],
    ["a keyboard that is none", { edited_channel_post: { text: "?", reply_markup: { inline_keyboard: 7 } } }],
    ["a sender without a name", { message: { text: "?", from: {} } }],
    ["something of a new kind", { channel_surprise: { what: "?" } }],
    ["a pin of nothing", { channel_post: { pinned_message: {} } }],
    ["members that are none", { my_chat_member: { new_chat_member: null } }],
  ] as const)("with %s holds up nobody", async ([, odd]) => {
    const [source, target] = [await ChatRoom.open(), await ChatRoom.open()];
    await carry([source], [target]);
    const chat = channelOf(source);
    const inChat = Object.fromEntries(
      Object.entries(odd).map(([kind, what]) => [kind, { message_id: newId(), date: 1, chat, ...what }]),
    );
    expect(await bring({ update_id: newId(), ...inChat })).toBe(200);
    await source.post("The next post");
    await untilSays(target, "The next post");
    expect((await saidIn(target)).at(-1)).toBe("The next post");
  });

  it("that nobody can read is kept for the owner, once", async () => {
    const source = await ChatRoom.open();
    const update = {
      update_id: newId(),
      channel_post: { chat: channelOf(source), text: "?", entities: "bold" },
    };
    expect([await bring(update), await bring(update)]).toEqual([200, 200]);
    const kept = (await unreadable()).filter((key) => key.includes(String(update.update_id)));
    expect(kept).toHaveLength(1);
  });
});
