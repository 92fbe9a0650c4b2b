import { expect, it } from "vitest";
import { accountOf, emptyDraft, isAccount, placeOf } from "./draft.ts";

it("takes the address of a channel for a login at Twitch, and of nothing else", () => {
  expect(accountOf({ place: "twitch", account: " twitch.tv/shroud" })).toBe("shroud");
  expect(isAccount({ ...emptyDraft, place: "name", account: "twitch.tv/shroud" })).toBe(false);
});

it.each([
  ["twitch", "shroud", true],
  ["twitch", "not a login", false],
  ["telegram", "7001", true],
  ["telegram", "@anna", false],
  ["name", "anna.k", true],
  ["name", "Анна", false],
] as const)("of %s takes “%s”: %s", (place, account, is) =>
  expect(isAccount({ ...emptyDraft, place, account })).toBe(is),
);

it("sees by an id where somebody is known", () => {
  expect(placeOf("telegram:7001")).toBe("telegram");
  expect(placeOf("token")).toBeUndefined();
});
