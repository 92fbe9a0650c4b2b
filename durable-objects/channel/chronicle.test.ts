import { expect, it } from "vitest";
import { noon } from "#domain/twitch/features/rehearsal";
import { Chronicle, type Question } from "./chronicle.ts";

const everything = { level: "debug", text: "", limit: 10_000 } as const;

function written(): Chronicle {
  const chronicle = new Chronicle(() => noon);
  chronicle.note("debug", "chat.line", { by: "ann", text: "Hello" });
  chronicle.note("warn", "effect.dropped", { key: "1:say:0" });
  chronicle.note("debug", "chat.line", { by: "bob", text: "bye" });
  return chronicle;
}

it("is read from the newest to the oldest", () => {
  expect(
    written()
      .search(everything)
      .map(({ facts }) => facts["by"]),
  ).toEqual(["bob", undefined, "ann"]);
});

const events = (question: Partial<Question>) =>
  written()
    .search({ ...everything, ...question })
    .map(({ event }) => event);

it("is searched by level, by words in any letter case, and to a limit", () => {
  expect(events({ level: "info" })).toEqual(["effect.dropped"]);
  expect(events({ text: "HELLO" })).toEqual(["chat.line"]);
  expect(events({ text: "nothing like it" })).toEqual([]);
  expect(events({ limit: 1 })).toEqual(["chat.line"]);
});

it("keeps the latest two thousand", () => {
  const chronicle = new Chronicle(() => noon);
  for (let n = 0; n < 9_999; n++) chronicle.note("debug", "chat.line", { n });
  const found = chronicle.search(everything);
  expect(found).toHaveLength(2_000);
  expect(found[0]?.facts).toEqual({ n: 9_998 });
});
