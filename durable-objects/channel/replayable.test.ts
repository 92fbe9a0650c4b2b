import { expect, it } from "vitest";
import { after, type Instant, minutes, seconds } from "#kernel/clock";
import type { RedemptionId, RewardId } from "#kernel/ids";
import { text } from "#kernel/text";
import { type Effect, refund, say, timeOut } from "#domain/twitch/effect";
import type { ChannelEvent } from "#domain/twitch/eventsub/channel-event";
import { noon, person } from "#domain/twitch/features/rehearsal";
import type { RedemptionStatus } from "#domain/twitch/redemption";
import { matterOf, obstacleTo } from "./replayable.ts";
import type { Turn } from "./turn.ts";

const ann = person("ann");
const obstacle = (what: unknown, now: Instant = noon, status: RedemptionStatus = "UNFULFILLED") =>
  obstacleTo(matterOf(what), { now, statusOf: () => status });
const givenUp = (effect: Effect) => ({ effect, feature: null, part: 0 });
const heard = (event: ChannelEvent): Turn => ({ is: "notification", messageId: "m", sentAt: noon, event });

it("says a line again while it is worth saying", () => {
  const line = givenUp(say(noon, "keg-opened"));
  expect(obstacle(line, after(noon, minutes(2)))).toBeUndefined();
  expect(obstacle(line, after(noon, minutes(2.1)))).toBe("too-late");
});

it("sends somebody away again while the punishment lasts", () => {
  const away = givenUp(timeOut(noon, ann, seconds(600), text("keg-reason")));
  expect(obstacle(away, after(noon, seconds(599)))).toBeUndefined();
  expect(obstacle(away, after(noon, seconds(600)))).toBe("too-late");
});

it("ends a redemption that has not ended, however late", () => {
  const back = givenUp(refund("r" as RedemptionId));
  expect(obstacle(back, after(noon, minutes(100_000)))).toBeUndefined();
  expect(obstacle(back, noon, "FULFILLED")).toBe("ended");
});

it("hears a line again that was just said, and no redemption whose points went back", () => {
  const line = { id: "l", chatter: ann, text: "!me", roles: [], forReward: false };
  expect(obstacle(heard({ is: "chat", line }), after(noon, minutes(10)))).toBeUndefined();
  expect(obstacle(heard({ is: "chat", line }), after(noon, minutes(11)))).toBe("too-late");
  const redemption = {
    id: "r" as RedemptionId,
    rewardId: "w" as RewardId,
    viewer: ann,
    input: "",
    cost: 1,
    redeemedAt: noon,
  };
  expect(obstacle(heard({ is: "redeemed", redemption }))).toBe("given-back");
  expect(obstacle(heard({ is: "stream", live: true }), after(noon, minutes(100)))).toBeUndefined();
  expect(obstacle({ is: "alarm" } satisfies Turn)).toBe("over");
});

it("writes down a row that Postgres would not take, whenever", () => {
  expect(obstacle({ table: "players", row: {} }, after(noon, minutes(100_000)))).toBeUndefined();
});
