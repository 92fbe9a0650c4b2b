import { expect, it } from "vitest";
import { chosenFile } from "./chosen-file.ts";

const mapping = { source: "-1001", target: "-1002" };

it("takes a file of mappings for what it is", () => {
  const file = { version: 1, mappings: [mapping] };
  expect(chosenFile(JSON.stringify(file))).toEqual({ is: "mappings", file });
});

it.each([
  ["", "unreadable"],
  ["%PDF-1.7", "unreadable"],
  ["null", "something-else"],
  ["[]", "something-else"],
  [JSON.stringify({ version: 1, mappings: "all" }), "something-else"],
  [JSON.stringify({ version: 2, mappings: [mapping] }), "other-version"],
  [JSON.stringify({ version: 1, mappings: [] }), "empty"],
])("tells what is wrong with %j", (text, why) => {
  expect(chosenFile(text)).toEqual({ is: "wrong", why });
});
