import { describe, expect, it, vi } from "vitest";
import { concerns, type Fault, parseFault, refusalOf, strike, type Target } from "./faults.ts";

const ban: Target = {
  service: "twitch",
  host: "api.twitch.tv",
  method: "POST",
  path: "/helix/moderation/bans",
  channel: "1001",
};

const fault = (rest: Partial<Fault>): Fault => ({ id: "f", service: "twitch", ...rest });
const always = () => 0;

/** mulberry32: a chance that is the same in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

describe("a fault concerns a call", () => {
  it.each([
    ["of its service", {}, true],
    ["not of another service", { service: "postgres" }, false],
    ["of its host", { host: "api.twitch.tv" }, true],
    ["not of another host", { host: "id.twitch.tv" }, false],
    ["whose path contains its path", { path: "/bans" }, true],
    ["not one with another path", { path: "/chat" }, false],
    ["of its method, in any case", { method: "post" }, true],
    ["not of another method", { method: "GET" }, false],
    ["about its channel", { channel: "1001" }, true],
    ["not about another channel", { channel: "1003" }, false],
  ])("%s", (_, rest, expected) => {
    expect(concerns(fault(rest), ban)).toBe(expected);
  });
});

describe("faults", () => {
  it("strike as often as they may and are gone", () => {
    let faults: readonly Fault[] = [fault({ times: 2 })];
    const hits = [1, 2, 3].map(() => {
      const struck = strike(faults, ban, always);
      faults = struck.left;
      return struck.fault !== undefined;
    });
    expect(hits).toEqual([true, true, false]);
    expect(faults).toEqual([]);
  });

  it("strike until they are deleted when nobody counts", () => {
    const faults = [fault({})];
    expect(strike(faults, ban, always).left).toEqual(faults);
  });

  it("strike their share of calls", () => {
    const random = seeded(1);
    const faults = [fault({ share: 0.3 })];
    const struck = Array.from({ length: 1_000 }, () => strike(faults, ban, random).fault).filter(Boolean);
    expect(struck.length).toBeGreaterThan(250);
    expect(struck.length).toBeLessThan(350);
  });

  it("draw no chance for calls they do not concern", () => {
    const random = vi.fn<() => number>(() => 0);
    strike([fault({ service: "postgres", share: 0.5 })], ban, random);
    expect(random).not.toHaveBeenCalled();
  });

  it("spend nothing when chance spares the call", () => {
    const faults = [fault({ times: 1, share: 0.5 })];
    expect(strike(faults, ban, () => 0.9).left).toEqual(faults);
  });

  it("strike in the order they were added", () => {
    const first = fault({ id: "first", times: 1 });
    const second = fault({ id: "second" });
    const { fault: struck, left } = strike([first, second], ban, always);
    expect(struck?.id).toBe("first");
    expect(left).toEqual([second]);
  });

  it("tell how long to wait, out of a range", () => {
    const told = [0, 0.5, 0.999].map((drawn) => refusalOf(fault({ retryAfter: [1, 5] }), () => drawn));
    expect(told).toEqual(
      ["1", "3", "5"].map((seconds) => ({ status: 429, headers: { "Retry-After": seconds } })),
    );
    expect(refusalOf(fault({ retryAfter: 7, status: 503 }), always)).toEqual({
      status: 503,
      headers: { "Retry-After": "7" },
    });
    expect(refusalOf(fault({ reset: true }), always)).toBeUndefined();
    expect(() => parseFault({ service: "telegram", retryAfter: [5, 1] })).toThrow(/retryAfter/);
  });

  it("are refused with a word about what is wrong", () => {
    expect(() => parseFault({ service: "twitch", tiems: 1 })).toThrow(/tiems/);
    expect(() => parseFault({ service: "twitch", share: 2 })).toThrow(/share/);
  });
});
