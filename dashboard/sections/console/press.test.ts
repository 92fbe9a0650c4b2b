import { expect, it } from "vitest";
import { pressFor } from "./press.ts";

it("names a press so that the API takes it, and the next try of the same wish alike", () => {
  const first = pressFor("Hello", undefined);
  expect(first.key).toMatch(/^[\w-]{8,64}$/);
  expect(pressFor("Hello", first)).toBe(first);
});

it("names another wish differently, and the same one again once it was done", () => {
  const first = pressFor("Hello", undefined);
  expect(pressFor("Hello!", first).key).not.toBe(first.key);
  expect(pressFor("Hello", undefined).key).not.toBe(first.key);
});
