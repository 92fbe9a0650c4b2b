import { describe, expect, it } from "vitest";
import { logLine, type Written } from "./log-line.ts";

const written = (line: Partial<Written>) =>
  logLine({
    at: "2026-11-21T12:00:00.000Z",
    level: "info",
    event: "keg.opened",
    who: {},
    facts: {},
    ...line,
  });
const bytes = (thing: unknown) => new TextEncoder().encode(JSON.stringify(thing)).length;

describe("a line of the log", () => {
  it.each([
    [{ channel: "1001" }, "channel 1001"],
    [{ room: "forwarder" }, "forwarder"],
    [{ source: -100_200 }, "source -100200"],
    [{}, "house"],
  ])("by %o says that it is of %s", (who, part) => {
    expect(written({ who }).part).toBe(part);
  });

  it("has facts that are words, numbers and what is so, and things as JSON has them", () => {
    const facts = { count: 3, isLive: true, until: null, scopes: ["a", "b"], by: { id: 1 }, login: "ann" };
    expect(written({ facts }).facts).toEqual({ ...facts, scopes: '["a","b"]', by: '{"id":1}' });
  });

  it("shows what would move a terminal, begin another line or turn the reading around", () => {
    const name = "ann\u001b[2J\r\n\u009b\u202eevil\u2028\u0007\ud800";
    const { part, event, facts } = written({
      event: name,
      who: { channel: name },
      facts: { [name]: name, many: [name] },
    });
    const all = [part, event, ...Object.entries(facts).flat()].join("");
    expect(all).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/u);
    expect(event).toBe("ann\\u001b[2J\\u000d\\u000a\\u009b\\u202eevil\\u2028\\u0007\\ud800");
  });

  it("leaves markup and every script of the world as they are: they are text", () => {
    const facts = { login: "<script>alert(1)</script>", name: "Аня 木村 عمر 👩‍🚀" };
    expect(written({ facts }).facts).toEqual(facts);
  });

  it.each([
    ["a long text", { error: "x".repeat(50_000) }],
    ["a long text that JSON makes longer", { error: '"\\'.repeat(50_000) }],
    [
      "a long text of many bytes",
      { error: "木".repeat(50_000), said: "木".repeat(900), more: "😀".repeat(400) },
    ],
    ["many facts", Object.fromEntries(Array.from({ length: 5_000 }, (_, n) => [`fact-${n}`, n]))],
    ["a long name", { ["x".repeat(9_000)]: 1 }],
    ["what turns into much when it is shown", { error: "\u001b".repeat(9_000) }],
  ])("has 4 KiB at most, whatever becomes of %s, and says that it was cut", (_, facts) => {
    const line = written({ event: "木".repeat(999), who: { channel: "木".repeat(999) }, facts });
    expect(bytes(line)).toBeLessThanOrEqual(4_096);
    expect(JSON.stringify(line.facts)).toContain("…");
  });

  it("is not cut inside of a character", () => {
    const { facts } = written({ facts: { error: `x${"😀".repeat(900)}` } });
    expect(String(facts["error"]).isWellFormed()).toBe(true);
  });
});
