import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Text } from "#kernel/text";

/** Why something is not answered. `code` is for machines, `detail` for a person. */
export interface Problem {
  readonly status: ContentfulStatusCode;
  readonly code: string;
  readonly detail: string;
  /** What `detail` tells of, for whoever says it in words of their own. */
  readonly args?: Text["args"];
  /** What else a caller can use: `attemptsLeft`. */
  readonly more?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Problem details: https://www.rfc-editor.org/rfc/rfc9457 */
export function problem(c: Context, { status, code, detail, args, more, headers }: Problem): Response {
  const body = { type: "about:blank", title: titleOf(code), status, detail, code, args, ...more };
  return c.body(JSON.stringify(body), status, { "Content-Type": "application/problem+json", ...headers });
}

/** `not-found`: "Not found" */
const titleOf = (code: string) => code.slice(0, 1).toUpperCase() + code.slice(1).replaceAll("-", " ");
