import { expect, it } from "vitest";
import { asked, isNarrower } from "./filter.ts";

it.each([
  [{ level: "warn" }, { level: "info" }, true],
  [{ level: "info" }, { level: "warn" }, false],
  [{ level: "info", part: "channel 1001" }, { level: "info", part: "channel" }, true],
  [{ level: "info", part: "channels" }, { level: "info", part: "channel" }, false],
  [{ level: "info" }, { level: "info", part: "channel" }, false],
  [{ level: "info", text: "KEGS" }, { level: "info", text: "keg" }, true],
  [{ level: "info", text: "ke" }, { level: "info", text: "keg" }, false],
  [{ level: "info", traceId: "t-1" }, { level: "info" }, true],
  [{ level: "info", traceId: "t-1" }, { level: "info", traceId: "t-2" }, false],
] as const)("whether %o wants no more than %o did: %s", (now, before, isIt) => {
  expect(isNarrower(now, before)).toBe(isIt);
});

it("asks for nothing that nobody has chosen", () => {
  expect(asked({ level: "warn", part: "", text: "keg" })).toEqual({ level: "warn", text: "keg" });
});
