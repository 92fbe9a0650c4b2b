import { createHmac, timingSafeEqual } from "node:crypto";
import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { eventSubSecret } from "../notifications.ts";

/** The raw body, as the signature covers it. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  // Events, because they cost a rival less than iterating over the stream would.
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  await once(request, "end");
  return Buffer.concat(chunks);
}

/** Whether Twitch wrote this, compared in constant time. */
export function isSignedByTwitch({ headers }: IncomingMessage, body: Buffer): boolean {
  const id = String(headers["twitch-eventsub-message-id"]);
  const timestamp = String(headers["twitch-eventsub-message-timestamp"]);
  const digest = createHmac("sha256", eventSubSecret).update(id).update(timestamp).update(body).digest("hex");
  const expected = Buffer.from(`sha256=${digest}`);
  const given = Buffer.from(String(headers["twitch-eventsub-message-signature"]));
  return given.length === expected.length && timingSafeEqual(given, expected);
}
