import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

const tries = () => stage.product.received.map(({ headers }) => headers["upstash-retried"]);
const tried = (count: number) => vi.waitFor(() => expect(stage.product.received).toHaveLength(count));
/** The only message there is, after its attempt has come to an end. */
const theMessage = async () => {
  await stage.settled();
  return (await stage.messages())[0];
};
const answer = (...statuses: number[]) =>
  stage.product.react((_, response) => response.writeHead(statuses.shift() ?? 200).end("said"));

describe("an attempt that fails", () => {
  it("is made again after the usual waits, under the same id, until somebody answers 2xx", async () => {
    answer(500, 302, 404, 204);
    const { messageId } = await stage.client.publishJSON({ url: stage.at("/jobs") });
    for (const [made, wait] of [12_182, 148_413, 1_808_042].entries()) {
      await tried(made + 1);
      expect(await theMessage()).toMatchObject({ state: "waiting", nextAt: stage.clock.now() + wait });
      stage.clock.advance(wait - 1);
      expect(await theMessage()).toMatchObject({ state: "waiting", attempts: made + 1 });
      stage.clock.advance(1);
    }
    await tried(4);
    expect(await theMessage()).toMatchObject({ state: "delivered", status: 204, attempts: 4 });
    expect(tries()).toEqual(["0", "1", "2", "3"]);
    const ids = stage.product.received.map(({ headers }) => headers["upstash-message-id"]);
    expect(new Set(ids)).toEqual(new Set([messageId]));
  });

  it("is made again as often and as soon as the message says", async () => {
    answer(500, 500, 500);
    await stage.client.publishJSON({
      url: stage.at("/jobs"),
      retries: 2,
      retryDelay: "1000 * (1 + retried)",
    });
    for (const wait of [1_000, 2_000]) {
      expect(await theMessage()).toMatchObject({ state: "waiting", nextAt: stage.clock.now() + wait });
      stage.clock.advance(wait);
    }
    await tried(3);
    expect(await theMessage()).toMatchObject({ state: "dead", status: 500, attempts: 3 });
  });

  it("is not made again where the message says so", async () => {
    answer(500);
    await stage.client.publishJSON({ url: stage.at("/jobs"), retries: 0 });
    expect(await theMessage()).toMatchObject({ state: "dead", attempts: 1 });
  });

  it.each([
    ["7", 7_000],
    ["1m5s", 65_000],
    ["999999999", 86_400_000],
    ["nonsense", 12_182],
  ])("is made again when Retry-After: %s says", async (retryAfter, wait) => {
    stage.product.react((_, response) => response.writeHead(429, { "Retry-After": retryAfter }).end());
    await stage.client.publishJSON({ url: stage.at("/jobs") });
    expect(await theMessage()).toMatchObject({ state: "waiting", nextAt: stage.clock.now() + wait });
  });

  it("is made again at the date of Retry-After", async () => {
    const date = new Date(stage.clock.now() + 90_000).toUTCString();
    stage.product.react((_, response) => response.writeHead(503, { "Retry-After": date }).end());
    await stage.client.publishJSON({ url: stage.at("/jobs") });
    expect(await theMessage()).toMatchObject({ nextAt: Date.parse(date) });
  });

  it("may be one that takes too long", async () => {
    stage.product.react(() => undefined);
    await stage.client.publishJSON({ url: stage.at("/jobs"), timeout: 1 });
    await vi.waitFor(async () => expect(await theMessage()).toMatchObject({ state: "waiting" }), 5_000);
    expect(stage.product.received).toHaveLength(1);
  });

  it("may be one whose line breaks", async () => {
    let broken = 0;
    stage.product.react((_, response) => {
      broken += 1;
      if (broken === 1) response.destroy();
      else response.writeHead(200).end();
    });
    await stage.client.publishJSON({ url: stage.at("/jobs") });
    expect(await theMessage()).toMatchObject({ state: "waiting", attempts: 1 });
    stage.clock.advance(12_182);
    await tried(2);
    expect(await theMessage()).toMatchObject({ state: "delivered" });
  });

  it("may be one during which the product is killed", async () => {
    const { port } = new URL(stage.product.origin);
    const listen = (react: string) =>
      spawn(process.execPath, [
        "--eval",
        `require("http").createServer((q, r) => { ${react} }).listen(${port}, "127.0.0.1", () => console.log("listening"))`,
      ]);
    await stage.product.close();
    const victim = listen('console.log("in the middle")');
    await once(victim.stdout, "data");
    await stage.client.publishJSON({ url: stage.at("/jobs") });
    await once(victim.stdout, "data");
    victim.kill("SIGKILL");
    expect(await theMessage()).toMatchObject({ state: "waiting", attempts: 1 });

    const successor = listen("r.end()");
    await once(successor.stdout, "data");
    await stage.control("POST", "/qstash/hurry");
    expect(await theMessage()).toMatchObject({ state: "delivered", attempts: 2 });
    successor.kill("SIGKILL");
    await once(successor, "exit");
  });
});

describe("callbacks", () => {
  interface Told {
    readonly status: number;
    readonly body: string;
    readonly retried: number;
    readonly sourceMessageId: string;
    readonly sourceBody: string;
    readonly dlqId?: string;
  }
  const told = (path: string) =>
    stage.product.received.filter((each) => each.path === path).map(({ body }) => JSON.parse(body) as Told);

  it("are told of every attempt, and of the last one when it failed", async () => {
    stage.product.react(({ path }, response) => response.writeHead(path === "/jobs" ? 500 : 200).end("said"));
    const { messageId } = await stage.client.publish({
      url: stage.at("/jobs"),
      body: "source",
      retries: 1,
      callback: stage.at("/told"),
      failureCallback: stage.at("/failed"),
    });
    await stage.settled();
    stage.clock.advance(12_182);
    await vi.waitFor(() => expect(stage.product.received).toHaveLength(5));
    expect(told("/told")).toMatchObject([
      { status: 500, body: btoa("said"), sourceBody: btoa("source"), sourceMessageId: messageId, retried: 0 },
      { status: 500, sourceMessageId: messageId, retried: 1 },
    ]);
    const [{ dlqId } = { dlqId: "" }] = (await stage.client.dlq.listMessages()).messages;
    expect(told("/failed")).toMatchObject([{ status: 500, sourceMessageId: messageId, dlqId }]);
  });

  it("are messages of their own: signed, with their own headers, and tried again", async () => {
    stage.product.react(({ path, headers }, response) =>
      response.writeHead(path === "/told" && headers["upstash-retried"] === "0" ? 500 : 200).end(),
    );
    await stage.client.publish({
      url: stage.at("/jobs"),
      callback: stage.at("/told"),
      headers: { "Upstash-Callback-Retry-Delay": "5000", "Upstash-Callback-Forward-X-Trace": "abc" },
    });
    await tried(2);
    await stage.settled();
    stage.clock.advance(5_000);
    await tried(3);
    const got = stage.product.received[2];
    expect(got?.headers).toMatchObject({ "x-trace": "abc", "upstash-retried": "1" });
    const signature = String(got?.headers["upstash-signature"]);
    const request = { signature, body: got?.body ?? "", url: stage.at("/told"), clockTolerance: 60 };
    expect(await stage.receiver.verify(request)).toBe(true);
  });
});
