/** What becomes of the link buttons under a post. */
import { describe, expect, it } from "vitest";
import { type Button, buttonsOf } from "../telegram.ts";
import { carry, ChatRoom, type Shown, untilSays } from "./chats.ts";

const menu = { text: "🍺 Menu", url: "https://example.com/menu" };
const map = { text: "Map", url: "https://example.com/map" };
const ours = { text: "Our channel", url: "https://t.me/taproom" };
const post = { text: "Beer is here", buttons: [[menu, map], [{ text: "Like", callback_data: "like" }]] };

async function shownOf(settings: object, posted: object): Promise<readonly Shown[]> {
  const [source, target] = [await ChatRoom.open(), await ChatRoom.open()];
  await carry([source], [target], settings);
  await source.post(posted);
  await source.post("the end");
  await untilSays(target, "the end");
  return (await target.shows()).filter(({ text }) => !text?.startsWith("the end"));
}

const keyboardOf = ({ reply_markup: keyboard }: Shown): readonly (readonly Button[])[] =>
  keyboard?.inline_keyboard ?? [];

const linksOf = ({ text, caption = "", entities, caption_entities }: Shown) =>
  (entities ?? caption_entities ?? []).map(({ offset, length, url }) => [
    (text ?? caption).slice(offset, offset + length),
    url,
  ]);

describe.concurrent("link buttons", () => {
  it("stay under a copy, in their rows, without those that only the other bot understands", async () => {
    const [message] = await shownOf({ buttons: "keep" }, post);
    expect(message && keyboardOf(message)).toEqual([[menu, map]]);
  });

  it("stay under what is forwarded", async () => {
    const [message] = await shownOf({ mode: "forward" }, post);
    expect(message).toMatchObject({ forward_origin: { type: "channel" } });
    expect(message && buttonsOf(message)).toEqual(expect.arrayContaining([menu.text, map.text]));
  });

  it("become text under the post", async () => {
    const [message] = await shownOf({ buttons: "text" }, post);
    expect(message?.text).toBe("Beer is here\n🍺 Menu · Map");
    expect(message && linksOf(message)).toEqual([
      [menu.text, menu.url],
      [map.text, map.url],
    ]);
    expect(message && keyboardOf(message)).toEqual([]);
  });

  it("are dropped", async () => {
    const [message] = await shownOf({ buttons: "drop" }, post);
    expect(message).toMatchObject({ text: "Beer is here" });
    expect(message && keyboardOf(message)).toEqual([]);
  });

  it("of one's own are added below those of the post", async () => {
    const [message] = await shownOf({ addButtons: [[ours]] }, post);
    expect(message && keyboardOf(message)).toEqual([[menu, map], [ours]]);
  });

  it("of one's own stand in place of those that are dropped", async () => {
    const [message] = await shownOf({ buttons: "drop", addButtons: [[ours], [map]] }, post);
    expect(message && keyboardOf(message)).toEqual([[ours], [map]]);
  });

  it("of one's own make a copy of what cannot be forwarded with them", async () => {
    const [message] = await shownOf({ mode: "forward", addButtons: [[ours]] }, post);
    expect(message?.forward_origin).toBeUndefined();
    expect(message && keyboardOf(message)).toEqual([[menu, map], [ours]]);
  });

  it("stand under the photo, and a long caption goes on below", async () => {
    const caption = "Beer is here. ".repeat(70).trim();
    const messages = await shownOf(
      { addButtons: [[ours]], transforms: [{ is: "footer", text: "— and so it goes on and on, and on" }] },
      { photo: {}, caption: `${caption} And more of it.` },
    );
    expect(messages.map(keyboardOf)).toEqual([[[ours]], []]);
  });

  it("stand under the last piece of a long text", async () => {
    const messages = await shownOf(
      { addButtons: [[ours]], transforms: [{ is: "footer", text: "y".repeat(500) }] },
      { text: `${"x".repeat(3_000)} ${"z".repeat(1_000)}` },
    );
    expect(messages.map(keyboardOf)).toEqual([[], [[ours]]]);
  });
});

describe.concurrent("an album", () => {
  const album = [{ photo: {}, caption: "Beer is here" }, { photo: {} }];

  it("takes no buttons: those of one's own stand under its words", async () => {
    const messages = await shownOf({ addButtons: [[ours, map]] }, { album });
    expect(messages.map(({ caption = "" }) => caption)).toEqual(["Beer is here\nOur channel · Map", ""]);
    expect(messages[0] && linksOf(messages[0])).toEqual([
      [ours.text, ours.url],
      [map.text, map.url],
    ]);
    expect(new Set(messages.map(({ media_group_id: group }) => group)).size).toBe(1);
  });

  it("without words has them all the same", async () => {
    const messages = await shownOf({ addButtons: [[ours]] }, { album: [{ photo: {} }, { video: {} }] });
    expect(messages.map(({ caption = "" }) => caption)).toEqual(["Our channel", ""]);
  });
});
