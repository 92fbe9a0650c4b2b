import { describe, expect, it } from "vitest";
import { matcher, pattern } from "./pattern.ts";

type Written = Parameters<typeof pattern.parse>[0] & object;

const isIn = (written: Written, text: string): boolean => matcher(pattern.parse(written)).isIn(text);
const found = (written: Written, text: string): readonly string[] =>
  matcher(pattern.parse(written))
    .all(text)
    .map(({ at, length }) => text.slice(at, at + length));
const refusal = (find: string): string | undefined =>
  pattern.safeParse({ find, as: "regex" }).error?.issues[0]?.message;

describe("a word", () => {
  it.each([
    ["кот", "Это кот.", true],
    ["кот", "КОТ!", true],
    ["кот", "«Кот»", true],
    ["кот", "скоты", false],
    ["кот", "кота", false],
    ["кот", "кот_1", false],
    ["кот", "котик и кот", true],
    ["кот", "кот\u0301", false],
    ["Ёлка", "у нас ёлка", true],
    ["sale", "SALE🔥", true],
    ["sale", "wholesale", false],
    ["новый год", "с Новый Год!", true],
    ["#sale", "big#sale now", true],
    ["#sale", "#sales", false],
    ["C++", "C++17", true],
    ["C++", "VC++", false],
    ["🔥", "горячо🔥🔥", true],
    ["a.c", "abc", false],
    ["$5", "$50", false],
    ["𝒜", "𝒜𝒜 b", false],
    ["𝒜", "𝒜𝒜 𝒜", true],
    ["a a", "xa a a", true],
  ])("%j in %j: %s", (find, text, isThere) => {
    expect(isIn({ find }, text)).toBe(isThere);
  });

  it("is looked for as it is written where case matters", () => {
    expect(isIn({ find: "Мир", caseSensitive: true }, "мир")).toBe(false);
    expect(isIn({ find: "Мир", caseSensitive: true }, "наш Мир")).toBe(true);
  });
});

describe("a substring", () => {
  it.each([
    ["кот", "СКОТЫ", true],
    ["(a+)+$", "so (a+)+$ it is", true],
    [String.raw`\d`, "1", false],
    ["/", "a/b", true],
  ])("%j in %j: %s", (find, text, isThere) => {
    expect(isIn({ find, as: "substring" }, text)).toBe(isThere);
  });
});

describe("a regex", () => {
  it.each([
    [String.raw`скидк\p{L}+ \d{1,2}%`, "СКИДКА 50%", true],
    [String.raw`\S+@\S+`, "write to a@b.c", true],
    // Its case may be changed, its classes may not: \S would become \s, and \P \p.
    [String.raw`^\S+$`, "no spaces", false],
    [String.raw`^\P{L}+$`, "123", true],
    ["^b", "a\nb", false],
    ["(?m)^b", "a\nb", true],
  ])("%j in %j: %s", (find, text, isThere) => {
    expect(isIn({ find, as: "regex" }, text)).toBe(isThere);
  });

  it("is looked for as it is written where case matters", () => {
    expect(isIn({ find: "[А-Я]", as: "regex", caseSensitive: true }, "привет")).toBe(false);
  });

  it("tells its groups, and offsets as entities count them", () => {
    expect(matcher(pattern.parse({ find: "(🐈)|(я+)", as: "regex" })).all("a🐈ЯЯ 🐈")).toEqual([
      { at: 1, length: 2, groups: ["🐈", undefined] },
      { at: 3, length: 2, groups: [undefined, "ЯЯ"] },
      { at: 6, length: 2, groups: ["🐈", undefined] },
    ]);
  });

  it.each([
    ["a*", "baac🐈a", ["aa", "a"]],
    ["^", "abc", []],
    ["aa", "aaaaa", ["aa", "aa"]],
  ])("%j is found in %j as %j: nothing empty, nothing twice", (find, text, matches) => {
    expect(found({ find, as: "regex" }, text)).toEqual(matches);
  });

  it.each([
    ["(a+)+$", `${"a".repeat(4_095)}b`, false],
    ["(a+)+$", "a".repeat(4_096), true],
    ["(a|aa)+$", `${"a".repeat(4_095)}b`, false],
    ["(.*)*=", "x".repeat(4_096), false],
    ["([a-z]+)*[0-9]", "x".repeat(4_096), false],
    ["(?:.*a){60}c", "a".repeat(4_096), false],
  ])("%j, over which other engines never end, is decided on 4,096 characters", (find, text, isThere) => {
    expect(isIn({ find, as: "regex" }, text)).toBe(isThere);
    expect(found({ find, as: "regex" }, text).length > 0).toBe(isThere);
  });

  it("gives up finding more where each find means reading all that is left", () => {
    expect(found({ find: ".*y|x", as: "regex" }, "x".repeat(4_096)).length).toBeLessThan(1_000);
    expect(found({ find: String.raw`\d`, as: "regex" }, "1".repeat(1_000))).toHaveLength(1_000);
  });
});

describe("a regex is refused when it is saved, and told why", () => {
  it.each([
    [String.raw`(a)\1`, /invalid escape sequence \\1 at character 4.*no back references/],
    ["a(?=b)", /at character 2.*neither ahead nor behind/],
    ["(?<!a)b", /neither ahead nor behind/],
    ["[a", /missing closing \]/],
    ["(a", /missing closing \)/],
    ["ab**", /nested repetition operator \*\* at character 3/],
    ["(a{1000}){1000}", /invalid repeat count/],
    ["a{1001}", /invalid repeat count \{1001\} at character 2/],
    ["(?:a{30}){30}", /too large a regex: it takes 902 steps/],
    ["a?".repeat(256), /too large a regex/],
  ])("%j", (find, why) => {
    expect(refusal(find)).toMatch(why);
  });

  it.each(["(a", "a{1001}", String.raw`\1`])("but %j is a word like any other", (find) => {
    expect(pattern.safeParse({ find }).success).toBe(true);
  });

  it("where it stands among the settings", () => {
    expect(pattern.safeParse({ find: "(", as: "regex" }).error?.issues[0]?.path).toEqual(["find"]);
  });
});

it.each(["", "a".repeat(513)])("does not take a pattern of no or too many characters", (find) => {
  expect(pattern.safeParse({ find }).success).toBe(false);
});
