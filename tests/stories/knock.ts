/** Knocking at the Twitch door by hand: what no honest Twitch would send has to be made somewhere. */
import { createHmac, randomUUID } from "node:crypto";
import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { text } from "node:stream/consumers";
import { place } from "./place.ts";

export interface Knock {
  readonly body: string | Uint8Array;
  readonly id?: string;
  readonly type?: string;
  readonly timestamp?: string;
  /** Signs instead of the one that Twitch and Taproom share. */
  readonly secret?: string;
  /** Instead of, or besides, the headers Twitch sends; undefined leaves one out, a list sends it several times. */
  readonly headers?: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Sends the body in chunks, without saying how long it is. */
  readonly chunked?: boolean;
}

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

export async function knock(asked: Knock): Promise<Answer> {
  const { body, id = randomUUID(), type = "notification", timestamp = new Date().toISOString() } = asked;
  const bytes = Buffer.from(body);
  const headers = {
    Host: new URL(place.product).host,
    "Content-Type": "application/json",
    "Twitch-Eventsub-Message-Id": id,
    "Twitch-Eventsub-Message-Retry": "0",
    "Twitch-Eventsub-Message-Type": type,
    "Twitch-Eventsub-Message-Timestamp": timestamp,
    "Twitch-Eventsub-Message-Signature": `sha256=${hmac("sha256", { ...asked, id, timestamp })}`,
    ...(asked.chunked ? { "Transfer-Encoding": "chunked" } : { "Content-Length": String(bytes.length) }),
    ...asked.headers,
  };
  const sent = Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((one) => [name, one] as const),
  );
  const outgoing = request(`${place.product}/twitch/eventsub`, { method: "POST", headers: sent.flat() });
  outgoing.end(bytes);
  // Whoever has answered need not read the rest.
  outgoing.on("error", () => {});
  const [answer] = (await once(outgoing, "response")) as [IncomingMessage];
  return {
    status: answer.statusCode ?? 0,
    type: answer.headers["content-type"] ?? "",
    body: await text(answer),
  };
}

/** Hex over id, timestamp and the body's bytes, as Twitch signs. */
export function hmac(
  algorithm: "sha256" | "sha1",
  { id = "", timestamp = "", body, secret = place.eventSubSecret }: Knock,
): string {
  return createHmac(algorithm, secret)
    .update(id + timestamp)
    .update(body)
    .digest("hex");
}
