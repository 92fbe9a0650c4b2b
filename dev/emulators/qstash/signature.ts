/** Signature: a JWT that says who sent a body where, valid for five minutes. */
import { createHash, createHmac } from "node:crypto";

export interface SigningKeys {
  /** Signs. */
  readonly current: string;
  /** Will sign after a rotation; a receiver tries it second. */
  readonly next: string;
}

export interface Signed {
  readonly url: string;
  readonly body: Buffer;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly id: string;
}

export function sign({ url, body, now, id }: Signed, key: string): string {
  const issued = Math.floor(now / 1_000);
  const claims = {
    iss: "Upstash",
    sub: url,
    exp: issued + 300,
    nbf: issued,
    iat: issued,
    jti: `jwt_${id}`,
    // QStash leaves the padding on; who compares must know of it.
    body: `${createHash("sha256").update(body).digest("base64url")}=`,
  };
  const unsigned = `${encode({ alg: "HS256", typ: "JWT" })}.${encode(claims)}`;
  return `${unsigned}.${createHmac("sha256", key).update(unsigned).digest("base64url")}`;
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
