import { expect, it } from "vitest";
import { findEntities } from "./find-entities.ts";
import { readHtml } from "./html.ts";

const found = (text: string) =>
  findEntities(text).map(({ type, offset, length }) => `${type} ${text.slice(offset, offset + length)}`);

it.each([
  ["смотри https://vm.tiktok.com/ZM8abc/, круто", ["url https://vm.tiktok.com/ZM8abc/"]],
  ["(https://youtu.be/a_b-c?si=1)", ["url https://youtu.be/a_b-c?si=1"]],
  ["https://en.wikipedia.org/wiki/A_(b)", ["url https://en.wikipedia.org/wiki/A_(b)"]],
  ["instagram.com/reel/Cabc/", ["url instagram.com/reel/Cabc/"]],
  ["👍 www.youtube.com/shorts/aaaaaaaaaaa.", ["url www.youtube.com/shorts/aaaaaaaaaaa"]],
  ["HTTPS://TIKTOK.COM/@a/video/1", ["url HTTPS://TIKTOK.COM/@a/video/1"]],
  ["два: https://a.com/1\nhttps://b.com/2", ["url https://a.com/1", "url https://b.com/2"]],
  ["https://a.com@evil.com/x", ["url https://a.com@evil.com/x"]],
  ["конец.Начало и т.д.", []],
  ["пиши a.b@mail.ru", ["email a.b@mail.ru"]],
  ["/start abc", ["bot_command /start"]],
  ["/stats@taproom_video_bot", ["bot_command /stats@taproom_video_bot"]],
  ["и/или", []],
  ["@taproom_video_bot #смех #2026", ["mention @taproom_video_bot", "hashtag #смех"]],
])("finds in %j what Telegram finds", (text, entities) => {
  expect(found(text)).toEqual(entities);
});

it("leaves alone what is marked already", () => {
  const marked = [{ type: "text_link", offset: 0, length: 12, url: "https://b.com/" }];
  expect(findEntities("https://a.com /start", marked).map(({ type }) => type)).toEqual([
    "text_link",
    "bot_command",
  ]);
});

it("reads HTML, one mark within another", () => {
  expect(readHtml('<b>a <i>b</i></b> &lt;<a href="https://a.com/?x=1&amp;y=2">l&#8217;</a>')).toEqual({
    text: "a b <l’",
    entities: [
      { type: "italic", offset: 2, length: 1 },
      { type: "bold", offset: 0, length: 3 },
      { type: "text_link", offset: 5, length: 2, url: "https://a.com/?x=1&y=2" },
    ],
  });
});

it.each([
  ["<b>a", 'Can\'t find end tag corresponding to start tag "b"'],
  ["a</b>", "Unexpected end tag"],
  ["<b>a</i>", "Unmatched end tag"],
  ["<div>a</div>", 'Unsupported start tag "div"'],
  ["1 < 2", "Unclosed start tag"],
])("refuses %j", (html, complaint) => {
  expect(() => readHtml(html)).toThrow(complaint);
});
