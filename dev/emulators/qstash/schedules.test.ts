import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
  // From here on moments are round: a Tuesday in winter, at noon in UTC.
  stage.clock.advance(Date.UTC(2040, 0, 3, 12) - stage.clock.now());
});
afterEach(() => stage.close());

const came = (count: number) => vi.waitFor(() => expect(stage.product.received).toHaveLength(count));
const minutes = (count: number) => count * 60_000;

it("publishes at each tick", async () => {
  const { scheduleId } = await stage.client.schedules.create({
    destination: stage.at("/jobs/sweep"),
    cron: "*/5 * * * *",
    body: '{"what":"sweep"}',
  });
  stage.clock.advance(minutes(5) - 1);
  expect(await stage.messages()).toEqual([]);
  stage.clock.advance(1);
  await came(1);
  expect(stage.product.received).toMatchObject([
    { path: "/jobs/sweep", body: '{"what":"sweep"}', headers: { "upstash-schedule-id": scheduleId } },
  ]);
  stage.clock.advance(minutes(10));
  await came(3);
});

it.each([
  ["0 18 * * *", Date.UTC(2040, 0, 3, 18)],
  ["CRON_TZ=Europe/Moscow 0 18 * * *", Date.UTC(2040, 0, 3, 15)],
  ["CRON_TZ=America/New_York 0 18 * * 3", Date.UTC(2040, 0, 4, 23)],
])("reads %s", async (cron, nextScheduleTime) => {
  await stage.client.schedules.create({ destination: stage.at("/jobs"), cron });
  expect(await stage.client.schedules.list()).toMatchObject([{ cron, nextScheduleTime, isPaused: false }]);
});

it("is refused when its cron is none", async () => {
  const create = stage.client.schedules.create({ destination: stage.at("/jobs"), cron: "every day" });
  await expect(create).rejects.toThrow("invalid cron");
});

it("publishes nothing while it is paused, and makes up for nothing", async () => {
  const { scheduleId } = await stage.client.schedules.create({
    destination: stage.at("/jobs"),
    cron: "* * * * *",
  });
  await stage.client.schedules.pause({ schedule: scheduleId });
  stage.clock.advance(minutes(10));
  expect(await stage.messages()).toEqual([]);
  expect(await stage.client.schedules.get(scheduleId)).toMatchObject({ isPaused: true });
  await stage.client.schedules.resume({ schedule: scheduleId });
  stage.clock.advance(minutes(1));
  await came(1);
});

it("is replaced under its own id, and can be deleted", async () => {
  const create = (cron: string) =>
    stage.client.schedules.create({ destination: stage.at("/jobs"), cron, scheduleId: "sweep" });
  expect(await create("* * * * *")).toEqual({ scheduleId: "sweep" });
  await create("0 0 1 1 *");
  stage.clock.advance(minutes(2));
  expect(await stage.messages()).toEqual([]);
  expect(await stage.client.schedules.list()).toHaveLength(1);
  await stage.client.schedules.delete("sweep");
  expect(await stage.client.schedules.list()).toEqual([]);
  await expect(stage.client.schedules.get("sweep")).rejects.toThrow("not found");
});
