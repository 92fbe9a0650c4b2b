/** Sending files: in ranges, at a pace, and with what goes wrong on the way. Nothing is held but the piece that is going out. */
import { setTimeout as sleep } from "node:timers/promises";
import { type MediaFile, mimeOf, openFile } from "./media-file.ts";

export interface Manner {
  readonly bytesPerSecond?: number | undefined;
  /** The share of what the answer promises that is sent; above 1: more than it promises. */
  readonly share?: number | undefined;
  /** The connection breaks where the sending ends. Otherwise it ends as if all were said. */
  readonly breaks?: boolean | undefined;
  /** The length is a guess: no Content-Length, and no ranges. */
  readonly isLengthEstimated?: boolean | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly onSent?: (bytes: number) => void;
}

/** Half-open: `to` is behind the last byte. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Answers GET and HEAD, whole or for one range: 200, 206 or 416. */
export function sendFile(request: Request, file: MediaFile, manner: Manner = {}): Response {
  const range = manner.isLengthEstimated ? "whole" : rangeOf(request.headers.get("Range"), file.bytes);
  if (range === "unsatisfiable")
    return new Response(null, { status: 416, headers: { "Content-Range": `bytes */${file.bytes}` } });
  const { from, to } = range === "whole" ? { from: 0, to: file.bytes } : range;
  const headers = {
    "Content-Type": mimeOf[file.type],
    ...(manner.isLengthEstimated
      ? { "Estimated-Content-Length": String(Math.ceil(file.bytes * 1.1)) }
      : { "Accept-Ranges": "bytes", "Content-Length": String(to - from) }),
    ...(range !== "whole" && { "Content-Range": `bytes ${from}-${to - 1}/${file.bytes}` }),
    ...manner.headers,
  };
  const body = request.method === "HEAD" ? null : streamOf(file, { from, to }, manner);
  return new Response(body, { status: range === "whole" ? 200 : 206, headers });
}

/** One range as a browser asks for it; whoever asks for several gets the whole. */
export function rangeOf(header: string | null, size: number): Range | "whole" | "unsatisfiable" {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(header ?? "");
  const [, first = "", last = ""] = asked ?? [];
  if (first === "" && last === "") return "whole";
  const from = first === "" ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === "" || last === "" ? size : Math.min(size, Number(last) + 1);
  return from < to ? { from, to } : "unsatisfiable";
}

const mostAtOnce = 65_536;

function streamOf(file: MediaFile, { from, to }: Range, manner: Manner): ReadableStream<Uint8Array> {
  const { bytesPerSecond = Infinity, share = 1, breaks = false, onSent } = manner;
  const end = from + Math.floor((to - from) * share);
  const piece = Math.max(1, Math.min(mostAtOnce, Math.ceil(bytesPerSecond / 20)));
  const startedAt = performance.now();
  const read = openFile(file);
  const gone = new AbortController();
  let at = from;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (at >= end) {
          // Not together with the last piece: an error takes along what nobody has read yet.
          if (breaks) controller.error(new Error("The connection broke"));
          else controller.close();
          return;
        }
        const next = Math.min(end, at + piece);
        await due(startedAt + ((next - from) / bytesPerSecond) * 1_000, gone.signal);
        if (gone.signal.aborted) return;
        controller.enqueue(read(at, next));
        onSent?.(next - at);
        at = next;
        if (at >= end && !breaks) controller.close();
      },
      cancel() {
        gone.abort();
      },
    },
    { highWaterMark: 0 },
  );
}

async function due(moment: number, signal: AbortSignal): Promise<void> {
  const left = moment - performance.now();
  // Whoever hangs up in between ends the wait.
  if (left > 0) await sleep(left, undefined, { ref: false, signal }).catch(() => {});
}
