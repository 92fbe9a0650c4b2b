/**
 * Parameters of a method. They come as JSON, as a form, in the query or as multipart; whatever the way, Telegram
 * takes each for a text, which may be JSON. So `"chat_id": "7"` and `"chat_id": 7` are the same.
 */
import type * as z from "zod";
import { boundaryOf, type Part, parseMultipart } from "../../world/multipart.ts";
import { isPlainObject } from "../../world/plain-object.ts";
import { badRequest } from "./telegram-error.ts";

/** A file that came with the request. */
export interface Upload {
  readonly name: string;
  readonly contentType: string | undefined;
  readonly bytes: Uint8Array;
}

export class Parameters {
  readonly #texts: ReadonlyMap<string, string>;
  readonly uploads: ReadonlyMap<string, Upload>;

  constructor(texts: ReadonlyMap<string, string>, uploads: ReadonlyMap<string, Upload> = new Map()) {
    this.#texts = texts;
    this.uploads = uploads;
  }

  /** Undefined where it is missing or empty, which is the same to Telegram. */
  text(name: string): string | undefined {
    return this.#texts.get(name) || undefined;
  }

  /** Whether it was named at all, be it with nothing. */
  has(name: string): boolean {
    return this.#texts.has(name);
  }

  integer(name: string): number | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const number = Number(text);
    if (!Number.isSafeInteger(number)) throw badRequest(`parameter "${name}" must be an integer`);
    return number;
  }

  flag(name: string): boolean {
    return ["true", "True", "yes", "1"].includes(this.text(name) ?? "");
  }

  /** JSON within a parameter; what is no such thing is refused with the words Telegram has for it. */
  json<Value>(name: string, schema: z.ZodType<Value>, complaint: string): Value | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const parsed = schema.safeParse(jsonOf(text, complaint));
    if (!parsed.success) throw badRequest(complaint);
    return parsed.data;
  }
}

function jsonOf(text: string, complaint: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw Object.assign(badRequest(complaint), { cause });
  }
}

/** Parameters from values, as a JSON body or a webhook's reply has them. */
export function parametersOf(values: Readonly<Record<string, unknown>>): Parameters {
  const given = Object.entries(values).filter(([, value]) => value !== null && value !== undefined);
  return new Parameters(new Map(given.map(([name, value]) => [name, asText(value)])));
}

/** Refuses a body that ends too early: half a file is no file. */
export async function readParameters(request: Request): Promise<Parameters> {
  const contentType = request.headers.get("Content-Type");
  const inQuery = [...new URL(request.url).searchParams];
  const body = new Uint8Array(await request.arrayBuffer());
  if (body.byteLength === 0) return new Parameters(new Map(inQuery));

  const boundary = boundaryOf(contentType);
  if (boundary !== undefined) return fromMultipart(body, boundary, inQuery);
  const text = new TextDecoder().decode(body);
  if (contentType?.startsWith("application/json")) return fromJson(text);
  return new Parameters(new Map([...inQuery, ...new URLSearchParams(text)]));
}

function fromJson(text: string): Parameters {
  const json = jsonOf(text, "can't parse request JSON object");
  if (!isPlainObject(json)) throw badRequest("expected JSON object in the request body");
  return parametersOf(json);
}

function fromMultipart(body: Uint8Array, boundary: string, inQuery: [string, string][]): Parameters {
  const parts = parseMultipart(body, boundary);
  if (!parts) throw badRequest("can't parse multipart/form-data: the closing boundary is missing");
  const fields = parts.filter(({ fileName }) => fileName === undefined);
  const files = parts.filter(({ fileName }) => fileName !== undefined);
  return new Parameters(
    new Map([...inQuery, ...fields.map(({ name, bytes }) => [name, decode(bytes)] as const)]),
    new Map(files.map((part) => [part.name, uploadOf(part)])),
  );
}

function uploadOf({ name, fileName = name, contentType, bytes }: Part): Upload {
  return { name: fileName, contentType, bytes };
}

const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const asText = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));
