import { expect, it } from "vitest";
import { deedOf } from "./deed.ts";

it.each([
  ["errand", { effect: { do: "resolve", as: "CANCELED" } }, "channel-deed-refund"],
  ["errand", { effect: { do: "resolve", as: "FULFILLED" } }, "channel-deed-fulfil"],
  ["errand", { effect: { do: "time-out" } }, "channel-deed-time-out"],
  ["errand", { effect: { do: "something-new" } }, "channel-deed-other"],
  ["event", { is: "notification" }, "channel-deed-decide"],
  ["row", { table: "games" }, "channel-deed-note-game"],
  ["row", null, "channel-deed-note"],
] as const)("tells of an %s what was to be done", (about, what, key) => {
  expect(deedOf({ about, what })).toBe(key);
});
