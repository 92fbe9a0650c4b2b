import { createHmac } from "node:crypto";
import { expect, it } from "vitest";
import { Secret } from "#kernel/secret";
import { isSignedByTwitch } from "./signature.ts";

const secret = "a-secret-of-twitch";
const id = "befa7b53-d79d-478f-86b9-120f112b044e";
const timestamp = "2026-11-20T10:11:12.634234626Z";
const body = new TextEncoder().encode('{"challenge":"pogchamp-kappa-360noscope-vohiyo","имя":"Аня 🐗"}');

const digest = (algorithm = "sha256", key = secret, message: Uint8Array = body) =>
  createHmac(algorithm, key)
    .update(id + timestamp)
    .update(message)
    .digest("hex");
const genuine = { id, timestamp, signature: `sha256=${digest()}` };
const check = (headers = genuine, message: Uint8Array = body) =>
  isSignedByTwitch(headers, message, new Secret(secret));

it("knows Twitch by the signature over id, moment and the very bytes", async () => {
  expect(await check()).toBe(true);
});

it("signs bytes, not text: what is no UTF-8 is as good", async () => {
  const bytes = Uint8Array.of(0xff, 0xfe, 0x00, 0xc3);
  expect(await check({ ...genuine, signature: `sha256=${digest("sha256", secret, bytes)}` }, bytes)).toBe(
    true,
  );
});

it.each([
  ["another id", { id: `${id}x` }],
  ["an id that reaches into the moment", { id: id + timestamp.slice(0, 1), timestamp: timestamp.slice(2) }],
  ["another moment", { timestamp: "2026-11-20T10:11:12.634234627Z" }],
  ["another secret", { signature: `sha256=${digest("sha256", "another-secret")}` }],
  ["an empty secret", { signature: `sha256=${digest("sha256", "")}` }],
  ["SHA-1", { signature: `sha1=${digest("sha1")}` }],
  ["SHA-1 that calls itself SHA-256", { signature: `sha256=${digest("sha1")}` }],
  ["SHA-512 that calls itself SHA-256", { signature: `sha256=${digest("sha512")}` }],
  ["no scheme", { signature: digest() }],
  ["a scheme alone", { signature: "sha256=" }],
  ["nothing", { signature: "" }],
  ["a digit too few", { signature: genuine.signature.slice(0, -1) }],
  ["a digit too many", { signature: `${genuine.signature}0` }],
  ["a line after it", { signature: `${genuine.signature}\n` }],
  ["a blank before it", { signature: ` ${genuine.signature}` }],
  ["no hex", { signature: `sha256=${"z".repeat(64)}` }],
  ["two of them, as headers are joined", { signature: `${genuine.signature}, ${genuine.signature}` }],
])("does not take %s for Twitch's signature", async (_, forged) => {
  expect(await check({ ...genuine, ...forged })).toBe(false);
});

it("notices any byte that has changed", async () => {
  const changed = Array.from(body, (byte, at) => body.with(at, byte ^ 1));
  const verdicts = await Promise.all(changed.map((message) => check(genuine, message)));
  expect(verdicts).toEqual(Array.from(body, () => false));
});

it("keeps the secrets of two configurations apart", async () => {
  const [one, other] = [new Secret(secret), new Secret("another-secret")];
  expect(await isSignedByTwitch(genuine, body, one)).toBe(true);
  expect(await isSignedByTwitch(genuine, body, other)).toBe(false);
  expect(await isSignedByTwitch(genuine, body, one)).toBe(true);
});
