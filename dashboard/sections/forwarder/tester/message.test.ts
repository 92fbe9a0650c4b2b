import { expect, it } from "vitest";
import { entitiesIn, messageOf } from "./message.ts";

const marked = (text: string) =>
  entitiesIn(text).map(({ type, offset, length }) => `${type} ${text.slice(offset, offset + length)}`);

it("marks links, mentions and hashtags as Telegram does", () => {
  expect(marked("🍺 #пиво by @taproom_bot: https://example.com/a?b=1 and www.b.example")).toEqual([
    "hashtag #пиво",
    "mention @taproom_bot",
    "url https://example.com/a?b=1",
    "url www.b.example",
  ]);
});

it("takes an address of mail for no mention", () => {
  expect(marked("me@example.com")).toEqual([]);
});

it("writes what is said under a file, and beside nothing else", () => {
  const photo = messageOf({ kind: "photo", text: "Look", isRepost: true, fileName: "" });
  expect(photo).toMatchObject({ caption: "Look", forward_origin: { type: "channel" } });
  expect(messageOf({ kind: "sticker", text: "Look", isRepost: false, fileName: "" })).not.toHaveProperty(
    "caption",
  );
});
