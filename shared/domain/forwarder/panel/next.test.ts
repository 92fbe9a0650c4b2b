import { describe, expect, it } from "vitest";
import { instant } from "#kernel/clock";
import { mappingSettings } from "../mapping-settings.ts";
import { addingMapping } from "./add-mapping.ts";
import { addingKeywords, addingReplace } from "./add-rules.ts";
import { changed } from "./change.ts";
import { choosing } from "./choose.ts";
import { type Dialogue, isOver, kept, patience, type Turn } from "./dialogue.ts";
import { filled } from "./fields.ts";
import { next } from "./next.ts";
import { carryingOptions, type OptionName } from "./option-list.ts";
import { nextValue, withOption } from "./options.ts";
import { pageOf } from "./page.ts";
import { patchOf } from "./patch.ts";

const settings = mappingSettings.parse({});
const press = (what: string, arg = "") => ({ is: "press", what, arg }) as const;
const words = (said: string) => ({ is: "words", words: said }) as const;

/** Goes on as long as the dialogue does. It is plain data in between, as when it lies in Postgres. */
function walk(
  dialogue: Dialogue,
  inputs: readonly Parameters<typeof next>[1][],
  listed: readonly string[] = [],
): Turn {
  return inputs.reduce<Turn>(
    (turn, input) =>
      turn.is === "on"
        ? next(JSON.parse(JSON.stringify(turn.dialogue)) as Dialogue, input, { listed, settings })
        : turn,
    { is: "on", dialogue },
  );
}

describe("adding mappings", () => {
  const listed = Array.from({ length: 20 }, (_, at) => `-100${at}`);

  it("leads from sources to targets, mode and options to all that is to be made", () => {
    const turn = walk(
      addingMapping,
      [
        press("toggle", "-1000"),
        { is: "place", place: "-200#7" },
        press("next"),
        press("toggle", "-1001"),
        press("next"),
        press("mode", "forward"),
        press("silent", "true"),
        press("next"),
        press("confirm"),
      ],
      listed,
    );
    expect(turn).toMatchObject({
      is: "done",
      effect: {
        is: "add-mappings",
        sources: [{ chat: "-1000" }, { chat: "-200", topic: 7 }],
        targets: [{ chat: "-1001" }],
        settings: { mode: "forward", silent: true },
        confirmsLoop: false,
      },
    });
  });

  it("marks a page, everything and nothing, and forgets no mark on another page", () => {
    const page = walk(
      addingMapping,
      [press("pick-page"), press("page", "2"), press("toggle", "-10019")],
      listed,
    );
    expect(page).toMatchObject({ dialogue: { sources: [...listed.slice(0, 8), "-10019"], page: 2 } });
    expect(walk(addingMapping, [press("pick-all")], listed)).toMatchObject({ dialogue: { sources: listed } });
    const none = walk(addingMapping, [press("pick-all"), press("pick-none")], listed);
    expect(none).toMatchObject({ dialogue: { sources: [] } });
  });

  it("marks nothing that is not listed", () => {
    const turn = walk(addingMapping, [press("toggle", "-666")], listed);
    expect(turn).toMatchObject({ dialogue: { sources: [] } });
  });

  it("does not go on from nothing, and makes no more at once than can be looked through", () => {
    const nothing = walk(addingMapping, [press("next")], listed);
    expect(nothing).toMatchObject({ is: "on", problem: { key: "forwarder-problem-nothing-chosen" } });
    const all = [press("pick-all"), press("next"), press("pick-all"), press("next")];
    expect(walk(addingMapping, all, listed)).toMatchObject({
      dialogue: { step: "targets" },
      problem: { key: "forwarder-problem-too-many", args: { count: 400 } },
    });
  });
});

it.each<Dialogue>([
  addingMapping,
  addingKeywords(1),
  addingReplace(1),
  choosing({ list: "mappings" }),
  { is: "fill", step: "words", mapping: 1, field: "label" },
  { is: "wait", step: "chat" },
])("leaves $is by Back at its first step, and by Cancel at any", (dialogue) => {
  expect(walk(dialogue, [press("back")])).toEqual({ is: "left" });
  expect(walk(dialogue, [press("cancel")])).toEqual({ is: "left" });
});

it.each([
  ["words", [press("list", "exclude"), press("as", "regex"), words("(a+")], "forwarder-problem-pattern"],
  ["words", [press("list", "exclude"), press("as", "word"), words("  \n ")], "forwarder-problem-empty"],
  [
    "words",
    [press("list", "exclude"), press("as", "word"), words("x".repeat(513))],
    "forwarder-problem-pattern",
  ],
  ["list", [words("exclude")], "forwarder-problem-press"],
])("stays at the step %s with what was wrong", (step, inputs, key) => {
  expect(walk(addingKeywords(1), inputs)).toMatchObject({ dialogue: { step }, problem: { key } });
});

