import { readdirSync, readFileSync } from "node:fs";
import { FluentResource } from "@fluent/bundle";
import { describe, expect, it } from "vitest";
import { subscriptionTypes } from "#domain/twitch/eventsub/index";
import { gameIds, games } from "#domain/twitch/games/index";

const foldersIn = (place: string) =>
  readdirSync(place, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
const keys = (source: string) => new FluentResource(source).body.map((message) => message.id);

it("lists every game folder", () => {
  expect(gameIds.toSorted()).toEqual(foldersIn("shared/domain/twitch/games").toSorted());
});

it("lists every EventSub folder, named after Twitch's type", () => {
  expect(subscriptionTypes.map(({ type }) => type).toSorted()).toEqual(
    foldersIn("shared/domain/twitch/eventsub").toSorted(),
  );
});

it("gives every reward a key of its own", () => {
  const all = gameIds.flatMap((id) => Object.keys(games[id].rewards));
  expect(all).toEqual([...new Set(all)]);
});

it("knows the compatibility date of wrangler.toml in the dev world too", () => {
  const [, date] = readFileSync("wrangler.toml", "utf8").match(/^compatibility_date = "(.+)"$/m) ?? [];
  expect(readFileSync("dev/runtime.ts", "utf8")).toContain(`const compatibilityDate = "${date}"`);
});

describe.each(gameIds)("%s", (id) => {
  it("says the same things in Russian and English", () => {
    expect(keys(games[id].texts.en).toSorted()).toEqual(keys(games[id].texts.ru).toSorted());
  });

  it("prefixes its texts with its own name", () => {
    expect(keys(games[id].texts.ru).filter((key) => !key.startsWith(`${id}-`))).toEqual([]);
  });

  it("says everything it names", () => {
    const folder = `shared/domain/twitch/games/${id}`;
    const sources = readdirSync(folder).filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"));
    const named = sources.flatMap(
      (file) => readFileSync(`${folder}/${file}`, "utf8").match(new RegExp(`"${id}-[a-z-]+"`, "g")) ?? [],
    );
    const written = new Set(keys(games[id].texts.ru).map((key) => `"${key}"`));
    expect(named.filter((key) => !written.has(key))).toEqual([]);
  });
});
