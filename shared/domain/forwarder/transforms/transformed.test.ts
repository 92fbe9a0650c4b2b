import { instant } from "#kernel/clock";
import { pick, seeded } from "#kernel/random";
import { describe, expect, it } from "vitest";
import { noText, plain, type StyledText } from "../styled-text.ts";
import type { About } from "./about.ts";
import { anyText, faultsOf, marked, marksOf } from "./rehearsal.ts";
import { type Transform, transform } from "./settings.ts";
import { transformed } from "./transformed.ts";

const about: About = {
  chat: "Beer News",
  chatUsername: "beernews",
  sender: "Hans",
  link: "https://t.me/beernews/77",
  date: instant(Date.UTC(2026, 10, 21, 22, 5)),
  timeZone: "Europe/Moscow",
};

type Written = { readonly [setting: string]: unknown };
const rules = (...written: readonly Written[]): readonly Transform[] =>
  written.map((one) => transform.parse(one));
const after = (text: StyledText | string, ...written: readonly Written[]) =>
  transformed(typeof text === "string" ? plain(text) : text, rules(...written), about);

const replace = (find: string, by: string, settings: Written = {}) => ({
  is: "replace",
  what: { find, as: settings["as"] ?? "word" },
  with: by,
  keepCase: settings["keepCase"] ?? false,
});
const mask = (settings: Written = {}) => ({ is: "mask-links", ...settings });
const template = (text: string) => ({ is: "template", text });
const style = (as: string) => ({ is: "style", as });
const priced = (by: string) =>
  after("costs 12 USD", replace(String.raw`(\d+) (USD|EUR)( net)?`, by, { as: "regex" })).text;

describe("a replacement", () => {
  it("is of whole words, wherever they stand, and keeps what is marked around them", () => {
    const text = marked("👋 Пиво! пивовар, пиво", ["bold", "Пиво!"], ["italic", "пиво"]);
    const changed = after(text, replace("пиво", "тёмный лагер"));
    expect(changed.text).toBe("👋 тёмный лагер! пивовар, тёмный лагер");
    expect(marksOf(changed)).toEqual(["bold: тёмный лагер!", "italic: пиво"]);
  });

  it("is of parts of words where that is wanted", () => {
    expect(after("beerhouse", replace("beer", "ale", { as: "substring" })).text).toBe("alehouse");
  });

  it("puts in what the groups of a regex hold", () => {
    expect(priced("$2 $1")).toBe("costs USD 12");
    expect(priced("$$1$3.")).toBe("costs $1.");
    expect(priced("$10")).toBe("costs 120");
    expect(priced("$4 $0")).toBe("costs $4 $0");
  });

  it("takes a dollar for a dollar where there is no regex", () => {
    expect(after("free", replace("free", "$$1")).text).toBe("$$1");
  });

  it.each([
    ["Hello", "Bye"],
    ["HELLO", "BYE"],
    ["hello", "bye"],
    ["hELLO", "bye"],
    ["Hello HELLO hello", "Bye BYE bye"],
  ])("keeps the case of %s", (found, expected) => {
    expect(after(found, replace("hello", "bye", { keepCase: true })).text).toBe(expected);
  });

  it("keeps the case of a single letter as a beginning", () => {
    expect(after("Я тут", replace("я", "мы все", { keepCase: true })).text).toBe("Мы все тут");
  });

  it("can leave nothing, and no entity of it", () => {
    expect(after(marked("ad", ["bold", "ad"]), replace("ad", ""))).toEqual(noText);
  });
});

