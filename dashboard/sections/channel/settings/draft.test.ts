import { expect, it } from "vitest";
import type { Setting } from "../routes.ts";
import { changedIn, edited, emptyDraft, patchOf, usualOf, without, wrongIn } from "./draft.ts";

const setting = (path: string, schema: object, value: unknown, usual = value): Setting => ({
  path,
  section: path.split(".")[0] ?? "",
  schema: { ...schema },
  default: usual,
  value,
  isDefault: value === usual,
  description: { ru: "", en: "" },
});

const fuse = setting("keg.fuseSeconds", { type: "number", minimum: 1, maximum: 3_600 }, 6, 60);
const nightly = setting("sleep.schedule.enabled", { type: "boolean" }, false);
const named = { type: "array", minItems: 1, items: { pattern: "^[^\\s!]{1,25}$" } };
const hit = setting("commands.hit", named, ["hit"]);
const leave = setting("commands.leave", named, ["leave"]);
const all = [fuse, nightly, hit, leave];

it("sends only what has changed, in its place", () => {
  const draft = edited(edited(emptyDraft, fuse, "30"), nightly, true);
  expect(patchOf(draft, all)).toEqual({ keg: { fuseSeconds: 30 }, sleep: { schedule: { enabled: true } } });
});

it("sends null for what is to be as usual again", () => {
  expect(patchOf(edited(emptyDraft, fuse, usualOf(fuse)), all)).toEqual({ keg: { fuseSeconds: null } });
});

it("forgets a change that was taken back by hand", () => {
  const draft = edited(edited(emptyDraft, fuse, "30"), fuse, "6");
  expect(changedIn(draft, all)).toEqual([]);
});

it("keeps what was typed while the rest was on its way", () => {
  const sent = edited(edited(emptyDraft, fuse, "30"), nightly, true);
  expect([...without(edited(sent, fuse, "45"), sent)]).toEqual([["keg.fuseSeconds", "45"]]);
});

it("knows what is out of bounds before it is sent", () => {
  expect(wrongIn(edited(emptyDraft, fuse, "0"), fuse, all)).toMatchObject({ key: "channel-wrong-bounds" });
  expect(wrongIn(emptyDraft, fuse, all)).toBeUndefined();
});

it("gives no name to two commands", () => {
  const draft = edited(emptyDraft, hit, "hit, Leave");
  expect(wrongIn(draft, hit, all)).toEqual({ key: "channel-wrong-taken", args: { word: "leave" } });
  expect(wrongIn(draft, leave, all)).toBeUndefined();
});
