import { FluentResource } from "@fluent/bundle";
import { describe, expect, it } from "vitest";
import { instant } from "#kernel/clock";
import { languages, translator } from "#kernel/i18n";
import { type Content, contentKinds, type MediaKind, type Message } from "../message.ts";
import type { Post } from "../post.ts";
import { plain } from "../styled-text.ts";
import { explained, filtered, filterNames } from "./filtered.ts";
import { filterSettings } from "./settings.ts";
import { filterTexts } from "./texts.ts";

type Written = Parameters<typeof filterSettings.parse>[0] & object;

const channel = { id: "-1001", name: "News", username: "news" };

const message = (content: Content, more: Partial<Message> = {}): Message => ({
  chatId: "-1001",
  id: 77,
  date: instant(0),
  chatTitle: "News",
  sender: channel,
  content,
  buttons: [],
  ...more,
});

const words = (text: string, entities: readonly { type: string }[] = []): Content => ({
  is: "text",
  text: { text, entities: entities.map(({ type }) => ({ type, offset: 0, length: 1 })) },
  hasPreview: false,
});

const file = (kind: MediaKind, caption = "", more: { bytes?: number; fileName?: string } = {}): Content => ({
  is: "media",
  kind,
  fileId: "f",
  uniqueId: "u",
  caption: plain(caption),
  ...more,
});

const poll: Content = { is: "other", kind: "poll", gist: "Tea? Yes No" };

/** The messages' ids are 1, 2, 3 … */
const post = (first: Content, ...others: readonly Content[]): Post => ({
  messages: [message(first, { id: 1 }), ...others.map((each, at) => message(each, { id: at + 2 }))],
  hops: 0,
});
const from = (more: Partial<Message>): Post => ({ messages: [message(words("Hi"), more)], hops: 0 });

/** What becomes of the post: `pass`, `pass without 1,2`, or the name of the filter that discards it. */
function verdict(of: Post, settings: Written): string {
  const answer = filtered(of, filterSettings.parse(settings));
  if (answer.is === "discard") return answer.by;
  return answer.droppedMedia.length > 0 ? `pass without ${answer.droppedMedia.join(",")}` : "pass";
}

it.each([post(words("Hi")), post(file("photo"), file("video")), post(poll), from({ origin: { name: "X" } })])(
  "carries everything unless told otherwise",
  (each) => {
    expect(verdict(each, {})).toBe("pass");
  },
);

describe("keywords", () => {
  const include = [{ find: "good" }];
  const exclude = [{ find: "bad" }];
  const orders = ["exclude-then-include", "include-then-exclude", "include-only", "exclude-only"] as const;

  // What the text has          good bad, good, bad, other, nothing
  it.each([
    [{}, { include, exclude }, [".+...", ".+...", "++...", ".+.++"]],
    [{}, { include }, ["++...", "++...", "++...", "+++++"]],
    [{}, { exclude }, [".+.++", ".+.++", "+++++", ".+.++"]],
    [{ invertInclude: true }, { include }, ["..+++", "..+++", "..+++", "..+++"]],
    [{ invertExclude: true }, { exclude }, ["+.+..", "+.+..", "+.+..", "+.+.."]],
    [{ invertExclude: true }, { include, exclude }, ["+....", "+....", "+....", "+.+.."]],
    [{ invertInclude: true }, { include, exclude }, ["...++", "...++", "..+++", "...++"]],
  ])("%j with %j", (inverts, lists, expected) => {
    const texts = ["good and bad", "good", "bad", "other"];
    const outcomes = orders.map((order) =>
      [...texts.map((each) => post(words(each))), post(file("photo"))]
        .map((each) => (verdict(each, { keywords: { ...lists, ...inverts, order } }) === "pass" ? "+" : "."))
        .join(""),
    );
    expect(outcomes).toEqual(expected);
  });

  it("are looked for in captions, and in all of an album", () => {
    expect(verdict(post(file("photo", "A good one")), { keywords: { include } })).toBe("pass");
    expect(verdict(post(file("photo"), file("photo", "A bad one")), { keywords: { exclude } })).toBe(
      "keywords",
    );
    expect(
      verdict(post(file("photo", "new"), file("photo", "year")), {
        keywords: { include: [{ find: "new year" }] },
      }),
    ).toBe("keywords");
  });
});

