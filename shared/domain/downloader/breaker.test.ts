import { expect, it } from "vitest";
import { after, instant, seconds } from "#kernel/clock";
import { type Breaker, closed, ended, mayPass, trying } from "./breaker.ts";
import type { Reason } from "./reason.ts";

const now = instant(1_795_000_000_000);
const settings = { failures: 3, restSeconds: 60 };
const afterAll = (...endings: (Reason | undefined)[]) =>
  endings.reduce((breaker: Breaker, reason) => ended(breaker, reason, settings, now), closed);

it("lets a platform rest after three failures on end that speak of it", () => {
  expect(mayPass(afterAll("bot-check", "rate-limited"), now)).toBe(true);
  expect(mayPass(afterAll("bot-check", "rate-limited", "unreachable"), now)).toBe(false);
});

it("counts nothing that speaks of the post alone: the platform has answered", () => {
  expect(afterAll("bot-check", "bot-check", "private", "bot-check", "bot-check").is).toBe("closed");
});

it("forgets failures when a video comes", () => {
  expect(afterAll("bot-check", "bot-check", undefined, "bot-check", "bot-check").is).toBe("closed");
});

it("lets one find out whether it works again, and nobody else meanwhile", () => {
  const open = afterAll("bot-check", "bot-check", "bot-check");
  const rested = after(now, seconds(60));
  expect(mayPass(open, rested)).toBe(true);
  expect(mayPass(trying(open, settings, rested), rested)).toBe(false);
});

it("closes when it works, and rests again at the first failure when it does not", () => {
  const open = afterAll("bot-check", "bot-check", "bot-check");
  expect(ended(open, undefined, settings, now)).toEqual(closed);
  expect(ended(open, "bot-check", settings, now)).toMatchObject({ is: "open", because: "bot-check" });
});
