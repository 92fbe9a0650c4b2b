import type { Rendition } from "#domain/downloader/media";
import { Refusal } from "#domain/downloader/refusal";
import type { Stream } from "../telegram/send-stream.ts";
import { type Guard, guardedFetch } from "./guarded-fetch.ts";

export interface Opening {
  readonly rendition: Rendition;
  readonly guard: Guard;
  /** Telegram takes no more. */
  readonly mostBytes: number;
  readonly signal: AbortSignal;
  /** Hears how many bytes have flowed, where they flow in several pieces. */
  readonly onFlown?: (bytes: number) => void;
}

/**
 * Begins to fetch a file, and makes sure before its first byte flows that it is one: the type fits, the size is known and
 * within the cap, nothing is encoded. Where nobody says the size, the runtime still moves the bytes by itself, and whoever
 * takes them refuses what is too much: counting them here would cost a hundred megabytes of memory for fifty of video.
 *
 * Throws Refusal: `unreachable` (403, 404, 5xx, no answer), `upstream-changed` (a page instead of a file), `too-large`.
 * `pour` throws `unreachable` when the source breaks off.
 */
export async function openMedia(opening: Opening): Promise<Stream> {
  const { rendition, mostBytes } = opening;
  const response = await piece(opening, rendition.rangeBytes ? [0, rendition.rangeBytes] : undefined);
  try {
    const type = typeOf(response, rendition);
    if (type === octets) await mustBeMp4(opening);
    const bytes = wholeSize(response);
    if (bytes !== undefined && bytes > mostBytes)
      throw new Refusal("too-large", `${bytes} bytes, and ${mostBytes} may be sent`);
    return {
      bytes,
      type: type === octets ? "video/mp4" : type,
      pour: (sink) =>
        bytes === undefined ? pourOne(response, sink) : pourAll(response, bytes, sink, opening),
    };
  } catch (error) {
    await response.body?.cancel();
    throw error;
  }
}

const octets = "application/octet-stream";

/** The whole file, or `[first byte, how many]` of it. */
async function piece(
  { rendition, guard, signal }: Opening,
  range?: readonly [from: number, length: number],
): Promise<Response> {
  const response = await guardedFetch(guard, rendition.url, {
    headers: {
      ...rendition.headers,
      "Accept-Encoding": "identity",
      ...(range && { Range: `bytes=${range[0]}-${range[0] + range[1] - 1}` }),
    },
    signal,
  });
  if (response.status === 200 || (range && response.status === 206)) return response;
  await response.body?.cancel();
  throw new Refusal("unreachable", `a file was answered with ${response.status}`);
}

const families: Readonly<Record<Rendition["kind"], RegExp>> = {
  video: /^video\/mp4$/,
  audio: /^(audio\/|video\/mp4$)/,
  photo: /^image\/(jpeg|png|webp)$/,
};

function typeOf(response: Response, { kind }: Rendition): string {
  const type = (response.headers.get("Content-Type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  if (response.headers.has("Content-Encoding")) throw new Refusal("upstream-changed", "a file came encoded");
  if (families[kind].test(type) || (kind === "video" && type === octets)) return type;
  throw new Refusal("upstream-changed", `"${type}" is no ${kind}`);
}

/** A host that does not say what it sends has to show it: an MP4 begins with a box named `ftyp`. */
async function mustBeMp4(opening: Opening): Promise<void> {
  const response = await piece(opening, [0, 12]);
  const reader = response.body?.getReader();
  const { value } = (await reader?.read()) ?? {};
  await reader?.cancel();
  if (new TextDecoder("latin1").decode(value?.slice(4, 8)) !== "ftyp")
    throw new Refusal("upstream-changed", "bytes without a type are no MP4");
}

function wholeSize(response: Response): number | undefined {
  const ranged = response.headers.get("Content-Range")?.match(/\/(\d+)$/)?.[1];
  const length = response.status === 206 ? ranged : response.headers.get("Content-Length");
  const bytes = Number(length ?? Number.NaN);
  return Number.isSafeInteger(bytes) && bytes > 0 ? bytes : undefined;
}

/** The runtime moves the bytes; nothing of ours sees them. */
async function pourAll(
  first: Response,
  bytes: number,
  sink: WritableStream<Uint8Array>,
  opening: Opening,
): Promise<void> {
  const step = first.status === 206 ? (opening.rendition.rangeBytes ?? bytes) : bytes;
  await pourOne(first, sink);
  for (let from = step; from < bytes; from += step) {
    opening.onFlown?.(from);
    await pourOne(await piece(opening, [from, Math.min(step, bytes - from)]), sink);
  }
}

async function pourOne({ body }: Response, sink: WritableStream<Uint8Array>): Promise<void> {
  try {
    await body?.pipeTo(sink, { preventClose: true, preventAbort: true });
  } catch (cause) {
    throw new Refusal("unreachable", "a file broke off", cause);
  }
}
