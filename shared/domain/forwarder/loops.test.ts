import { describe, expect, it } from "vitest";
import type { Place } from "./chat.ts";
import { closesLoop } from "./loops.ts";

/** `a` or `a#7` */
const place = (name: string): Place => {
  const [chat = "", topic] = name.split("#");
  return topic === undefined ? { chat } : { chat, topic: Number(topic) };
};
const edge = (words: string) => {
  const [source = "", target = ""] = words.split(" → ");
  return { source: place(source), target: place(target) };
};

describe("a loop", () => {
  it.each([
    [["a → b"], "b → a"],
    [["a → b", "b → c"], "c → a"],
    [["c → d", "x → y", "a → b", "b → c"], "d → a"],
    // A whole forum hears what comes into one of its topics.
    [["a → b#7"], "b → a"],
    [[], "a → a#7"],
    // Without a topic it stands in General.
    [["a → b"], "b#1 → a"],
  ])("is closed: %j, then %s", (known, wanted) => {
    expect(closesLoop(known.map(edge), edge(wanted))).toBe(true);
  });

  it.each([
    [[], "a → b"],
    [["a → b"], "b → c"],
    [["a → b", "a → c"], "b → c"],
    [["a → b#7"], "b#8 → a"],
    [[], "a#7 → a#8"],
    [["a → b"], "b#7 → a"],
    // One that was confirmed is nobody else's.
    [["a → b", "b → a"], "c → a"],
  ])("is none: %j, then %s", (known, wanted) => {
    expect(closesLoop(known.map(edge), edge(wanted))).toBe(false);
  });
});
