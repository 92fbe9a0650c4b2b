import { expect, it } from "vitest";
import { accountOf, emptyDraft, isAccount, placeOf } from "./draft.ts";

it.each(["shroud", "@shroud", " https://www.twitch.tv/shroud", "twitch.tv/shroud"])(
  "takes a login as people paste it: %s",
  (typed) => expect(accountOf(typed)).toBe("shroud"),
);

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
