import { randomBytes } from "node:crypto";

/** A secret of 256 random bits, in the form the variable wants. */
export const make = (name: string): string =>
  name === "ENCRYPTION_KEYS"
    ? `key1:${randomBytes(32).toString("base64")}`
    : randomBytes(32).toString("base64url");