it("replaces words by nothing as well", () => {
  const turn = walk(addingReplace(7), [
    press("as", "word"),
    words("ad"),
    press("nothing"),
    press("case", "true"),
    press("confirm"),
  ]);
  expect(turn).toMatchObject({
    effect: {
      mapping: 7,
      change: { transform: { is: "replace", what: { find: "ad" }, with: "", keepCase: true } },
    },
  });
});

it("asks before it deletes, and does at once what can be taken back", () => {
  const chosen = [press("toggle", "3")];
  const deletes = walk(choosing({ list: "mappings" }), [...chosen, press("apply", "delete")], ["3", "4"]);
  expect(deletes).toMatchObject({ is: "on", dialogue: { step: "confirm" } });
  const enables = walk(choosing({ list: "mappings" }), [...chosen, press("apply", "enable")], ["3", "4"]);
  expect(enables).toMatchObject({ effect: { is: "enable", mappings: [3], enabled: true } });
});

it("is over after fifteen minutes in which nobody has said anything", () => {
  const start = instant(1_000);
  const open = kept(addingMapping, "token", start);
  expect(isOver(open, instant(start + patience - 1))).toBe(false);
  expect(isOver(open, instant(start + patience))).toBe(true);
});

it.each([
  ["label", "x".repeat(65)],
  ["size", "-1"],
  ["delay", "soon"],
  ["per-minute", "61"],
  ["quiet-hours", "25:00-07:00"],
  ["quiet-hours", "23:00-07:00 Nowhere/Town"],
  ["extensions", "p.d.f"],
  ["header", ""],
  ["link-buttons", "no address"],
  ["near", "17"],
] as const)("refuses %s %s", (field, said) => {
  expect(filled(field, said, settings)).toMatchObject({ is: "problem" });
});

it.each([
  ["size", "20", { filters: { size: { mostBytes: 20_000_000 } } }],
  ["size", "0", { filters: { size: { otherwise: "discard" } } }],
  ["extensions", ".PDF, docx", { filters: { extensions: { allow: ["pdf", "docx"] } } }],
  ["senders-deny", "@spam\nAnn Lee", { filters: { senders: { deny: ["@spam", "Ann Lee"] } } }],
  ["per-minute", "5", { perMinute: 5 }],
  ["quiet-hours", "23:00 – 07:30", { quietHours: { from: "23:00", to: "07:30" }, timeZone: "Europe/Moscow" }],
  ["window", "60", { dedup: { windowSeconds: 3_600 } }],
  [
    "link-buttons",
    "Our site https://example.com | Chat https://t.me/name\nMore https://example.org/a",
    {
      addButtons: [
        [
          { text: "Our site", url: "https://example.com" },
          { text: "Chat", url: "https://t.me/name" },
        ],
        [{ text: "More", url: "https://example.org/a" }],
      ],
    },
  ],
] as const)("reads %s %s", (field, said, expected) => {
  const read = filled(field, said, settings);
  if (read.is !== "change") throw new Error(`It is ${read.is}`);
  const after = changed(settings, read.change);
  expect(after).toMatchObject(expected);
  expect(mappingSettings.safeParse(after).success).toBe(true);
});

it("adds no keyword twice, and removes the one that is meant", () => {
  const patterns = ["a", "b"].map((find) => ({ find, as: "word" as const, caseSensitive: false }));
  const add = { is: "add-keywords", list: "include", patterns } as const;
  const twice = changed(changed(settings, add), add);
  expect(twice.filters.keywords.include).toEqual(patterns);
});

it("goes through all values of an option and comes back to the first", () => {
  for (const name of Object.keys(carryingOptions) as OptionName[]) {
    let now = settings;
    const values = (carryingOptions as Record<string, { values: readonly string[] }>)[name]?.values ?? [];
    for (const _ of values) now = withOption(now, name, nextValue(now, name));
    expect(now).toEqual(settings);
  }
  expect(withOption(settings, "edits", "nonsense")).toEqual(settings);
});

it("says only what differs, and null for what is there no more", () => {
  expect(patchOf({ ...settings, perMinute: 3 }, { ...settings, silent: true })).toEqual({
    silent: true,
    perMinute: null,
  });
});

it.each([
  [0, -1, 0, 1],
  [25, 99, 3, 4],
  [8, 0, 0, 1],
  [9, Number.NaN, 0, 2],
])("of %i things, page %i is page %i of %i", (count, wanted, page, pages) => {
  expect(pageOf(Array.from({ length: count }), wanted)).toMatchObject({ page, pages });
});
