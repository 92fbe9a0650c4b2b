import type { ServerResponse } from "node:http";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
/** Requests that the product has not answered yet. */
let open: { readonly body: string; readonly response: ServerResponse }[];
beforeEach(async () => {
  stage = await openStage();
  open = [];
  stage.product.react(({ body }, response) => void open.push({ body, response }));
});
afterEach(() => stage.close());

const queue = () => stage.client.queue({ queueName: "line" });
const enqueue = (...bodies: string[]) =>
  bodies.reduce<Promise<unknown>>(
    (before, body) => before.then(() => queue().enqueue({ url: stage.at("/jobs"), body })),
    Promise.resolve(),
  );
const bodies = () => stage.product.received.map(({ body }) => body);
const came = (...expected: string[]) => vi.waitFor(() => expect(bodies()).toEqual(expected));
/** The product answers the oldest request that waits. */
function answer(status: number): void {
  open.shift()?.response.writeHead(status).end();
}

it("brings one after the other, in order", async () => {
  await enqueue("1", "2", "3");
  await came("1");
  expect(await queue().get()).toMatchObject({ name: "line", parallelism: 1, lag: 3, paused: false });
  answer(200);
  await came("1", "2");
  answer(200);
  await came("1", "2", "3");
});

it("lets the others wait while the first is tried again, and go on when it is dead", async () => {
  await queue().enqueue({ url: stage.at("/jobs"), body: "1", retries: 1 });
  await enqueue("2");
  await came("1");
  answer(500);
  await stage.settled();
  expect((await stage.messages()).map(({ state, attempts }) => [state, attempts])).toEqual([
    ["waiting", 1],
    ["waiting", 0],
  ]);
  stage.clock.advance(12_182);
  await came("1", "1");
  answer(500);
  await came("1", "1", "2");
});

it("lets the next one wait for a callback", async () => {
  await queue().enqueue({ url: stage.at("/jobs"), body: "1", callback: stage.at("/told") });
  await enqueue("2");
  await came("1");
  answer(200);
  await vi.waitFor(() => expect(stage.product.received[1]).toMatchObject({ path: "/told" }));
  expect(stage.product.received).toHaveLength(2);
  answer(200);
  await vi.waitFor(() => expect(stage.product.received[2]).toMatchObject({ body: "2" }));
});

it("brings as many at once as it is told", async () => {
  await queue().upsert({ parallelism: 2 });
  await enqueue("1", "2", "3");
  await vi.waitFor(() => expect(bodies().toSorted()).toEqual(["1", "2"]));
  expect((await stage.messages()).map(({ state }) => state)).toEqual(["in flight", "in flight", "waiting"]);
  answer(200);
  await vi.waitFor(() => expect(bodies()).toContain("3"));
});

it("keeps everything while it is paused", async () => {
  await queue().pause();
  await enqueue("1");
  expect(await stage.messages()).toMatchObject([{ state: "waiting", attempts: 0 }]);
  expect(await stage.client.queue().list()).toMatchObject([{ name: "line", paused: true, lag: 1 }]);
  await queue().resume();
  await came("1");
});

it("lets no other queue wait, nor what is published past it", async () => {
  await enqueue("1");
  await came("1");
  await stage.client.queue({ queueName: "other" }).enqueue({ url: stage.at("/jobs"), body: "a" });
  await came("1", "a");
  await stage.client.publish({ url: stage.at("/jobs"), body: "b" });
  await came("1", "a", "b");
  expect((await stage.messages()).map(({ state }) => state)).toEqual(["in flight", "in flight", "in flight"]);
});

it("takes its messages along when it is deleted", async () => {
  await queue().pause();
  await enqueue("1");
  await queue().delete();
  expect(await stage.messages()).toMatchObject([{ state: "cancelled" }]);
  await expect(queue().get()).rejects.toThrow("not found");
});
