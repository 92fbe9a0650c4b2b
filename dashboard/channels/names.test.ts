import { readFileSync } from "node:fs";
import { FluentResource } from "@fluent/bundle";
import { expect, it } from "vitest";
import { featureIds, rewardDesigns } from "#domain/twitch/features/index";

const source = readFileSync(new URL("texts/en.ftl", import.meta.url), "utf8");
const named = new FluentResource(source).body.map(({ id }) => id);

it("knows a short name for every feature", () => {
  expect(named).toEqual(expect.arrayContaining(featureIds.map((id) => `channels-feature-${id}`)));
});

it("knows a short name for every reward", () => {
  expect(named).toEqual(
    expect.arrayContaining([...rewardDesigns.keys()].map((key) => `channels-reward-${key}`)),
  );
});
