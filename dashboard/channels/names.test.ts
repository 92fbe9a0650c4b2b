import { readFileSync } from "node:fs";
import { FluentResource } from "@fluent/bundle";
import { expect, it } from "vitest";
import { rewardKeys } from "./reward-keys.ts";
import { featureIds, rewardDesigns } from "#domain/twitch/features/index";

const source = readFileSync(new URL("texts/en.ftl", import.meta.url), "utf8");
const named = new FluentResource(source).body.map(({ id }) => id);

it("knows a short name for every feature", () => {
  expect(named).toEqual(expect.arrayContaining(featureIds.map((id) => `channels-feature-${id}`)));
});

it("knows every reward, and a short name for it", () => {
  expect([...rewardKeys].toSorted()).toEqual([...rewardDesigns.keys()].toSorted());
  expect(named).toEqual(expect.arrayContaining(rewardKeys.map((key) => `channels-reward-${key}`)));
});
