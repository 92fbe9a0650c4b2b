import { request as httpRequest, type IncomingMessage } from "node:http";
import { once } from "node:events";
import { json } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { baseUrl, openStage, type Stage, token } from "./stage.ts";

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

const bodies = () => stage.product.received.map(({ body }) => body);
const delivered = (count: number) => vi.waitFor(() => expect(stage.product.received).toHaveLength(count));

const publishWith = async (headers: Record<string, string>) => {
  const answer = await fetch(`${baseUrl}/v2/publish/${stage.at("/")}`, {
    method: "POST",
    headers: { Authorization: `Bearer ${token}`, ...headers },
  });
  return { status: answer.status, ...((await answer.json()) as { error: string }) };
};

describe("a published message", () => {
  it("comes to its destination as it was sent, with QStash's own headers", async () => {
    const { messageId } = await stage.client.publish({
      url: stage.at("/jobs/download?a=1&b=%D1%8F"),
      body: "Пиво 🍺",
      headers: { "Content-Type": "text/plain", "X-Trace": "abc", Authorization: "Bearer of the product" },
    });
    await delivered(1);
    const [got] = stage.product.received;
    expect(messageId).toMatch(/^msg_/);
    expect(got).toMatchObject({
      path: "/jobs/download?a=1&b=%D1%8F",
      body: "Пиво 🍺",
      headers: {
        "content-type": "text/plain",
        "x-trace": "abc",
        authorization: "Bearer of the product",
        "user-agent": "Upstash-QStash",
        "upstash-message-id": messageId,
        "upstash-retried": "0",
      },
    });
  });

  it("is signed for its body and its destination", async () => {
    await stage.client.publishJSON({ url: stage.at("/jobs/download"), body: { post: "x" } });
    await delivered(1);
    const [got] = stage.product.received;
    const body = got?.body ?? "";
    const signature = String(got?.headers["upstash-signature"]);
    const url = stage.at("/jobs/download");
    expect(await stage.receiver.verify({ signature, body, url })).toBe(true);
    await expect(stage.receiver.verify({ signature, body: `${body} `, url })).rejects.toThrow("body hash");
    await expect(stage.receiver.verify({ signature, body, url: `${url}/other` })).rejects.toThrow("subject");
    const claims = JSON.parse(Buffer.from(signature.split(".")[1] ?? "", "base64url").toString()) as Record<
      string,
      number
    >;
    expect(claims).toMatchObject({ iss: "Upstash", sub: url, jti: expect.stringMatching(/^jwt_/) });
    expect((claims["exp"] ?? 0) - (claims["iat"] ?? 0)).toBe(300);
  });
});

describe("a publish", () => {
  it("names another method", async () => {
    await stage.client.publish({ url: stage.at("/poll?x=1"), method: "GET" });
    await delivered(1);
    expect(stage.product.received).toMatchObject([{ path: "/poll?x=1", body: "" }]);
  });

  it("comes through the proxy with its destination as it stands in the path", async () => {
    const outgoing = httpRequest({
      host: "127.0.0.1",
      port: stage.world.port,
      path: `${baseUrl}/v2/publish/${stage.at("/jobs/download?a=1")}`,
      method: "POST",
      headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
      setHost: false,
      agent: false,
    });
    outgoing.end("{}");
    const [response] = (await once(outgoing, "response")) as [IncomingMessage];
    expect(response.statusCode).toBe(201);
    expect(await json(response)).toMatchObject({ messageId: expect.stringMatching(/^msg_/) });
    await delivered(1);
    expect(stage.product.received).toMatchObject([{ path: "/jobs/download?a=1", body: "{}" }]);
  });

  it("may be a batch, of which nothing goes out when one of it is wrong", async () => {
    const answers = await stage.client.batchJSON([
      { url: stage.at("/a"), body: { n: 1 } },
      { url: stage.at("/b"), body: { n: 2 }, queueName: "line" },
    ]);
    expect(answers).toMatchObject([{ messageId: expect.any(String) }, { messageId: expect.any(String) }]);
    await delivered(2);
    expect(bodies().toSorted()).toEqual(['{"n":1}', '{"n":2}']);
    expect(await stage.client.queue({ queueName: "line" }).get()).toMatchObject({ name: "line" });

    const spoiled = stage.client.batchJSON([{ url: stage.at("/c") }, { url: "http://elsewhere.test/d" }]);
    await expect(spoiled).rejects.toThrow("delivers to");
    expect(await stage.messages()).toHaveLength(2);
  });

  it("goes nowhere else than to the product", async () => {
    for (const url of ["https://example.com/jobs", "http://localhost:1/jobs", "http://127.0.0.1:1/"])
      await expect(stage.client.publishJSON({ url })).rejects.toThrow(
        `delivers to ${stage.product.origin} only`,
      );
    await expect(
      stage.client.publishJSON({ url: stage.at("/ok"), callback: "https://example.com/" }),
    ).rejects.toThrow("delivers to");
    await expect(stage.client.publishJSON({ urlGroup: "everybody" })).rejects.toThrow("not found");
    expect(await stage.messages()).toEqual([]);
  });

  it("is refused with what is wrong", async () => {
    for (const [name, value] of [
      ["Upstash-Delay", "soon"],
      ["Upstash-Not-Before", "tomorrow"],
      ["Upstash-Retries", "-1"],
      ["Upstash-Timeout", "1y"],
      ["Upstash-Retry-Delay", "process.exit()"],
    ] as const)
      expect(await publishWith({ [name]: value })).toMatchObject({
        status: 400,
        error: expect.stringContaining(name),
      });
    expect(await publishWith({ Authorization: "Bearer another" })).toMatchObject({ status: 401 });
  });
});

