/** What does not fit into a message goes on in the next one, and nothing of it is lost. */
import { describe, expect, it } from "vitest";
import { goesWrong } from "../place.ts";
import { carry, ChatRoom, saidIn, type Shown, untilSays, wordsOf } from "./chats.ts";

const footer = { transforms: [{ is: "footer", text: "— carried by Taproom" }] };

/** Numbered sentences with an emoji in each, of about so many characters and never more. */
const story = (length: number): string => {
  const sentences = Array.from({ length: 200 }, (_, number) => `This is sentence ${number} of the 🍺 story.`);
  return sentences.join(" ").slice(0, length).replace(/\S*$/, "").trim();
};

const lines = (text: string) => text.split(/\s+/).join(" ");

/** The messages put together again, with single spaces. */
const whole = (messages: readonly Shown[]): string => lines(messages.map(wordsOf).join(" "));

/** The pieces that are marked so. */
const markedAs = (type: string, messages: readonly Shown[]): readonly string[] =>
  messages.flatMap((message) =>
    (message.entities ?? message.caption_entities ?? [])
      .filter((entity) => entity.type === type)
      .map(({ offset, length }) => wordsOf(message).slice(offset, offset + length)),
  );

describe.concurrent("a text that has become too long", () => {
  it("goes on in further messages, each an answer to the one before", async () => {
    const [source, target] = [await ChatRoom.open(), await ChatRoom.open()];
    await carry([source], [target], footer);
    const text = story(4_096);
    await source.post({ text, entities: [{ type: "bold", offset: 0, length: text.length }] });
    const messages = await target.showing(2);
    expect(whole(messages)).toBe(`${text} — carried by Taproom`);
    expect(messages.every(({ text: piece = "" }) => piece.length <= 4_096)).toBe(true);
    expect(messages[1]?.reply_to_message?.message_id).toBe(messages[0]?.message_id);
    expect(lines(markedAs("bold", messages).join(" "))).toBe(text);
  });

  it("comes before what was posted after it", async () => {
    const [source, target] = [await ChatRoom.open(), await ChatRoom.open()];
    const transforms = Array.from({ length: 12 }, () => ({ is: "header", text: "x".repeat(990) }));
    await carry([source], [target], { transforms });
    await source.post("The first post");
    await source.post("The second post");
    await untilSays(target, "The second post");
    const said = (await saidIn(target)).join("\n");
    expect(said.indexOf("The first post")).toBeLessThan(said.indexOf("The second post"));
    expect(said.match(/x{990}/g)).toHaveLength(24);
  });
});

describe.concurrent("a caption that has become too long", () => {
  it("goes on in an answer to its photo, with the links of what went over", async () => {
    const [source, target] = [await ChatRoom.open(), await ChatRoom.open()];
    await carry([source], [target], { transforms: [{ is: "header", text: "📣 News" }] });
    const caption = `${story(1_015)} Read it here.`;
    const link = {
      type: "text_link",
      offset: caption.indexOf("here."),
      length: 4,
      url: "https://example.com/",
    };
    await source.post({ photo: {}, caption, caption_entities: [link] });
    const messages = await target.showing(2);
    expect(messages.map(({ files }) => files.map(({ kind }) => kind))).toEqual([["photo"], []]);
    expect(messages[0]?.caption?.length).toBeLessThanOrEqual(1_024);
    expect(messages[1]?.reply_to_message?.message_id).toBe(messages[0]?.message_id);
    expect(whole(messages)).toBe(`📣 News ${caption}`);
    expect(messages.map((message) => markedAs("text_link", [message]))).toEqual([[], ["here"]]);
  });

  it("of Premium's length stays whole where nothing of it changes", async () => {
    const [source, target] = [await ChatRoom.open(), await ChatRoom.open()];
    await carry([source], [target]);
    await source.post({ photo: {}, caption: story(2_000) });
    await source.post("the end");
    expect(await target.sayingLast("the end")).toEqual([story(2_000), "the end"]);
  });

  it("of an album goes on in an answer to the album", async () => {
    const [source, target] = [await ChatRoom.open(), await ChatRoom.open()];
    await carry([source], [target], footer);
    const caption = story(1_020);
    await source.post({ album: [{ photo: {} }, { photo: {}, caption }, { photo: {}, caption: "Third" }] });
    const messages = await target.showing(4);
    const [album, [rest]] = [messages.slice(0, 3), messages.slice(3)];
    expect(new Set(album.map(({ media_group_id: group }) => group)).size).toBe(1);
    expect(album[2]?.caption).toBe("Third");
    expect(lines(`${album[1]?.caption} ${rest?.text}`)).toBe(`${caption} — carried by Taproom`);
    expect(album.map(({ message_id: id }) => id)).toContain(rest?.reply_to_message?.message_id);
  });

  it("makes no second part twice where Telegram fails between the two", async () => {
    const [source, target] = [await ChatRoom.open(), await ChatRoom.open()];
    await carry([source], [target], footer);
    await goesWrong("telegram", { channel: String(target.id), path: "/sendMessage", status: 502, times: 1 });
    await source.post({ photo: {}, caption: story(1_020) });
    await source.post("the end");
    const said = await target.sayingLast("the end\n— carried by Taproom");
    expect(lines(said.join(" "))).toBe(
      lines(`${story(1_020)} — carried by Taproom the end — carried by Taproom`),
    );
  });
});
