import { expect, it } from "vitest";
import { commandsOf } from "./commands.ts";

it("lists commands by the names the channel gave them, those for everybody first", () => {
  const listed = commandsOf({ sleep: ["тихо"], me: ["я", "me"] });
  expect(listed).toMatchObject([
    { key: "me", names: ["!я", "!me"], for: undefined },
    { key: "sleep", names: ["!тихо"], for: "broadcaster" },
  ]);
});

it("lists a command it has never heard of after the others", () => {
  expect(commandsOf({ dance: ["dance"], wake: ["wake"] }).map(({ key }) => key)).toEqual(["wake", "dance"]);
});

it("leaves out a command without a name", () => {
  expect(commandsOf({ me: [] })).toEqual([]);
});
