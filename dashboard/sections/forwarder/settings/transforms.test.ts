import { expect, it } from "vitest";
import { transform } from "#domain/forwarder/transforms/settings";
import { freshTransform, moved, transformKinds } from "./transforms.ts";

it("knows every kind of change there is", () => {
  expect(transform.options.map(({ shape }) => shape.is.value).toSorted()).toEqual(transformKinds.toSorted());
});

it.each(transformKinds)("begins a %s with all that it has", (kind) => {
  const fresh = freshTransform(kind);
  // Only what is looked for cannot be empty.
  const filled = fresh.is === "replace" ? { ...fresh, what: { ...fresh.what, find: "beer" } } : fresh;
  expect(transform.parse(filled)).toEqual(filled);
});

it("moves one up or down", () => {
  expect(moved(["a", "b", "c"], 0, 1)).toEqual(["b", "a", "c"]);
  expect(moved(["a", "b", "c"], 2, 1)).toEqual(["a", "c", "b"]);
});
