import type { Reply } from "./backend.ts";

export type Outcome = { readonly result: unknown } | { readonly error: string };

/** How a client wants strings; Upstash's own asks for base64, so that bytes survive JSON. */
export type Encoding = "plain" | "base64";

export function outcomeOf(reply: Reply, encoding: Encoding): Outcome {
  return reply instanceof Error ? { error: reply.message } : { result: jsonOf(reply, encoding) };
}

/** In base64 every string is encoded, at any depth, but the literal `OK`. */
function jsonOf(reply: Reply, encoding: Encoding): unknown {
  if (reply === null || typeof reply === "number") return reply;
  if (typeof reply === "string" || Buffer.isBuffer(reply)) return textOf(Buffer.from(reply), encoding);
  if (reply instanceof Error) return textOf(Buffer.from(reply.message), encoding);
  return reply.map((inner) => jsonOf(inner, encoding));
}

function textOf(bytes: Buffer, encoding: Encoding): string {
  const text = bytes.toString();
  return encoding === "plain" || text === "OK" ? text : bytes.toString("base64");
}
