import { expect, it } from "vitest";
import { mostScryptWork, scryptParameters } from "./password.ts";

it("asks for no more work than Cloudflare's production does", () => {
  const { n, r, p } = scryptParameters;
  expect(n * r * p).toBeLessThanOrEqual(mostScryptWork);
});

it("asks for no less work than OWASP wants: N=2^14 with r=8 wants p=5", () => {
  expect(scryptParameters).toEqual({ n: 16_384, r: 8, p: 5 });
});