describe("kinds", () => {
  const otherwise = "keep-text";
  it.each([
    [post(words("Hi")), { allow: ["photo"] }, "media"],
    [post(file("photo")), { allow: ["photo"] }, "pass"],
    [post(poll), { deny: ["poll"] }, "media"],
    [post(poll), { deny: ["poll"], otherwise }, "media"],
    [post(words("Hi")), { deny: ["text"], otherwise }, "media"],
    [post(file("video", "Look")), { deny: ["video"] }, "media"],
    [post(file("video", "Look")), { deny: ["video"], otherwise }, "pass without 1"],
    [post(file("video")), { deny: ["video"], otherwise }, "media"],
    [post(file("photo"), file("video", "Look")), { deny: ["video"] }, "media"],
    [post(file("photo"), file("video", "Look")), { deny: ["video"], otherwise }, "pass without 2"],
    [post(file("photo"), file("video")), { deny: ["video"], otherwise }, "pass without 2"],
    [post(file("video", "Look"), file("video")), { deny: ["video"], otherwise }, "pass without 1,2"],
    [post(file("video", " "), file("video")), { deny: ["video"], otherwise }, "media"],
    [post(file("video")), { allow: ["video"], deny: ["video"] }, "media"],
  ] as const)("%#", (each, media, expected) => {
    expect(
      verdict(each, {
        media: {
          ...media,
          allow: "allow" in media ? [...media.allow] : undefined,
          deny: "deny" in media ? [...media.deny] : [],
        },
      }),
    ).toBe(expected);
  });
});

describe("sizes", () => {
  it.each([
    [post(file("video", "", { bytes: 1_000 })), "pass"],
    [post(file("video", "Look", { bytes: 1_001 })), "size"],
    [post(file("video", "Look")), "pass"],
    [post(words("Hi")), "pass"],
  ])("%#", (each, expected) => {
    expect(verdict(each, { size: { mostBytes: 1_000 } })).toBe(expected);
  });
});

describe("extensions", () => {
  const named = (fileName?: string) => post(file("document", "", fileName === undefined ? {} : { fileName }));
  it.each([
    [named("Report.PDF"), { allow: [".pdf"] }, "pass"],
    [named("Report.pdf"), { deny: ["PDF"] }, "extensions"],
    [named("report.pdf.exe"), { allow: ["pdf"] }, "extensions"],
    [named("archive.tar.gz"), { deny: ["gz"] }, "extensions"],
    [named("README"), { allow: ["pdf"] }, "extensions"],
    [named("README"), { deny: ["pdf"] }, "pass"],
    [named(), { allow: ["pdf"] }, "extensions"],
    [named("отчёт.док"), { allow: ["док"] }, "pass"],
    [post(file("photo")), { allow: ["pdf"] }, "pass"],
    [post(words("report.exe")), { deny: ["exe"] }, "pass"],
  ])("%#", (each, extensions, expected) => {
    expect(verdict(each, { extensions })).toBe(expected);
  });
});

it("keeps of an album what no filter minds, each for its own reason", () => {
  const album = post(
    file("photo"),
    file("video", "", { bytes: 5_000 }),
    file("document", "Read", { fileName: "a.exe" }),
  );
  const otherwise = "keep-text" as const;
  const size = { mostBytes: 1_000, otherwise };
  const extensions = { deny: ["exe"], otherwise };
  expect(verdict(album, { size, extensions })).toBe("pass without 2,3");
  expect(verdict(album, { media: { deny: ["photo"], otherwise }, size, extensions })).toBe(
    "pass without 1,2,3",
  );
  expect(
    verdict(post(file("photo"), file("video", "", { bytes: 5_000 })), {
      media: { deny: ["photo"], otherwise },
      size,
    }),
  ).toBe("size");
});

describe("senders", () => {
  const ann = { id: "42", name: "Ann", username: "Ann_K" };
  const signed = { ...channel, signature: "Anna Petrova" };
  it.each([
    [ann, { allow: ["42"] }, "pass"],
    [ann, { allow: ["@ann_k"] }, "pass"],
    [ann, { allow: ["ANN_K"] }, "pass"],
    [ann, { allow: ["7"] }, "senders"],
    [ann, { allow: ["Ann"] }, "senders"],
    [ann, { deny: ["42"] }, "senders"],
    [ann, { allow: ["42"], deny: ["@Ann_K"] }, "senders"],
    [signed, { allow: ["anna petrova"] }, "pass"],
    [signed, { deny: ["Anna Petrova"] }, "senders"],
    [channel, { allow: ["-1001"] }, "pass"],
  ])("%j with %j: %s", (sender, senders, expected) => {
    expect(verdict(from({ sender }), { senders })).toBe(expected);
  });
});

