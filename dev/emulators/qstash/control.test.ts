import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { baseUrl, openStage, type Stage, token } from "./stage.ts";

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

const publish = (body = "job") => stage.client.publish({ url: stage.at("/jobs?token=abc"), body });
const came = (count: number) => vi.waitFor(() => expect(stage.product.received).toHaveLength(count));
const signatures = () => stage.product.received.map(({ headers }) => String(headers["upstash-signature"]));

describe("the control API", () => {
  it("shows what waits and what has become of the rest, and nothing of what a URL says in secret", async () => {
    await publish();
    await came(1);
    await stage.settled();
    const { messageId } = await stage.client.publish({ url: stage.at("/later"), delay: 60 });
    expect(await stage.messages()).toMatchObject([
      { url: stage.at("/jobs?•••"), state: "delivered", status: 204, attempts: 1 },
      {
        id: messageId,
        url: stage.at("/later"),
        state: "waiting",
        attempts: 0,
        nextAt: stage.clock.now() + 60_000,
      },
    ]);
  });

  it("holds deliveries back, and releases them", async () => {
    await stage.control("POST", "/qstash/hold");
    await publish("1");
    await publish("2");
    stage.clock.advance(60_000);
    expect((await stage.messages()).map(({ state, attempts }) => [state, attempts])).toEqual([
      ["waiting", 0],
      ["waiting", 0],
    ]);
    await stage.control("POST", "/qstash/release");
    await came(2);
  });

  it("has the next deliveries made twice, at once, under the same id", async () => {
    await stage.control("POST", "/qstash/twice", { times: 1 });
    const open: (() => void)[] = [];
    stage.product.react((_, response) => void open.push(() => response.writeHead(200).end()));
    const { messageId } = await stage.client.publish({ url: stage.at("/jobs") });
    // Both are there before either is answered.
    await came(2);
    for (const answer of open) answer();
    await stage.settled();
    const ids = stage.product.received.map(({ headers }) => headers["upstash-message-id"]);
    expect(ids).toEqual([messageId, messageId]);
    expect(new Set(signatures()).size).toBe(2);
    expect(await stage.messages()).toMatchObject([{ state: "delivered", attempts: 1 }]);

    stage.product.react((_, response) => response.writeHead(200).end());
    await publish();
    await came(3);
    await stage.settled();
    expect(stage.product.received).toHaveLength(3);
  });

  it("makes due what waits for its time", async () => {
    await stage.client.publish({ url: stage.at("/later"), delay: "7d" });
    await stage.control("POST", "/qstash/hurry");
    await came(1);
    expect(await stage.messages()).toMatchObject([{ url: stage.at("/later"), attempts: 1 }]);
  });

  it("has another key sign", async () => {
    await stage.control("POST", "/qstash/keys", { current: "sig_of_the_test_next", next: "sig_third" });
    await publish();
    await stage.control("POST", "/qstash/keys", { current: "sig_third", next: "sig_fourth" });
    await came(1);
    await publish();
    await came(2);
    const [byNext = "", byThird = ""] = signatures();
    expect(await stage.receiver.verify({ signature: byNext, body: "job" })).toBe(true);
    await expect(stage.receiver.verify({ signature: byThird, body: "job" })).rejects.toThrow("signature");
    const keys = await fetch(`${baseUrl}/v2/keys`, { headers: { Authorization: `Bearer ${token}` } });
    expect(await keys.json()).toEqual({ current: "sig_third", next: "sig_fourth" });
  });

  it("refuses what it does not understand", async () => {
    expect(await stage.control("POST", "/qstash/twice", { times: -1 })).toEqual({
      error: expect.any(String),
    });
    expect(await stage.control("POST", "/qstash/keys", {})).toEqual({ error: expect.any(String) });
  });
});

it("tells of each step of a delivery, without body and secrets", async () => {
  stage.product.react((_, response) => response.writeHead(500).end());
  await stage.client.publish({
    url: stage.at("/jobs?token=abc"),
    body: "job",
    retries: 0,
    headers: { Authorization: "Bearer secret" },
  });
  await came(1);
  await stage.settled();
  expect(stage.jobs.map(({ state }) => state)).toEqual(["CREATED", "ACTIVE", "ERROR", "FAILED"]);
  expect(JSON.stringify(stage.jobs)).not.toMatch(/abc|secret/);
});

it("leaves no secret of a batch in the calls", async () => {
  const headers = { Authorization: "Bearer secret" };
  await stage.client.batchJSON([{ url: stage.at("/jobs"), headers }]);
  await came(1);
  expect(stage.product.received).toMatchObject([{ headers: { authorization: "Bearer secret" } }]);
  expect(await stage.control("GET", "/calls?service=qstash")).toMatchObject([
    { path: "/v2/batch", body: [{ headers: { "upstash-forward-authorization": "•••" } }] },
  ]);
});

it("logs what happened to messages, newest first", async () => {
  const { messageId } = await publish();
  await publish();
  await came(2);
  await stage.settled();
  const { logs } = await stage.client.logs({ filter: { messageId } });
  expect(logs.map(({ state }) => state)).toEqual(["DELIVERED", "ACTIVE", "CREATED"]);
  expect((await stage.client.logs({ filter: { state: "DELIVERED" } })).logs).toHaveLength(2);
});

it("forgets everything at a reset, and lets go of what is in flight", async () => {
  stage.product.react(() => undefined);
  await publish();
  await stage.client.publish({ url: stage.at("/later"), delay: 10 });
  await stage.client.schedules.create({ destination: stage.at("/tick"), cron: "* * * * *" });
  await stage.client.queue({ queueName: "line" }).upsert({});
  await stage.control("POST", "/qstash/keys", { current: "other", next: "another" });
  await came(1);
  await stage.control("POST", "/reset");

  stage.clock.advance(3_600_000);
  expect(await stage.messages()).toEqual([]);
  expect(await stage.client.schedules.list()).toEqual([]);
  expect(await stage.client.queue().list()).toEqual([]);
  stage.product.react((_, response) => response.writeHead(200).end());
  await publish();
  await came(2);
  expect(stage.product.received.map(({ path }) => path)).not.toContain("/later");
});

it("lets go of the product's line when the world ends", async () => {
  const gone = new Promise<boolean>((resolve) => {
    stage.product.react((_, response) => response.once("close", () => resolve(response.writableEnded)));
  });
  await publish();
  await came(1);
  await stage.world.close();
  expect(await gone).toBe(false);
  stage = await openStage();
});
