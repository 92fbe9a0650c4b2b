import { createStackParser, createTransport } from "@sentry/core";
import { ServerRuntimeClient } from "@sentry/core/server";
import { expect, it } from "vitest";
import { playSentry } from "./index.ts";

const emulator = playSentry({ key: "abc", project: "7" });

/** The vendor's own client, led here; answers with what Sentry said. */
async function capture(dsn: string): Promise<number | undefined> {
  let status: number | undefined;
  const client = new ServerRuntimeClient({
    dsn,
    platform: "javascript",
    integrations: [],
    stackParser: createStackParser(),
    transport: (options) =>
      createTransport(options, async ({ body }) => {
        const answer = await emulator.fetch(new Request(options.url, { method: "POST", body }));
        status = answer.status;
        return { statusCode: answer.status };
      }),
  });
  client.init();
  client.captureException(new Error("it broke"));
  await client.flush(1_000);
  return status;
}

it("takes what the vendor's client sends", async () => {
  expect(await capture("https://abc@sentry.taproom.test/7")).toBe(200);
});

it.each([
  ["another key", "https://abd@sentry.taproom.test/7", 403],
  ["another project", "https://abc@sentry.taproom.test/8", 404],
])("refuses %s", async (_, dsn, status) => {
  expect(await capture(dsn)).toBe(status);
});

it("refuses what is no envelope", async () => {
  const address = "https://sentry.taproom.test/api/7/envelope/";
  const headers = { "X-Sentry-Auth": "Sentry sentry_version=7, sentry_key=abc" };
  const post = (body: string) => emulator.fetch(new Request(address, { method: "POST", headers, body }));
  expect((await post("nonsense")).status).toBe(400);
  expect((await post("{}")).status).toBe(400);
});
