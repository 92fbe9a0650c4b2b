import { describe, expect, it } from "vitest";
import { hostOf, isAddress, isAmong, linksIn } from "./links.ts";
import { plain } from "./styled-text.ts";
import { marked } from "./transforms/rehearsal.ts";

const shown = (text: string) => linksIn(plain(text)).map(({ at, length }) => text.slice(at, at + length));

describe("an address that nobody has marked", () => {
  it.each([
    ["see https://a.example/b?c=d#e.", ["https://a.example/b?c=d#e"]],
    ["(http://a.example), www.b.example!", ["http://a.example", "www.b.example"]],
    ["Магазин: пиво.рф/акции, и beer.com", ["пиво.рф/акции", "beer.com"]],
    ["tg://resolve?domain=taproom", ["tg://resolve?domain=taproom"]],
    ["«https://a.example/б»", ["https://a.example/б"]],
    ["t.me/taproom and @taproom", ["t.me/taproom"]],
    ["HTTPS://A.EXAMPLE", ["HTTPS://A.EXAMPLE"]],
    ["beer.com:8080/x", ["beer.com:8080/x"]],
  ])("is found in %j", (text, links) => {
    expect(shown(text)).toEqual(links);
  });

  it.each([
    "me@beer.com",
    "beer.com@evil",
    "т.е. и т.п.",
    "v1.2.3",
    "readme.md",
    "beer.community",
    "1.5/2",
    "...",
  ])("%j is none", (text) => {
    expect(shown(text)).toEqual([]);
  });

  it("is the whole of some words, or is not", () => {
    expect(isAddress("beer.com/x")).toBe(true);
    expect(isAddress("at beer.com")).toBe(false);
    expect(isAddress("beer")).toBe(false);
  });
});

it("takes Telegram's word for what is a link, and the link beneath words for theirs", () => {
  const text = marked(
    "a.museum and https://good.example",
    ["url", "a.museum"],
    ["text_link", "https://good.example", "https://evil.example"],
  );
  expect(linksIn(text)).toEqual([
    { at: 0, length: 8, url: "a.museum", isHidden: false },
    { at: 13, length: 20, url: "https://evil.example", isHidden: true },
  ]);
});

it("takes no words for an address that have come in the place of one", () => {
  expect(linksIn(marked("our shop", ["url", "our shop"]))).toEqual([]);
});

it.each([
  ["https://WWW.Beer.com:443/x", "www.beer.com"],
  ["beer.com", "beer.com"],
  ["beer.com:8080/x", "beer.com"],
  ["beer.com?x", "beer.com"],
  ["https://good.example@evil.example/", "evil.example"],
  ["https://a@good.example@evil.example/", "evil.example"],
  [String.raw`https://evil.example\@good.example`, "evil.example"],
  ["https://beer.com./", "beer.com"],
  ["tg://resolve?domain=x", "t.me"],
])("reads of %s the host %s", (url, host) => {
  expect(hostOf(url)).toBe(host);
});

it("counts subdomains to a host, and no other that ends alike", () => {
  expect(isAmong(["beer.com"], "beer.com")).toBe(true);
  expect(isAmong(["beer.com"], "shop.beer.com")).toBe(true);
  expect(isAmong(["beer.com"], "rootbeer.com")).toBe(false);
});

it("is not slow on any text", () => {
  for (const text of [
    "a.".repeat(16_000),
    "https://" + ".".repeat(32_000),
    "www.".repeat(8_000),
    "a-".repeat(16_000),
  ]) {
    const start = performance.now();
    linksIn(plain(text));
    expect(performance.now() - start).toBeLessThan(500);
  }
});
