import * as z from "zod";
import { Refused } from "./errors.ts";
import { levels } from "./log.ts";
import { Secret } from "./secret.ts";

const secret = z
  .string()
  .min(1)
  .transform((value) => new Secret(value));

/** It travels as `Authorization: Bearer …`, which takes no other characters: RFC 6750, 2.1. */
const bearerToken = z
  .string()
  .regex(/^[\w.~+/-]+=*$/, "wants letters, digits and -._~+/ only")
  .transform((value) => new Secret(value));

/** Twitch takes 10 to 100 ASCII characters: https://dev.twitch.tv/docs/eventsub/handling-webhook-events */
const eventsubSecret = z
  .string()
  .regex(/^[\x21-\x7e]{10,100}$/, "wants 10 to 100 ASCII characters without spaces")
  .transform((value) => new Secret(value));

/** `id:base64 of 32 bytes`, several by commas: the first encrypts, all of them decrypt. */
const encryptionKeys = z
  .string()
  .regex(
    /^[\w-]+:[A-Za-z0-9+/]{43}=(,[\w-]+:[A-Za-z0-9+/]{43}=)*$/,
    "wants id:key pairs by commas, each key 32 bytes in base64",
  )
  .transform((value) => new Secret(value));

const logLevel = z.enum(levels).default("info");

/** Against real services: nothing that matters has a default, so nothing can be forgotten. */
const cloud = z.object({
  MODE: z.literal("cloud"),
  PUBLIC_URL: z.url({ protocol: /^https$/ }),
  ADMIN_TOKEN: bearerToken,
  ENCRYPTION_KEYS: encryptionKeys,
  TWITCH_CLIENT_ID: z.string().min(1),
  TWITCH_CLIENT_SECRET: secret,
  TWITCH_EVENTSUB_SECRET: eventsubSecret,
  DATABASE_URL: secret,
  LOG_LEVEL: logLevel,
});

/** Against the world of dev/: runs with nothing set. Its secrets are public, so it must not face the internet. */
const embedded = z.object({
  MODE: z.literal("embedded"),
  PUBLIC_URL: z.url().default("http://localhost:8787"),
  ADMIN_TOKEN: bearerToken.prefault("embedded-admin-token"),
  ENCRYPTION_KEYS: encryptionKeys.prefault("embedded:ZW1iZWRkZWQtZW5jcnlwdGlvbi1rZXktMzItYnl0ZXM="),
  TWITCH_CLIENT_ID: z.string().default("embedded-client-id"),
  TWITCH_CLIENT_SECRET: secret.prefault("embedded-client-secret"),
  TWITCH_EVENTSUB_SECRET: eventsubSecret.prefault("embedded-eventsub-secret"),
  DATABASE_URL: secret.prefault("postgres://taproom:embedded@db.taproom.test/taproom"),
  LOG_LEVEL: logLevel,
});

const schema = z.discriminatedUnion("MODE", [cloud, embedded]);

export type Config = Readonly<z.infer<typeof schema>>;

/** Reads the environment once, at the edge; throws a sentence a person can act on, naming every variable that is wrong. */
export function readConfig(env: object): Config {
  const parsed = schema.safeParse({ MODE: "embedded", ...env });
  if (parsed.success) return parsed.data;
  throw new Error(`The configuration is not usable:\n${z.prettifyError(parsed.error)}`);
}

const thisMachine = ["localhost", "127.0.0.1", "[::1]"];

/** The embedded secrets are known to everyone who can read this file. Throws Refused. */
export function refuseInternet({ MODE }: Config, hostname: string): void {
  if (MODE === "embedded" && !thisMachine.includes(hostname))
    throw new Refused(`MODE is "embedded", and ${hostname} is not this machine.`);
}