describe("masked links", () => {
  it("give way to other words, and the words around keep what they have", () => {
    const text = marked(
      "👋 see https://evil.example/x now",
      ["url", "https://evil.example/x"],
      ["bold", "see https://evil.example/x"],
    );
    const changed = after(text, mask({ with: "[…]" }));
    expect(changed.text).toBe("👋 see […] now");
    expect(marksOf(changed)).toEqual(["bold: see […]"]);
  });

  it("leave no hole where nothing stands in their place", () => {
    const text =
      "Beer\nhttps://a.example\nsee https://b.example. And www.c.example too\nhttps://d.example https://e.example";
    expect(after(text, mask()).text).toBe("Beer\nsee. And too");
  });

  it("are lost by the words above them, which stay", () => {
    const text = marked("read here, bold", ["text_link", "here", "https://evil.example"], ["bold", "here"]);
    const changed = after(text, mask({ with: "[…]" }));
    expect(changed).toEqual(marked("read here, bold", ["bold", "here"]));
  });

  it("do not come back as words that are an address", () => {
    const text = marked("read evil.com/x", ["text_link", "evil.com/x", "https://evil.com"]);
    expect(after(text, mask({ with: "[…]" }))).toEqual(plain("read […]"));
  });

  it("are found where nobody has marked them, in code too", () => {
    const text = marked("beer.com\ncurl https://beer.com/x", ["pre", "curl https://beer.com/x"]);
    const changed = after(text, mask({ with: "-" }));
    expect(changed).toEqual(marked("-\ncurl -", ["pre", "curl -"]));
  });

  it("are not those to the hosts that are kept, with their subdomains", () => {
    const text =
      "https://good.example https://a.good.example https://notgood.example https://good.example@evil.example";
    expect(after(text, mask({ with: "-", keep: ["Good.example"] })).text).toBe(
      "https://good.example https://a.good.example - -",
    );
  });

  it("are only those to some hosts where these are named, less those that are kept", () => {
    const text = "https://shop.com https://a.shop.com https://my.shop.com https://other.com";
    expect(after(text, mask({ with: "-", only: ["shop.com"], keep: ["my.shop.com"] })).text).toBe(
      "- - https://my.shop.com https://other.com",
    );
  });

  it("are not mentions, whereas t.me is a host like others", () => {
    const text = marked("@taproom t.me/taproom", ["mention", "@taproom"], ["url", "t.me/taproom"]);
    expect(after(text, mask())).toEqual(marked("@taproom", ["mention", "@taproom"]));
    expect(after(text, mask({ keep: ["t.me"] }))).toEqual(text);
  });
});

describe("a header and a footer", () => {
  const both = [
    { is: "header", text: "🍺 News" },
    { is: "footer", text: "@taproom" },
  ];

  it("have lines of their own, and move what is marked", () => {
    const changed = after(marked("cold beer", ["bold", "beer"]), ...both);
    expect(changed.text).toBe("🍺 News\ncold beer\n@taproom");
    expect(marksOf(changed)).toEqual(["bold: beer"]);
  });

  it("are all there is where there was no text", () => {
    expect(after("", ...both).text).toBe("🍺 News\n@taproom");
    expect(after("", both[1] ?? {}).text).toBe("@taproom");
  });

  it("add no line when they are empty", () => {
    expect(after("beer", { is: "header", text: "" }, { is: "footer", text: " " }).text).toBe("beer");
  });
});

describe("a template", () => {
  it("tells of the post in the time zone's date and time", () => {
    expect(
      after("beer", template("{chat} @{chat_username} {sender}: {text} ({date} {time}) {link}")).text,
    ).toBe("Beer News @beernews Hans: beer (22.11.2026 01:05) https://t.me/beernews/77");
  });

  it("keeps what is marked in the text, as often as that is in it", () => {
    const changed = after(marked("cold beer", ["bold", "beer"]), template("👋 {text}\n{text}"));
    expect(changed.text).toBe("👋 cold beer\ncold beer");
    expect(changed.entities.map(({ offset }) => offset)).toEqual([8, 18]);
    expect(marksOf(changed)).toEqual(["bold: beer", "bold: beer"]);
  });

  it("leaves what is no placeholder as it is, and what nobody knows empty", () => {
    expect(after("x", template("{who} {toString} {Text} { text } {} <{sender_username}>")).text).toBe(
      "{who} {toString} {Text} { text } {} <>",
    );
  });

  it("does not fill in what a post itself says", () => {
    expect(after("{link} $1", template("{text}")).text).toBe("{link} $1");
  });

  it("leaves no empty lines where there is no text", () => {
    expect(after("", template("{text}\n\n{link}")).text).toBe("https://t.me/beernews/77");
    expect(after("", template("{text}"))).toEqual(noText);
  });
});

