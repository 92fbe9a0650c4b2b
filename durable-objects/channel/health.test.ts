import { expect, it } from "vitest";
import { after, type Instant, minutes } from "#kernel/clock";
import type { RedemptionId } from "#kernel/ids";
import { refund } from "#domain/twitch/effect";
import { noon } from "#domain/twitch/features/rehearsal";
import { failing } from "./health.ts";
import { memoryInTests } from "./memory-in-tests.ts";
import { Outbox } from "./outbox.ts";
import { WriteBehind } from "../write-behind.ts";

const silent = () => {};
const log = { debug: silent, info: silent, warn: silent, error: silent };
const standing = { subscriptions: ["channel.chat.message"], problems: ["rewards are off"], checkedAt: noon };

function vitals(now: Instant = noon) {
  const memory = memoryInTests();
  const outbox = new Outbox(memory);
  const history = new WriteBehind(memory, async () => {}, log, noon);
  return { outbox, history, standing, now };
}

it("is well when nothing fails, whatever a person has still to see to", () => {
  expect(failing(vitals())).toEqual([]);
  expect(failing({ ...vitals(after(noon, minutes(600))), standing: undefined })).toEqual([]);
});

it("fails when what was decided is not done for five minutes", () => {
  const later = vitals(after(noon, minutes(5.1)));
  const effect = refund("points" as RedemptionId);
  later.outbox.add({ key: "old", feature: null, effect, part: 0 }, noon);
  expect(failing(later)).toEqual(["what was decided is not done"]);
  expect(failing({ ...later, now: after(noon, minutes(4.9)) })).toEqual([]);
});

it("fails when Twitch has not been asked for half an hour, and when it tells nothing of chat", () => {
  const late = { ...vitals(after(noon, minutes(31))), standing: { ...standing, subscriptions: [] } };
  expect(failing(late)).toEqual(["Twitch cannot be asked", "chat is not heard"]);
});
