import { readdirSync, readFileSync } from "node:fs";
import { FluentResource } from "@fluent/bundle";
import { describe, expect, it } from "vitest";
import { appSubscriptionTypes, subscriptionTypes } from "#domain/twitch/eventsub/index";
import { featureIds, features } from "#domain/twitch/features/index";
import { guideTexts } from "#domain/twitch/guide/guide";
import { defaultSettings } from "#domain/twitch/settings";
import { settingsForm } from "../workers/admin/channels/settings-form.ts";

const foldersIn = (place: string) =>
  readdirSync(place, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
const keys = (source: string) => new FluentResource(source).body.map((message) => message.id);

it("lists every feature folder", () => {
  expect(featureIds.toSorted()).toEqual(foldersIn("shared/domain/twitch/features").toSorted());
});

it("lists every EventSub folder, named after Twitch's type", () => {
  expect([...subscriptionTypes, ...appSubscriptionTypes].map(({ type }) => type).toSorted()).toEqual(
    foldersIn("shared/domain/twitch/eventsub").toSorted(),
  );
});

it("gives every reward a key of its own", () => {
  const all = featureIds.flatMap((id) => Object.keys(features[id].rewards));
  expect(all).toEqual([...new Set(all)]);
});

it("gives every command a key, and names, of its own", () => {
  const all = featureIds.flatMap((id) => Object.entries(features[id].commands));
  const commandKeys = all.map(([key]) => key);
  expect(commandKeys).toEqual([...new Set(commandKeys)]);
  const names = all.flatMap(([, command]) => command.names);
  expect(names).toEqual([...new Set(names)]);
  expect(names.map((name) => name.toLowerCase())).toEqual(names);
});

describe("the guide", () => {
  it("says the same things in Russian and English", () => {
    expect(keys(guideTexts.en)).toEqual(keys(guideTexts.ru));
  });

  it("says what every section, setting, command and reward is, and nothing else", () => {
    const { sections, items } = settingsForm(defaultSettings);
    const settings = items
      .filter(({ section }) => section !== "commands")
      .flatMap(({ path, fields = {} }) => [path, ...Object.keys(fields).map((field) => `${path}.${field}`)]);
    const expected = [
      ...sections.map(({ name }) => `section-${name}`),
      ...settings.map((path) => `setting-${path.replaceAll(".", "-")}`),
      ...featureIds.flatMap((id) => Object.keys(features[id].commands)).map((key) => `command-${key}`),
      ...featureIds.flatMap((id) => Object.keys(features[id].rewards)).map((key) => `reward-${key}`),
    ];
    expect(keys(guideTexts.en).toSorted()).toEqual(expected.toSorted());
  });
});

it("knows the compatibility date of wrangler.toml in the dev world too", () => {
  const [, date] = readFileSync("wrangler.toml", "utf8").match(/^compatibility_date = "(.+)"$/m) ?? [];
  expect(readFileSync("dev/runtime.ts", "utf8")).toContain(`const compatibilityDate = "${date}"`);
});

describe.each(featureIds)("%s", (id) => {
  it("says the same things in Russian and English", () => {
    expect(keys(features[id].texts.en).toSorted()).toEqual(keys(features[id].texts.ru).toSorted());
  });

  it("prefixes its texts with its own name", () => {
    expect(keys(features[id].texts.ru).filter((key) => !key.startsWith(`${id}-`))).toEqual([]);
  });

  it("says everything it names", () => {
    const folder = `shared/domain/twitch/features/${id}`;
    const sources = readdirSync(folder).filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"));
    const named = sources.flatMap(
      (file) => readFileSync(`${folder}/${file}`, "utf8").match(new RegExp(`"${id}-[a-z-]+"`, "g")) ?? [],
    );
    const written = new Set(keys(features[id].texts.ru).map((key) => `"${key}"`));
    expect(named.filter((key) => !written.has(key))).toEqual([]);
  });
});
