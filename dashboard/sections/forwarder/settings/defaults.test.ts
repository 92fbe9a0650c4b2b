import { expect, it } from "vitest";
import { mappingSettings } from "#domain/forwarder/mapping-settings";
import { defaults, settingsOf } from "./defaults.ts";

it("knows what each setting is if nobody chooses", () => {
  expect(defaults).toEqual(mappingSettings.parse({}));
});

it("tells a mapping's settings from what else is known of it", () => {
  const settings = { ...defaults, perMinute: 5, quietHours: { from: "23:00", to: "07:00" } };
  expect(Object.keys(settings).toSorted()).toEqual(Object.keys(mappingSettings.shape).toSorted());
  const mapping = { id: 1, source: "-1", target: "-2", label: "", enabled: true, ...settings };
  expect(settingsOf(mapping)).toEqual(settings);
});
