import { describe, expect, it } from "vitest";
import { BadInput } from "#kernel/errors";
import { changeSettings, defaultSettings, readSettings } from "./settings.ts";

const usualKeg = { fuseSeconds: 60, boarsNeeded: 20, victims: 50, timeoutSeconds: 600 };

describe("changing settings", () => {
  it("changes what is named and leaves the rest, also within a section", () => {
    const once = changeSettings(defaultSettings, { language: "en", keg: { fuseSeconds: 6 } });
    const twice = changeSettings(once, { keg: { victims: 3 }, privileged: ["1", "2"] });

    expect(twice).toEqual({
      ...defaultSettings,
      language: "en",
      privileged: ["1", "2"],
      keg: { ...usualKeg, fuseSeconds: 6, victims: 3 },
    });
  });

  it("gives a command other names, and takes none that another command has", () => {
    const named = changeSettings(defaultSettings, { commands: { sleep: ["Спи", "nap"] } });
    expect(named.commands["sleep"]).toEqual(["спи", "nap"]);
    expect(named.commands["wake"]).toEqual(defaultSettings.commands["wake"]);
    const taken = { commands: { sleep: ["wake"] } };
    expect(() => changeSettings(named, taken)).toThrow(/^commands\.(sleep|wake): !wake is already/);
    for (const names of [[], ["two words"], ["!wake"], [""], ["я".repeat(26)]])
      expect(() => changeSettings(named, { commands: { sleep: names } })).toThrow(/^commands\.sleep/);
    expect(() => changeSettings(named, { commands: { dance: ["dance"] } })).toThrow(/^commands:/);
  });

  it("changes nothing of what was there before", () => {
    const before = structuredClone(defaultSettings);
    changeSettings(defaultSettings, { keg: { victims: 1 }, privileged: ["1"] });
    expect(defaultSettings).toEqual(before);
  });

  it("gives what is null its default again, a setting or a section", () => {
    const changed = changeSettings(defaultSettings, { keg: { victims: 1, boarsNeeded: 2 }, language: "en" });
    expect(changeSettings(changed, { keg: { victims: null } })).toMatchObject({
      language: "en",
      keg: { victims: 50, boarsNeeded: 2 },
    });
    expect(changeSettings(changed, { keg: null, language: null })).toEqual(defaultSettings);
  });

  it("takes an empty change", () => {
    expect(changeSettings(defaultSettings, {})).toEqual(defaultSettings);
    expect(changeSettings(defaultSettings, { keg: {} })).toEqual(defaultSettings);
  });

  it.each([
    ["keg.fuseSeconds", { keg: { fuseSeconds: 0.9 } }],
    ["keg.fuseSeconds", { keg: { fuseSeconds: Number.NaN } }],
    ["keg.boarsNeeded", { keg: { boarsNeeded: 0 } }],
    ["keg.victims", { keg: { victims: 2.5 } }],
    ["keg.timeoutSeconds", { keg: { timeoutSeconds: 1_209_601 } }],
    ["keg:", { keg: { color: "blue" } }],
    ["keg:", { keg: "short" }],
    ["language", { language: "EN" }],
    ["privileged.1", { privileged: ["1", "two"] }],
    ["privileged", { privileged: Array.from({ length: 501 }, String) }],
    ["settings:", { pub: true }],
    ["settings:", { constructor: {} }],
    ["settings:", JSON.parse('{"__proto__":{"language":"en"}}') as object],
    ["settings:", null],
    ["settings:", []],
  ])("refuses by the name of %s: %j", (name, patch) => {
    const change = () => changeSettings(defaultSettings, patch);
    expect(change).toThrow(BadInput);
    expect(change).toThrow(new RegExp(`^${name.replace(".", "\\.")}`));
  });

  it("names everything that is wrong at once", () => {
    const wrong = { language: "de", keg: { victims: 0 } };
    expect(() => changeSettings(defaultSettings, wrong)).toThrow(/language:.*; keg\.victims:/);
  });
});

describe("stored settings", () => {
  it.each([
    ["nothing", undefined, {}],
    ["no settings at all", "keg", {}],
    ["a language nobody speaks any more", { language: "de", privileged: ["1"] }, { privileged: ["1"] }],
    ["a section that is gone", { pub: { tables: 3 }, language: "en" }, { language: "en" }],
    ["a section of another shape", { keg: 60, language: "en" }, { language: "en" }],
    ["a list with something wrong in it", { privileged: ["1", "two"], language: "en" }, { language: "en" }],
  ])("that hold %s keep the rest", (_, stored, kept) => {
    expect(readSettings(stored)).toEqual({ ...defaultSettings, ...kept });
  });

  it("that no longer fit in several places keep everything else", () => {
    const stored = { language: "de", keg: { fuseSeconds: 0, victims: 3, color: "blue" }, pub: 1 };
    expect(readSettings(stored)).toEqual({ ...defaultSettings, keg: { ...usualKeg, victims: 3 } });
  });
});
