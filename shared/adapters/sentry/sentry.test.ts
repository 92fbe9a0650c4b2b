import { expect, test } from "vitest";
import { readConfig } from "#kernel/config";
import { UpstreamError } from "#kernel/errors";
import { described } from "#kernel/log";
import { sentryEvent, tellSentry } from "./sentry.ts";

const told = (error: unknown, facts: object = {}) =>
  sentryEvent({ event: "door.failed", facts: { ...facts, ...described(error) } }, "cloud", (text) => text);

test("the same kind of trouble is one issue", () => {
  const one = told(new UpstreamError("telegram", 400, "Bad Request: chat not found"));
  const another = told(new UpstreamError("telegram", 400, "Bad Request: message is too long"));
  expect(one.fingerprint).toEqual(["door.failed", "upstream", "telegram", "400"]);
  expect(another.fingerprint).toEqual(one.fingerprint);
});

test("what has no kind is told apart by where it happened", () => {
  const { exception, fingerprint } = told(new TypeError("x is not a function"));
  expect(fingerprint).toEqual(["door.failed", "{{ default }}"]);
  expect(exception?.values?.[0]).toMatchObject({
    type: "TypeError",
    value: "TypeError: x is not a function",
  });
  expect(exception?.values?.[0]?.stacktrace?.frames?.length).toBeGreaterThan(0);
});

test("ids and counts travel with it, texts and things do not", () => {
  const { extra } = told(new Error("x"), {
    chat: "-1001",
    attempts: 3,
    said: "two words",
    message: { text: "x" },
  });
  expect(extra).toEqual({ chat: "-1001", attempts: 3 });
});

test("a service that is away is nothing for Sentry, and without a DSN nothing is", () => {
  const facts = described(new UpstreamError("postgres", 503, "away"));
  const withDsn = readConfig({ SENTRY_DSN: "https://abc@sentry.taproom.test/1" });
  expect(tellSentry(withDsn, { event: "door.failed", facts })).toBeUndefined();
  expect(
    tellSentry(readConfig({}), { event: "door.failed", facts: described(new Error("x")) }),
  ).toBeUndefined();
});
