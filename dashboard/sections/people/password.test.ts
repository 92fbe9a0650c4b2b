import { expect, it } from "vitest";
import { faultOf, newPassword } from "./password.ts";

it("makes up passwords that would be taken, never the same", () => {
  const made = Array.from({ length: 100 }, newPassword);
  expect(new Set(made).size).toBe(100);
  for (const password of made) {
    expect(password).toMatch(/^[a-z2-9]{5}(-[a-z2-9]{5}){3}$/);
    expect(faultOf(password, "Anna")).toBeUndefined();
  }
});

it("says before Taproom does what a password would be refused for", () => {
  expect(faultOf("fourteen chars", "Anna")).toBe("short");
  expect(faultOf("for ANNA and her beer", "Anna")).toBe("has-name");
  expect(faultOf("for whoever comes in", "")).toBeUndefined();
});
