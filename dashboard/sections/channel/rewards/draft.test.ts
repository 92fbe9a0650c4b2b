import { expect, it } from "vitest";
import { changeOf, draftOf, faultIn } from "./draft.ts";

const keg = {
  id: "1",
  title: "Keg",
  prompt: "",
  cost: 5_000,
  background: "#9147FF",
  isEnabled: true,
  isPaused: false,
};
const draft = draftOf(keg);

it("sends only what Twitch has otherwise", () => {
  expect(changeOf(draft, keg)).toEqual({});
  expect(changeOf({ ...draft, title: " Cask ", cost: "6000" }, keg)).toEqual({ title: "Cask", cost: 6_000 });
});

it.each([
  [{ title: " " }, "title"],
  [{ title: "x".repeat(46) }, "title"],
  [{ prompt: "x".repeat(201) }, "prompt"],
  [{ cost: "0" }, "cost"],
  [{ cost: "1.5" }, "cost"],
  [{}, undefined],
])("sees before sending that Twitch would not take %j", (part, fault) => {
  expect(faultIn({ ...draft, ...part })).toBe(fault);
});
