/** Readable: what a body says to somebody who reads the transcript of calls. */
import { createHash } from "node:crypto";
import type { Call } from "./calls.ts";
import { boundaryOf, type Part, parseMultipart } from "./multipart.ts";

/**
 * JSON as JSON, a form as its fields, and of a multipart body its fields and for each file `{name, bytes, sha256}`;
 * anything else as text, and no more of it than a person would read.
 */
export function readable(body: ArrayBuffer, contentType: string | null): unknown {
  if (body.byteLength === 0) return null;
  const boundary = boundaryOf(contentType);
  if (boundary !== undefined) return fieldsAndFiles(new Uint8Array(body), boundary);
  if (contentType?.startsWith("application/x-www-form-urlencoded")) {
    return queryOf(new URLSearchParams(textOf(body)));
  }
  // A film is no JSON; reading all of it to find that out would cost more than the call.
  if (body.byteLength > longestJson) return textOf(body.slice(0, longestText));
  const text = textOf(body);
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: then the text itself is what was sent.
    return text.slice(0, longestText);
  }
}

export function queryOf(params: URLSearchParams): Call["query"] {
  return Object.fromEntries(
    [...new Set(params.keys())].map((name) => [name, oneOrMany(params.getAll(name))]),
  ) as Call["query"];
}

const longestText = 65_536;
const longestJson = 8 * 1024 * 1024;

const textOf = (body: ArrayBuffer) => new TextDecoder().decode(body);

function fieldsAndFiles(body: Uint8Array, boundary: string): unknown {
  const parts = parseMultipart(body, boundary);
  if (!parts) return `a multipart body without an end, ${body.byteLength} bytes`;
  const names = new Set(parts.map(({ name }) => name));
  return Object.fromEntries(
    [...names].map((name) => [name, oneOrMany(parts.filter((part) => part.name === name).map(shown))]),
  );
}

function shown({ fileName, bytes }: Part): unknown {
  if (fileName === undefined) return new TextDecoder().decode(bytes).slice(0, longestText);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { name: fileName, bytes: bytes.byteLength, sha256 };
}

function oneOrMany<Value>(values: Value[]): Value | Value[] {
  const [first, ...rest] = values;
  return first !== undefined && rest.length === 0 ? first : values;
}
