import { expect, it } from "vitest";
import { millis, minutes } from "#kernel/clock";
import { Remembered } from "./remembered.ts";

it("asks once for many who look", async () => {
  const remembered = new Remembered<number>(minutes(1));
  let asked = 0;
  const ask = async () => ++asked;
  expect([await remembered.get(ask), await remembered.get(ask)]).toEqual([1, 1]);
  remembered.forget();
  expect(await remembered.get(ask)).toBe(2);
});

it("gives the answer before to whoever looks while the next one is asked for", async () => {
  const remembered = new Remembered<string>(millis(0));
  await remembered.get(async () => "before");
  const next = Promise.withResolvers<string>();
  const asking = remembered.get(() => next.promise);
  expect(await remembered.get(() => Promise.reject(new Error("asked twice")))).toBe("before");
  next.resolve("next");
  expect(await asking).toBe("next");
});

it("remembers no failure", async () => {
  const remembered = new Remembered<string>(minutes(1));
  await expect(remembered.get(() => Promise.reject(new Error("away")))).rejects.toThrow("away");
  expect(await remembered.get(async () => "back")).toBe("back");
});
