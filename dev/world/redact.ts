import { isPlainObject } from "./plain-object.ts";

const secretNames = new Set([
  "client_secret",
  "refresh_token",
  "access_token",
  "code",
  "token",
  "secret",
  "secret_token",
  // A batch for QStash has its headers in the body.
  "authorization",
  "upstash-forward-authorization",
]);

/** How the origin signs the addresses of files, wherever they are written: whoever has one may fetch. */
const signature = /sig_[\da-f]{32}/g;

/** The same value with every secret in it unreadable; the transcript of calls may be shown to anybody. */
export function redact(value: unknown): unknown {
  if (typeof value === "string") return value.replaceAll(signature, "•••");
  if (Array.isArray(value)) return value.map(redact);
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, secretNames.has(name) ? "•••" : redact(inner)]),
  );
}

/** A bot's token is in its paths: `/bot200:•••/sendVideo` keeps the bot's id, which is no secret. */
export function redactPath(path: string): string {
  return path.replaceAll(signature, "•••").replace(/^(\/file)?\/bot(\d+)(?::|%3A)[^/]*/i, "$1/bot$2:•••");
}
