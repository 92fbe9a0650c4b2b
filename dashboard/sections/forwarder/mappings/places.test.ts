import { expect, it } from "vitest";
import { placesIn } from "./places.ts";

it("takes those that were ticked and those that were written, each once", () => {
  const others = " @news\n-1001#7, t.me/beer;\n\n@news";
  expect(placesIn({ known: ["-1002"], others })).toEqual(["-1002", "@news", "-1001#7", "t.me/beer"]);
});

it("finds nothing in nothing", () => {
  expect(placesIn({ known: [], others: " \n" })).toEqual([]);
});