describe("links and mentions", () => {
  it.each([
    [words("see", [{ type: "text_link" }]), "links", true],
    [words("a.com", [{ type: "url" }]), "links", true],
    [words("in code: https://a.com", [{ type: "code" }]), "links", true],
    [words("T.me/news"), "links", true],
    [words("Версия 1.2 и т.д."), "links", false],
    [words("@ann hi", [{ type: "mention" }]), "mentions", true],
    [words("Ann, hi", [{ type: "text_mention" }]), "mentions", true],
    [words("a@b.com", [{ type: "email" }]), "mentions", false],
  ] as const)("%j: has %s: %s", (content, filter, hasIt) => {
    expect(verdict(post(content), { [filter]: "none" })).toBe(hasIt ? filter : "pass");
    expect(verdict(post(content), { [filter]: "only" })).toBe(hasIt ? "pass" : filter);
  });
});

describe("reposts", () => {
  const repost = from({ origin: { chatId: "-1009", messageId: 5, name: "Far", username: "far" } });
  const hidden = from({ origin: { name: "Somebody" } });
  const brought = from({ isAutomaticForward: true, origin: { chatId: "-1001", messageId: 5, name: "News" } });
  it.each([
    [repost, { reposts: "none" }, "reposts"],
    [repost, { reposts: "only" }, "pass"],
    [post(words("Hi")), { reposts: "only" }, "reposts"],
    [hidden, { reposts: "none" }, "reposts"],
    [repost, { origins: { allow: ["-1009"] } }, "pass"],
    [repost, { origins: { allow: ["@far"] } }, "pass"],
    [repost, { origins: { allow: ["-1008"] } }, "origins"],
    [repost, { origins: { deny: ["-1009"] } }, "origins"],
    [hidden, { origins: { deny: ["somebody"] } }, "origins"],
    [hidden, { origins: { allow: ["-1009"] } }, "origins"],
    [post(words("Hi")), { origins: { allow: ["-1009"] } }, "pass"],
    [brought, {}, "automaticForwards"],
    [brought, { automaticForwards: true }, "pass"],
    [brought, { automaticForwards: true, reposts: "none" }, "pass"],
  ] as const)("%#", (each, settings, expected) => {
    expect(verdict(each, settings as Written)).toBe(expected);
  });
});

const video = (caption: string) => post(file("video", caption, { bytes: 5_120_000 }));
const keys = (source: string) => new FluentResource(source).body.map(({ id }) => id).toSorted();

describe("an explanation", () => {
  const say = translator("en", [filterTexts]);
  const told = (of: Post, settings: Written) =>
    explained(of, filterSettings.parse(settings)).flatMap(({ filter, says, why }) =>
      why ? [`${filter} ${says}: ${say(why)}`] : [],
    );

  it("tells which keyword hit, and stops at the filter that decides", () => {
    const settings = {
      keywords: { exclude: [{ find: "bad" }, { find: "worse" }] },
      media: { allow: ["photo" as const] },
    };
    expect(told(post(words("Worse than that")), settings)).toEqual(["keywords discard: it contains “worse”"]);
    expect(told(post(words("Good")), settings)).toEqual(["media discard: plain text is not wanted"]);
    expect(told(post(words("Good")), { keywords: { include: [{ find: "good" }] } })).toEqual([
      "keywords pass: it contains “good”",
    ]);
  });

  it("names the list that its order asks first", () => {
    const keywords = { include: [{ find: "good" }], exclude: [{ find: "bad" }] };
    const bad = post(words("bad"));
    expect(told(bad, { keywords: { ...keywords, order: "exclude-then-include" } })).toEqual([
      "keywords discard: it contains “bad”",
    ]);
    expect(told(bad, { keywords: { ...keywords, order: "include-then-exclude" } })).toEqual([
      "keywords discard: it contains none of the keywords",
    ]);
  });

  it("tells why a file stays behind", () => {
    const settings = { size: { mostBytes: 1_000_000, otherwise: "keep-text" as const } };
    expect(told(video("Look"), settings)).toEqual(["size drop-media: 5.12 MB is more than 1 MB"]);
    expect(told(video(""), settings)).toEqual([
      "size discard: 5.12 MB is more than 1 MB, and there is no text to keep",
    ]);
  });

  it("names every filter that was asked", () => {
    const opinions = explained(post(words("Hi")), filterSettings.parse({}));
    expect(opinions.map(({ filter }) => filter)).toEqual(filterNames);
  });

  it("has the same words in Russian and English, for every filter and kind", () => {
    expect(keys(filterTexts.en)).toEqual(keys(filterTexts.ru));
    for (const language of languages)
      for (const key of [
        ...filterNames.map((each) => `filter-${each}`),
        ...contentKinds.map((each) => `kind-${each}`),
      ])
        expect(keys(filterTexts[language])).toContain(key);
  });
});
