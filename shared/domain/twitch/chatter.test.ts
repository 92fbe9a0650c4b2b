import { describe, expect, it } from "vitest";
import type { ChatterId } from "#kernel/ids";
import { type Chatter, mention, packMentions } from "./chatter.ts";

const chatter = (login: string, name = login): Chatter => ({ id: "1" as ChatterId, login, name });

describe("a mention", () => {
  it.each([
    ["by the name, where it is the login in other letter case", "sleepycapybara", "SleepyCapybara"],
    ["by the name, where it is the login itself", "quietlurker", "quietlurker"],
  ])("is %s", (_, login, name) => {
    expect(mention(chatter(login, name))).toBe(`@${name}`);
  });

  it.each(["Аня_Котик", "ＡＮＮ", "ann ", "", "@ann"])("is by the login, where the name is %j", (name) => {
    expect(mention(chatter("ann", name))).toBe("@ann");
  });
});

describe("a list of mentions", () => {
  const many = Array.from({ length: 100 }, (_, number) => chatter(`viewer_number_${number}`));

  it("holds everybody once, in order, in lines that fit", () => {
    const lists = packMentions(many, 255);
    expect(lists.join(", ").split(", ")).toEqual(many.map(mention));
    expect(lists.length).toBeGreaterThan(1);
    expect(Math.max(...lists.map((list) => list.length))).toBeLessThanOrEqual(255);
  });

  it("takes no more lines than it has to", () => {
    const lists = packMentions(many, 255);
    const firsts = lists.slice(1).map((list) => list.split(", ")[0] ?? "");
    for (const [line, first] of firsts.entries())
      expect(`${lists[line]}, ${first}`.length).toBeGreaterThan(255);
  });

  it("fills a line to the last character", () => {
    expect(packMentions([chatter("ann"), chatter("bob")], "@ann, @bob".length)).toEqual(["@ann, @bob"]);
    expect(packMentions([chatter("ann"), chatter("bob")], "@ann, @bob".length - 1)).toEqual(["@ann", "@bob"]);
  });

  it("is empty for nobody, and never drops a name that is longer than a line", () => {
    expect(packMentions([], 255)).toEqual([]);
    expect(packMentions([chatter("a".repeat(300))], 255)).toEqual([`@${"a".repeat(300)}`]);
  });
});
