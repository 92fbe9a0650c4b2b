import { expect, it } from "vitest";
import { defaultSettings, readSettings, storedSettings } from "./stored-settings.ts";

it("nothing is stored of the defaults", () => {
  expect(storedSettings(defaultSettings)).toEqual({});
  expect(storedSettings(readSettings({ mode: "copy", filters: { keywords: {} }, transforms: [] }))).toEqual(
    {},
  );
});

it.each([
  { mode: "forward" },
  { filters: { keywords: { exclude: [{ find: "ad", as: "word", caseSensitive: false }] } } },
  { filters: { media: { allow: [] } }, dedup: { near: 3 } },
  { quietHours: { from: "23:00", to: "07:00" }, perMinute: 5 },
  { transforms: [{ is: "footer", text: "Cheers" }] },
])("what differs is stored, and read again as it was: %j", (settings) => {
  const read = readSettings(settings);
  expect(storedSettings(read)).toEqual(settings);
  expect(readSettings(storedSettings(read))).toEqual(read);
});
