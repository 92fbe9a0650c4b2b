import { createHash } from "node:crypto";
import { Receiver } from "@upstash/qstash";
import { SignJWT } from "jose";
import { describe, expect, it } from "vitest";
import { downloaderConfig, readConfig } from "#kernel/config";
import { isSignedByQStash } from "./qstash.ts";

const config = downloaderConfig(readConfig({}));
const address = "http://localhost:8787/jobs/download";
const body = '{"post":{"platform":"tiktok","id":"7301"}}';

interface Signing {
  readonly key?: string;
  readonly sub?: string;
  readonly iss?: string;
  readonly signed?: string;
  readonly age?: number;
}

const sign = ({
  key = "sig_embedded_current",
  sub = address,
  iss = "Upstash",
  signed = body,
  age = 0,
}: Signing) => {
  const at = Math.floor(Date.now() / 1_000) - age;
  return new SignJWT({ body: createHash("sha256").update(signed).digest("base64url") })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setIssuer(iss)
    .setSubject(sub)
    .setIssuedAt(at)
    .setNotBefore(at)
    .setExpirationTime(at + 300)
    .sign(new TextEncoder().encode(key));
};

/** What the vendor's own SDK says of it. */
async function vendorAgrees(signature: string): Promise<boolean> {
  const receiver = new Receiver({
    currentSigningKey: "sig_embedded_current",
    nextSigningKey: "sig_embedded_next",
    devMode: false,
  });
  return receiver.verify({ signature, body, url: address, clockTolerance: 60 }).catch(() => false);
}

describe("a job", () => {
  it.each<[string, Signing, boolean]>([
    ["signed with today's key", {}, true],
    ["signed with tomorrow's key", { key: "sig_embedded_next" }, true],
    ["signed with a key of somebody else", { key: "sig_of_somebody_else" }, false],
    ["whose body was changed", { signed: "{}" }, false],
    ["for another door", { sub: "http://localhost:8787/jobs/other" }, false],
    ["from another issuer", { iss: "Downstash" }, false],
    ["signed an hour ago", { age: 3_600 }, false],
  ])("%s is believed as the vendor's own receiver believes it", async (_, signing, believed) => {
    const signature = await sign(signing);
    expect(await vendorAgrees(signature)).toBe(believed);
    expect(await isSignedByQStash(config, { name: "download" }, { signature, body })).toBe(believed);
  });

  it.each(["", "not a token", "a.b.c"])(
    "that bears %j for a signature is not believed",
    async (signature) => {
      expect(await isSignedByQStash(config, { name: "download" }, { signature, body })).toBe(false);
    },
  );
});
