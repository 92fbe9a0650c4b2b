import { expect, it } from "vitest";
import { loginOf, namedIn, told } from "./named.ts";

it.each([
  "shroud",
  "@shroud",
  " https://www.twitch.tv/shroud",
  "twitch.tv/shroud",
  "https://m.twitch.tv/shroud/about?tab=1",
])("takes a login as people paste it: %s", (typed) => expect(loginOf(typed)).toBe("shroud"));

it("tells ids from logins, and a login of digits from an id", () => {
  expect(namedIn("1001, Shroud;twitch.tv/2004  @77")).toEqual({
    ids: ["1001"],
    logins: ["shroud", "2004", "77"],
    wrong: [],
  });
});

it("names nobody twice, and tells what can be no login", () => {
  expect(namedIn("анна shroud shroud _a a!b")).toEqual({
    ids: [],
    logins: ["shroud"],
    wrong: ["анна", "_a", "a!b"],
  });
});

it("tells whom Twitch knows, and of whom it knows nobody", () => {
  const named = namedIn("1001 666 shroud nobody_of_this_name");
  const found = [
    { id: "1001", login: "streamer", name: "Streamer" },
    { id: "4711", login: "shroud", name: "shroud" },
  ];
  expect(told(named, found)).toEqual({ known: ["1001", "4711"], nobody: ["666", "nobody_of_this_name"] });
});
