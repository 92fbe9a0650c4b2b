import { SilenceError, type UpstreamError } from "#kernel/errors";
import type { Message } from "grammy/types";
import { type BotAccess, refusal } from "./bot-api.ts";

/** Bytes on their way: how many, of what type, and how to let them flow. */
export interface Stream {
  /** undefined: nobody knows before the end; then the request is sent in chunks. */
  readonly bytes: number | undefined;
  readonly type: string;
  /** Lets everything flow into `sink`, and leaves it open. Throws when the source breaks off. */
  pour(sink: WritableStream<Uint8Array>): Promise<void>;
}

/** A message with one large file in it. */
export interface StreamedMessage {
  readonly method: "sendVideo" | "sendAudio" | "sendPhoto" | "sendDocument";
  /** Everything besides the file; numbers and booleans are written as text. */
  readonly fields: Readonly<Record<string, string | number | boolean>>;
  readonly fileName: string;
  readonly file: Stream;
  /** A JPEG of at most 200 KB and 320 pixels: https://core.telegram.org/bots/api#sendvideo */
  readonly thumbnail?: Uint8Array;
}

/**
 * Sends a file to a chat while it is still being fetched: nothing is kept, the runtime itself moves the bytes, and the
 * request says its exact length. A source that breaks off breaks the request too, so no half file can look whole.
 *
 * Throws UpstreamError (Telegram's no), SilenceError (no answer), or whatever `pour` has thrown.
 */
export async function sendStream(
  { token, apiRoot }: BotAccess,
  message: StreamedMessage,
  signal?: AbortSignal,
): Promise<Message> {
  const boundary = `taproom-${crypto.randomUUID()}`;
  const head = headOf(message, boundary);
  const tail = encoder.encode(`\r\n--${boundary}--\r\n`);
  const { readable, writable } = envelope(head, message.file.bytes, tail);
  const broken = new AbortController();
  let answered = false;

  // Both at once: the request takes what the source gives.
  const answer = fetch(`${apiRoot}/bot${token.reveal()}/${message.method}`, {
    method: "POST",
    headers: { "Content-Type": `multipart/form-data; boundary=${boundary}` },
    body: readable,
    signal: AbortSignal.any([broken.signal, ...(signal ? [signal] : [])]),
  }).finally(() => (answered = true));
  const poured = pourAll(writable, head, message.file, tail).catch(async (error: unknown) => {
    // Who has his answer, or no connection any more, takes no more bytes: that is not the source's fault.
    const fault = answered
      ? new SilenceError("telegram", "the connection ended while a file was sent")
      : error;
    // Without this a request in chunks would end as if it were complete.
    broken.abort(error);
    await writable.abort(error).catch(() => {});
    throw fault;
  });
  return outcome(await Promise.allSettled([answer, poured]));
}

const encoder = new TextEncoder();

function headOf(
  { method, fields, fileName, file, thumbnail }: StreamedMessage,
  boundary: string,
): Uint8Array {
  const field = method.slice("send".length).toLowerCase();
  const part = (disposition: string, type?: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n${type ? `Content-Type: ${type}\r\n` : ""}\r\n`;
  const texts = Object.entries(fields).map(([name, value]) => `${part(`name="${name}"`)}${value}\r\n`);
  const begins = part(`name="${field}"; filename="${fileName}"`, file.type);
  const picture = thumbnail
    ? [
        encoder.encode(part('name="thumbnail"; filename="thumbnail.jpg"', "image/jpeg")),
        thumbnail,
        encoder.encode("\r\n"),
      ]
    : [];
  return joined([encoder.encode(texts.join("")), ...picture, encoder.encode(begins)]);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function envelope(head: Uint8Array, bytes: number | undefined, tail: Uint8Array) {
  return bytes === undefined
    ? new IdentityTransformStream()
    : new FixedLengthStream(head.length + bytes + tail.length);
}

async function pourAll(
  writable: WritableStream<Uint8Array>,
  head: Uint8Array,
  file: Stream,
  tail: Uint8Array,
): Promise<void> {
  await write(writable, head);
  await file.pour(writable);
  await write(writable, tail);
  await writable.close();
}

async function write(writable: WritableStream<Uint8Array>, bytes: Uint8Array): Promise<void> {
  const writer = writable.getWriter();
  try {
    await writer.write(bytes);
  } finally {
    writer.releaseLock();
  }
}

type Settled = readonly [PromiseSettledResult<Response>, PromiseSettledResult<void>];

/** Telegram may refuse before everything has flowed; what it says tells more than that the request was cut off. */
async function outcome([answer, poured]: Settled): Promise<Message> {
  const isAnswered = answer.status === "fulfilled";
  if (isAnswered && (poured.status === "fulfilled" || !answer.value.ok)) return messageIn(answer.value);
  if (isAnswered) await answer.value.body?.cancel();
  throw poured.status === "rejected" ? poured.reason : new SilenceError("telegram", "no answer to a file");
}

async function messageIn(response: Response): Promise<Message> {
  const answer = await response.json<BotApiAnswer>().catch(() => undefined);
  if (answer?.ok) return answer.result;
  throw noFrom(response, answer);
}

type BotApiAnswer =
  | { readonly ok: true; readonly result: Message }
  | {
      readonly ok: false;
      readonly description?: string;
      readonly parameters?: { readonly retry_after?: number };
    };

const noFrom = (response: Response, answer: Exclude<BotApiAnswer, { ok: true }> | undefined): UpstreamError =>
  refusal(response.status, answer?.description ?? response.statusText, answer?.parameters?.retry_after);
