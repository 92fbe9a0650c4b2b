import { expect, it } from "vitest";
import { compileRetryDelay, longestDelay, usualDelay } from "./retry-delay.ts";

it("backs off as QStash does: 12 s, two and a half minutes, half an hour, six hours, a day", () => {
  expect([0, 1, 2, 3, 4, 9].map((retried) => Math.floor(usualDelay(retried) / 1_000))).toEqual([
    12, 148, 1_808, 22_026, 86_400, 86_400,
  ]);
});

it.each([
  ["1000", 2, 1_000],
  ["1000 * (1 + retried)", 2, 3_000],
  ["2 + 3 * 4 - 6 / 2", 0, 11],
  ["10 - 2 - 3", 0, 5],
  ["100 % 30", 0, 10],
  ["-5 + 10", 0, 5],
  ["pow(2, retried) * 1000", 3, 8_000],
  ["min(86400, exp(2.5 * retried))", 0, 1],
  ["max(1, floor(sqrt(abs(-17))))", 0, 4],
  ["round(1.5) + ceil(1.2)", 0, 4],
  ["pow(10, 20)", 0, longestDelay],
  ["0 - 5", 0, 0],
])("reads %s", (expression, retried, delay) => {
  expect(compileRetryDelay(expression)(retried)).toBe(delay);
});

it.each([
  "",
  "1 +",
  "pow(2)",
  "sqrt(1, 2)",
  "(1",
  "1)",
  "constructor(1)",
  "process",
  "1 2",
  "1; 2",
  "retried.x",
  "__proto__",
])("refuses %o", (expression) => {
  expect(() => compileRetryDelay(expression)).toThrow("invalid Upstash-Retry-Delay");
});

it("keeps to the usual back-off where an expression gives no number", () => {
  expect(compileRetryDelay("sqrt(-1)")(0)).toBe(usualDelay(0));
});
