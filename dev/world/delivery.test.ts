import { createHmac } from "node:crypto";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type Callback, openCallback } from "./callback.ts";
import { createDelivery, eventSubTimestamp, type Message } from "./delivery.ts";

let callback: Callback;
beforeEach(async () => {
  callback = await openCallback();
});
afterEach(() => callback.close());

const message = (rest: Partial<Message> = {}): Message => ({
  id: "message-1",
  type: "notification",
  timestamp: eventSubTimestamp(Date.UTC(2026, 10, 20)),
  subscription: { type: "channel.chat.message", version: "1" },
  body: '{"event":{"text":"Пиво 🍺"}}',
  callback: `${callback.origin}/twitch/eventsub`,
  secret: "a secret of the test",
  ...rest,
});

const header = (name: string) => callback.received.map(({ headers }) => headers[`twitch-eventsub-${name}`]);

it("signs id, timestamp and the body's bytes", async () => {
  await createDelivery().deliverOnce(message());
  const [received] = callback.received;
  const signed = createHmac("sha256", "a secret of the test")
    .update(`message-1${received?.headers["twitch-eventsub-message-timestamp"]}`)
    .update(Buffer.from(received?.body ?? "", "utf8"))
    .digest("hex");
  expect(header("message-signature")).toEqual([`sha256=${signed}`]);
});

it("writes timestamps to the nanosecond", () => {
  expect(eventSubTimestamp(Date.UTC(2026, 10, 20, 12))).toMatch(/^2026-11-20T12:00:00\.000\d{6}Z$/);
});

it("sends what a test wants sent instead", async () => {
  const headers = { "Twitch-Eventsub-Message-Timestamp": null, "Twitch-Eventsub-Message-Type": "odd" };
  await createDelivery().deliverOnce(message({ signature: "sha256=00", headers }));
  expect(header("message-signature")).toEqual(["sha256=00"]);
  expect(header("message-timestamp")).toEqual([undefined]);
  expect(header("message-type")).toEqual(["odd"]);
});

it("tells what was answered, or that nothing answered", async () => {
  const delivery = createDelivery();
  callback.react((_, response) => response.writeHead(403).end("no"));
  expect(await delivery.deliverOnce(message())).toEqual({ status: 403, body: "no" });

  callback.react((_, response) => response.destroy());
  expect(await delivery.deliverOnce(message())).toMatchObject({ status: 0, error: expect.any(String) });
});

it("tries again under the same id until it is accepted, counting the retries", async () => {
  callback.react((_, response) => response.writeHead(callback.received.length < 4 ? 500 : 204).end());
  const first = await createDelivery({ waits: [0, 0, 0, 0, 0] }).deliverWithRetries(message());

  expect(first.status).toBe(500);
  await vi.waitFor(() => expect(callback.received).toHaveLength(4));
  expect(header("message-retry")).toEqual(["0", "1", "2", "3"]);
  expect(new Set(header("message-id"))).toEqual(new Set(["message-1"]));
  expect(new Set(header("message-signature")).size).toBe(1);
});

it("gives up after the last wait", async () => {
  callback.react((_, response) => response.writeHead(500).end());
  const delivery = createDelivery({ waits: [0, 0] });
  await delivery.deliverWithRetries(message({ id: "hopeless" }));
  await vi.waitFor(() => expect(callback.received).toHaveLength(3));

  callback.react((_, response) => response.writeHead(204).end());
  await delivery.deliverWithRetries(message({ id: "next" }));
  expect(header("message-id")).toEqual(["hopeless", "hopeless", "hopeless", "next"]);
});

it("lets nobody wait behind a message that fails", async () => {
  const delivery = createDelivery({ waits: [60_000] });
  callback.react(({ headers }, response) =>
    response.writeHead(headers["twitch-eventsub-message-id"] === "stuck" ? 500 : 204).end(),
  );
  await delivery.deliverWithRetries(message({ id: "stuck" }));
  expect(await delivery.deliverWithRetries(message({ id: "free" }))).toMatchObject({ status: 204 });
  delivery.cancel();
});

it("stops trying when it is cancelled", async () => {
  callback.react((_, response) => response.writeHead(500).end());
  const delivery = createDelivery({ waits: [0, 60_000] });
  await delivery.deliverWithRetries(message());
  await vi.waitFor(() => expect(callback.received).toHaveLength(2));
  delivery.cancel();

  callback.react((_, response) => response.writeHead(204).end());
  expect(await delivery.deliverOnce(message({ id: "afterwards" }))).toMatchObject({ status: 204 });
  expect(callback.received).toHaveLength(3);
});
