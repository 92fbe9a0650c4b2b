import type { ServerResponse } from "node:http";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
let open: ServerResponse[];
beforeEach(async () => {
  stage = await openStage();
  open = [];
  stage.product.react((_, response) => void open.push(response));
});
afterEach(() => stage.close());

const key = "platform";
const publish = (flowControl: { parallelism: number } | { rate: number; period?: number }) =>
  stage.client.publish({ url: stage.at("/jobs"), flowControl: { key, ...flowControl } });
const came = (count: number) => vi.waitFor(() => expect(stage.product.received).toHaveLength(count));

it("never lets more go at once than allowed", async () => {
  for (let each = 0; each < 12; each += 1) await publish({ parallelism: 3 });
  let most = 0;
  for (let answered = 0; answered < 12; answered += 1) {
    await vi.waitFor(() => expect(open.length).toBeGreaterThan(0));
    await came(Math.min(answered + 3, 12));
    most = Math.max(most, open.length);
    open.shift()?.writeHead(200).end();
  }
  await stage.settled();
  expect(most).toBe(3);
  expect((await stage.messages()).every(({ state }) => state === "delivered")).toBe(true);
});

it("lets others go on while one waits to be tried again", async () => {
  await publish({ parallelism: 1 });
  await publish({ parallelism: 1 });
  await came(1);
  open.shift()?.writeHead(500).end();
  await came(2);
  expect(await stage.messages()).toMatchObject([{ state: "waiting", attempts: 1 }, { state: "in flight" }]);
});

it("lets only so many begin in a period", async () => {
  stage.product.react((_, response) => response.writeHead(200).end());
  for (let each = 0; each < 5; each += 1) await publish({ rate: 2, period: 60 });
  await came(2);
  expect(await stage.client.flowControl.get(key)).toMatchObject({
    rateMax: 2,
    rateCount: 2,
    waitListSize: 3,
    ratePeriod: 60,
  });
  await stage.settled();
  stage.clock.advance(59_999);
  expect((await stage.messages()).filter(({ state }) => state === "waiting")).toHaveLength(3);
  stage.clock.advance(1);
  await came(4);
  await stage.client.flowControl.resetRate(key);
  await came(5);
});

it("keeps to itself: another key goes on", async () => {
  await publish({ parallelism: 1 });
  await publish({ parallelism: 1 });
  await came(1);
  await stage.client.publish({ url: stage.at("/jobs"), flowControl: { key: "other", parallelism: 1 } });
  await came(2);
  expect(await stage.client.flowControl.get(key)).toMatchObject({
    flowControlKey: key,
    parallelismMax: 1,
    parallelismCount: 1,
    waitListSize: 1,
  });
  expect(await stage.client.flowControl.getGlobalParallelism()).toMatchObject({ parallelismCount: 2 });
});

it("pauses, and goes on", async () => {
  await stage.client.flowControl.pause(key);
  await publish({ parallelism: 1 });
  expect(await stage.messages()).toMatchObject([{ state: "waiting", attempts: 0 }]);
  expect(await stage.client.flowControl.get(key)).toMatchObject({ isPaused: true, waitListSize: 1 });
  await stage.client.flowControl.resume(key);
  await came(1);
});

it("keeps to what is pinned, whatever messages say", async () => {
  await stage.client.flowControl.pin(key, { parallelism: 1 });
  await publish({ parallelism: 5 });
  await publish({ parallelism: 5 });
  await came(1);
  expect(await stage.client.flowControl.get(key)).toMatchObject({
    parallelismMax: 1,
    isPinnedParallelism: true,
  });
  await stage.client.flowControl.unpin(key, { parallelism: true });
  await publish({ parallelism: 5 });
  await came(3);
});
