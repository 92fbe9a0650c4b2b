import { expect, it } from "vitest";
import { after, hours, instant, minutes } from "#kernel/clock";
import { endOf, isOver } from "./session.ts";

const noon = instant(Date.UTC(2026, 10, 21, 12));
const used = (at: typeof noon) => ({ begunAt: noon, usedAt: at });

it("ends half an hour after it was last used", () => {
  const session = used(after(noon, minutes(40)));
  expect(isOver(session, after(noon, minutes(69)))).toBe(false);
  expect(isOver(session, after(noon, minutes(70)))).toBe(true);
});

it("ends after twelve hours, however often it is used", () => {
  const session = used(after(noon, minutes(719)));
  expect(endOf(session)).toBe(after(noon, hours(12)));
  expect(isOver(session, after(noon, hours(12)))).toBe(true);
});
