import type { Secret } from "#kernel/secret";

/** What Twitch sends beside the body: https://dev.twitch.tv/docs/eventsub/handling-webhook-events/ */
export interface SignedHeaders {
  readonly id: string;
  /** RFC 3339 with nanoseconds, exactly as received: it is part of what is signed. */
  readonly timestamp: string;
  /** `sha256=` and 64 hex digits. */
  readonly signature: string;
}

/** Twitch signs id + timestamp + body with the secret we gave when subscribing. Compared in constant time. */
export async function isSignedByTwitch(
  { id, timestamp, signature }: SignedHeaders,
  body: Uint8Array,
  secret: Secret,
): Promise<boolean> {
  const [, hex] = signature.match(/^sha256=([0-9a-f]{64})$/) ?? [];
  if (!hex) return false;
  const head = utf8.encode(id + timestamp);
  const signed = new Uint8Array(head.length + body.length);
  signed.set(head);
  signed.set(body, head.length);
  return crypto.subtle.verify("HMAC", await keyFor(secret), bytesOf(hex), signed);
}

const utf8 = new TextEncoder();

/** Importing a key costs more than using it; there is one secret in a configuration. */
const keys = new WeakMap<Secret, Promise<CryptoKey>>();

function keyFor(secret: Secret): Promise<CryptoKey> {
  const known = keys.get(secret);
  if (known) return known;
  const raw = utf8.encode(secret.reveal());
  const key = crypto.subtle.importKey("raw", raw, { name: "HMAC", hash: "SHA-256" }, false, ["verify"]);
  keys.set(secret, key);
  return key;
}

function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(hex.length / 2);
  for (let n = 0; n < bytes.length; n += 1) bytes[n] = Number.parseInt(hex.slice(2 * n, 2 * n + 2), 16);
  return bytes;
}
