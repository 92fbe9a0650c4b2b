import { expect, it } from "vitest";
import { instagramSettings } from "./instagram/settings.ts";
import { tiktokSettings } from "./tiktok/settings.ts";

it("everything has a default, and platforms are asked in the way that works for most", () => {
  expect(tiktokSettings.parse({})).toMatchObject({ enabled: true, paths: ["page", "embed"] });
  // GraphQL wants the TLS of a browser.
  expect(instagramSettings.parse({})).toMatchObject({ enabled: true, paths: ["page", "embed"] });
});

it("a new version of a browser is a change of settings", () => {
  const browsers = [
    { "User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:160.0) Gecko/20100101 Firefox/160.0" },
  ];
  expect(tiktokSettings.parse({ browsers }).browsers).toEqual(browsers);
});

it.each([
  { browsers: [] },
  { browsers: [{ "User-Agent": "a\r\nHost: evil.example" }] },
  { browsers: [{ "User Agent": "a" }] },
  { mediaCookie: "a=b; c" },
  { paths: ["graphql"] },
  { paths: [] },
  { unknown: true },
])("of TikTok, %j is no setting", (settings) => {
  expect(tiktokSettings.safeParse(settings).success).toBe(false);
});

it.each([{ graphql: { docId: "x" } }, { browser: { Cookie: "sessionid=ж" } }, { paths: ["api"] }])(
  "of Instagram, %j is no setting",
  (settings) => {
    expect(instagramSettings.safeParse(settings).success).toBe(false);
  },
);