describe("a message for later", () => {
  it("waits as long as it is told", async () => {
    await stage.client.publish({ url: stage.at("/delay"), delay: 10 });
    await stage.client.publish({ url: stage.at("/day"), delay: "1d" });
    await stage.client.publish({
      url: stage.at("/not-before"),
      notBefore: Math.floor(stage.clock.now() / 1_000) + 60,
    });
    stage.clock.advance(9_999);
    expect((await stage.messages()).map(({ state }) => state)).toEqual(["waiting", "waiting", "waiting"]);
    stage.clock.advance(1);
    await delivered(1);
    stage.clock.advance(50_000);
    await delivered(2);
    stage.clock.advance(24 * 3_600_000);
    await delivered(3);
    expect(stage.product.received.map(({ path }) => path)).toEqual(["/delay", "/not-before", "/day"]);
  });

  it("may wait for longer than any timer", async () => {
    await stage.client.publish({ url: stage.at("/jobs"), delay: "60d" });
    stage.clock.advance(60 * 86_400_000 - 1);
    expect(await stage.messages()).toMatchObject([{ state: "waiting", attempts: 0 }]);
    stage.clock.advance(1);
    await delivered(1);
  });

  it("is not tried again when it was cancelled on its way, and leaves room for others", async () => {
    const open: (() => void)[] = [];
    stage.product.react((_, response) => void open.push(() => response.writeHead(500).end()));
    const flowControl = { key: "platform", parallelism: 1 };
    const { messageId } = await stage.client.publish({ url: stage.at("/first"), flowControl });
    await delivered(1);
    await stage.client.publish({ url: stage.at("/second"), flowControl });
    await stage.client.messages.cancel(messageId);
    expect((await stage.messages()).map(({ state }) => state)).toEqual(["cancelled", "waiting"]);
    open[0]?.();
    await delivered(2);
    expect((await stage.messages()).map(({ state }) => state)).toEqual(["cancelled", "in flight"]);
  });

  it("can be looked at and cancelled", async () => {
    const { messageId } = await stage.client.publish({
      url: stage.at("/later"),
      delay: 10,
      body: "text",
      label: "x",
    });
    await stage.client.publish({ url: stage.at("/other"), delay: 10, label: "y" });
    await stage.client.publish({ url: stage.at("/third"), delay: 10, label: "y" });
    expect(await stage.client.messages.get(messageId)).toMatchObject({
      messageId,
      url: stage.at("/later"),
      body: "text",
      maxRetries: 3,
      label: "x",
      createdAt: stage.clock.now(),
    });
    expect(await stage.client.messages.cancel(messageId)).toEqual({ cancelled: 1 });
    await expect(stage.client.messages.get(messageId)).rejects.toThrow("not found");
    expect(await stage.client.messages.cancel({ filter: { label: "y" } })).toEqual({ cancelled: 2 });
    stage.clock.advance(60_000);
    expect((await stage.messages()).map(({ state }) => state)).toEqual([
      "cancelled",
      "cancelled",
      "cancelled",
    ]);
  });
});

const publishOnce = (body: string, path = "/jobs") =>
  stage.client.publish({ url: stage.at(path), body, contentBasedDeduplication: true });

describe("the same message again", () => {
  it("is taken once for an id, until ten minutes are over", async () => {
    const publish = (body: string, deduplicationId: string) =>
      stage.client.publish({ url: stage.at("/jobs"), body, deduplicationId });
    const first = await publish("1", "job-1");
    expect(first).not.toHaveProperty("deduplicated");
    expect(await publish("2", "job-1")).toEqual({ ...first, deduplicated: true });
    expect(await publish("3", "job-2")).not.toHaveProperty("deduplicated");
    await delivered(2);
    stage.clock.advance(599_999);
    expect(await publish("4", "job-1")).toMatchObject({ deduplicated: true });
    stage.clock.advance(1);
    expect(await publish("5", "job-1")).not.toHaveProperty("deduplicated");
    await delivered(3);
    expect(bodies()).toEqual(["1", "3", "5"]);
  });

  it("is known by its content where that is asked for", async () => {
    await publishOnce("same");
    expect(await publishOnce("same")).toMatchObject({ deduplicated: true });
    expect(await publishOnce("other")).not.toHaveProperty("deduplicated");
    expect(await publishOnce("same", "/elsewhere")).not.toHaveProperty("deduplicated");
    await delivered(3);
  });
});