describe("a style", () => {
  const text = marked(
    "👋 cold beer here",
    ["bold", "cold"],
    ["italic", "cold beer"],
    ["text_link", "here", "https://a.example"],
    ["custom_emoji", "👋"],
  );
  it("is the whole text's, besides what it has", () => {
    expect(marksOf(after(text, style("bold")))).toEqual([
      "bold: 👋 cold beer here",
      "custom_emoji: 👋",
      "italic: cold beer",
      "text_link: here",
    ]);
  });

  it("leaves out code, which bears no other", () => {
    const code = marked("run npm test now", ["code", "npm test"]);
    expect(marksOf(after(code, style("spoiler")))).toEqual([
      "spoiler: run ",
      "code: npm test",
      "spoiler:  now",
    ]);
  });

  it("is plain without a look, with links and emoji still", () => {
    expect(marksOf(after(text, style("plain")))).toEqual(["custom_emoji: 👋", "text_link: here"]);
  });

  it("is code without anything else", () => {
    expect(marksOf(after(text, style("code")))).toEqual(["code: 👋 cold beer here"]);
  });

  it("has nothing to do where there is no text", () => {
    expect(after("", style("bold"))).toEqual(noText);
  });
});

it("follows transforms in the order in which they stand", () => {
  const header = { is: "header", text: "beer" };
  expect(after("beer", header, replace("beer", "ale")).text).toBe("ale\nale");
  expect(after("beer", replace("beer", "ale"), header).text).toBe("beer\nale");
});

it("leaves a post without transforms as it is", () => {
  const text = marked("cold beer", ["bold", "beer"]);
  expect(transformed(text, [], about)).toEqual(text);
});

it("does not let rules blow a text up", () => {
  const grow = replace("a", "a".repeat(1_000), { as: "substring" });
  expect(after("a".repeat(30), grow, grow, grow).text).toBe("a".repeat(30_000));
});

it("keeps every entity of any text within it and of whole characters, whatever the transforms", () => {
  const random = seeded(27);
  const some = rules(
    { is: "replace", what: { find: "beer" }, with: "👋👋", keepCase: true },
    { is: "replace", what: { find: "пиво" }, with: "" },
    { is: "replace", what: { find: "e", as: "substring" }, with: "👨‍👩‍👧" },
    { is: "replace", what: { find: ".", as: "regex" }, with: "$0$$" },
    { is: "replace", what: { find: String.raw`(\S+)\s+(\S+)`, as: "regex" }, with: "$2 $1" },
    { is: "replace", what: { find: String.raw`[^a-z]`, as: "regex" }, with: "" },
    { is: "mask-links" },
    { is: "mask-links", with: "🔗" },
    { is: "mask-links", with: "🔗", only: ["evil.com"] },
    { is: "mask-links", keep: ["evil.example"] },
    { is: "header", text: "👋" },
    { is: "footer", text: "🇩🇪" },
    { is: "template", text: "🍺{text}🍺 {chat} {text}" },
    { is: "style", as: "plain" },
    { is: "style", as: "bold" },
    { is: "style", as: "code" },
  ) as readonly [Transform, ...Transform[]];
  for (let round = 0; round < 3_000; round++) {
    const text = anyText(random, Math.floor(random() * 10));
    const transforms = Array.from({ length: 1 + (round % 4) }, () => pick(random, some));
    const faults = faultsOf(transformed(text, transforms, about));
    expect({ text, transforms, faults }).toEqual({ text, transforms, faults: [] });
  }
});
