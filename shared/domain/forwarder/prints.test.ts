import { describe, expect, it } from "vitest";
import { instant } from "#kernel/clock";
import type { Content, Message } from "./message.ts";
import type { Post } from "./post.ts";
import { contentOf, editContentOf, isTooShort, originOf } from "./prints.ts";
import { aMessage } from "./rehearsal.ts";
import { plain } from "./styled-text.ts";

const message = (content: Content, more: Partial<Message> = {}): Message => aMessage(77, content, more);
const words = (text: string): Content => ({ is: "text", text: plain(text), hasPreview: false });
const photo = (uniqueId: string, caption = ""): Content => ({
  is: "media",
  kind: "photo",
  fileId: `handle of ${uniqueId}`,
  uniqueId,
  caption: plain(caption),
});
const poll = (gist: string): Content => ({ is: "other", kind: "poll", gist });
const post = (first: Content, ...others: readonly Content[]): Post => ({
  messages: [message(first), ...others.map((each, at) => message(each, { id: 78 + at }))],
  hops: 0,
});

describe("the same content", () => {
  it.each([
    [post(words("Big News today")), post(words("  big\u00a0 NEWS\n\ntoday "))],
    [post(words("Big news")), post(words("B\u200big\u00ad ne\u2060ws\ufeff"))],
    [post(words("ﬁne ①２")), post(words("fine 12"))],
    [post(words("й и ё")), post(words("и\u0306 и е\u0308"))],
    [post(photo("a", "Look"), photo("b")), post(photo("b"), photo("a", "look"))],
    [post(photo("a")), post({ ...photo("a"), fileId: "another" } as Content)],
    [post(poll("Tea? Yes No")), post(poll("tea?  yes no"))],
  ])("%#", (one, other) => {
    expect(contentOf(one)).toBe(contentOf(other));
  });
});

describe("another content", () => {
  it.each([
    [post(words("Big news")), post(words("Bad news"))],
    [post(words("Big news")), post(words("Bignews"))],
    [post(words("Look")), post(photo("a", "Look"))],
    [post(photo("a")), post(photo("b"))],
    [post(photo("a")), post(photo("a"), photo("b"))],
    [post(photo("a", "Look")), post(photo("a", "See"))],
    [post(poll("Tea? Yes No")), post(poll("Tea? Yes Never"))],
    [post(words("poll: tea? yes no")), post(poll("Tea? Yes No"))],
  ])("%#", (one, other) => {
    expect(contentOf(one)).not.toBe(contentOf(other));
  });
});

it.each([
  [post(words("Good day!")), true],
  [post(words("Good  \u200b  day!")), true],
  [post(words("🐈🐈🐈🐈🐈🐈🐈🐈🐈")), true],
  [post(words("Good day!!")), false],
  [post(photo("a", "Hi")), false],
  [post(poll("Tea?")), false],
])("too short a text is said again and again, a file is not: %#", (each, isShort) => {
  expect(isTooShort(each)).toBe(isShort);
});

const originWith = (more: Partial<Message>) => originOf({ messages: [message(words("Hi"), more)], hops: 0 });

describe("the origin", () => {
  it("of a post is its own place, and a repost of it shares that", () => {
    expect(originWith({})).toBe("-1001:77");
    expect(
      originWith({ chatId: "-1002", id: 5, origin: { chatId: "-1001", messageId: 77, name: "News" } }),
    ).toBe("-1001:77");
  });

  it.each([
    { origin: { name: "Somebody who hides" } },
    { origin: { chatId: "42", name: "A person, whose messages have no number" } },
  ])("that nobody tells is the post's own: %#", (more) => {
    expect(originWith(more)).toBe("-1001:77");
  });
});

describe("an edit counts", () => {
  const before = message(words("Hello"));
  const bold = { text: "Hello", entities: [{ type: "bold", offset: 0, length: 5 }] };
  it.each([
    ["when the text changes", message(words("Hello!")), true],
    ["when only its case changes", message(words("hello")), true],
    ["when its looks change", message({ is: "text", text: bold, hasPreview: false }), true],
    [
      "when a button comes",
      message(words("Hello"), { buttons: [[{ text: "Go", url: "https://a.com" }]] }),
      true,
    ],
    ["when a file comes", message(photo("a", "Hello")), true],
    ["but not for its time", message(words("Hello"), { editedAt: instant(5_000) }), false],
  ])("%s", (_, after, counts) => {
    expect(editContentOf(after) !== editContentOf(before)).toBe(counts);
  });

  it("when a file is another, and not when it has another handle", () => {
    const again = { ...photo("a", "Hi"), fileId: "another" } as Content;
    expect(editContentOf(message(again))).toBe(editContentOf(message(photo("a", "Hi"))));
    expect(editContentOf(message(photo("b", "Hi")))).not.toBe(editContentOf(message(photo("a", "Hi"))));
  });
});
