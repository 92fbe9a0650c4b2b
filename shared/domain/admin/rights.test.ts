import { describe, expect, it } from "vitest";
import { may, type Person, type Rights, sections } from "./rights.ts";

const moderator = (rights: Rights): Person => ({ id: "twitch:7", name: "Seven", role: "moderator", rights });
const owner: Person = { ...moderator({}), role: "owner" };

describe("an owner", () => {
  it.each(sections)("may change %s", (section) => {
    expect(may(owner, [section, "change"])).toBe(true);
  });
});

describe("a moderator", () => {
  it("may see what they may change", () => {
    expect(may(moderator({ forwarder: "change" }), ["forwarder", "see"])).toBe(true);
  });
  it("may not change what they may see", () => {
    expect(may(moderator({ forwarder: "see" }), ["forwarder", "change"])).toBe(false);
  });
  it("may nothing that was not given", () => {
    for (const section of sections) expect(may(moderator({}), [section, "see"])).toBe(false);
  });
  it.each(["accounts", "people", "audit"] as const)(
    "may not even see %s, whatever they were given",
    (section) => {
      expect(may(moderator({ [section]: "change" }), [section, "see"])).toBe(false);
    },
  );
  it("may ask who they are", () => {
    expect(may(moderator({}), "session")).toBe(true);
  });
});
