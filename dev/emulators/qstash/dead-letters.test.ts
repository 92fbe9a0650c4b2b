import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

const refuse = () =>
  stage.product.react((_, response) =>
    response
      .writeHead(489, { "Upstash-NonRetryable-Error": "true", "Content-Type": "text/plain" })
      .end("never"),
  );
const accept = () => stage.product.react((_, response) => response.writeHead(200).end());

async function dead(...bodies: string[]): Promise<void> {
  refuse();
  for (const body of bodies) await stage.client.publish({ url: stage.at(`/${body}`), body, label: body });
  await vi.waitFor(async () =>
    expect((await stage.client.dlq.listMessages()).messages).toHaveLength(bodies.length),
  );
}

it("are messages of which the product says that another attempt is in vain", async () => {
  await dead("job");
  expect(stage.product.received).toHaveLength(1);
  expect(await stage.messages()).toMatchObject([{ state: "dead", status: 489, attempts: 1 }]);
  const { messages } = await stage.client.dlq.listMessages();
  expect(messages).toMatchObject([
    {
      dlqId: expect.stringMatching(/^dlq_/),
      url: stage.at("/job"),
      body: "job",
      responseStatus: 489,
      responseBody: "never",
      responseHeader: { "content-type": ["text/plain"] },
    },
  ]);
});

it("are none while a 489 does not say so itself", async () => {
  stage.product.react((_, response) => response.writeHead(489).end());
  await stage.client.publish({ url: stage.at("/job") });
  await stage.settled();
  expect(await stage.messages()).toMatchObject([{ state: "waiting" }]);
});

it("are tried again as messages of their own, and gone from the box", async () => {
  await dead("a", "b", "c");
  accept();
  const { messages } = await stage.client.dlq.listMessages({ filter: { label: "b" } });
  const { responses } = await stage.client.dlq.retry(messages.map(({ dlqId }) => dlqId));
  expect(responses).toMatchObject([{ messageId: expect.stringMatching(/^msg_/) }]);
  await vi.waitFor(() => expect(stage.product.received).toHaveLength(4));
  const last = stage.product.received[3];
  expect(last).toMatchObject({ body: "b", headers: { "upstash-retried": "0" } });
  expect(last?.headers["upstash-message-id"]).not.toBe(messages[0]?.messageId);

  expect((await stage.client.dlq.retry({ all: true })).responses).toHaveLength(2);
  await vi.waitFor(() => expect(stage.product.received).toHaveLength(6));
  expect((await stage.client.dlq.listMessages()).messages).toEqual([]);
});

it("are deleted one by one, some, or all", async () => {
  await dead("a", "b", "c", "d");
  const [a, b] = (await stage.client.dlq.listMessages()).messages;
  expect(await stage.client.dlq.delete(a?.dlqId ?? "")).toEqual({ deleted: 1 });
  await expect(stage.client.dlq.delete(a?.dlqId ?? "")).rejects.toThrow("not found");
  expect(await stage.client.dlq.delete([b?.dlqId ?? ""])).toMatchObject({ deleted: 1 });
  expect(await stage.client.dlq.delete({ all: true })).toMatchObject({ deleted: 2 });
  expect((await stage.client.dlq.listMessages()).messages).toEqual([]);
});

it("are listed page by page", async () => {
  await dead("a", "b", "c");
  const first = await stage.client.dlq.listMessages({ count: 2 });
  const second = await stage.client.dlq.listMessages({
    count: 2,
    ...(first.cursor && { cursor: first.cursor }),
  });
  expect([...first.messages, ...second.messages].map(({ body }) => body)).toEqual(["a", "b", "c"]);
  expect(second.cursor).toBeUndefined();
});
