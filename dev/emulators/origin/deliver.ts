/** Delivery of a post's files, with all that the control has said of it. */
import { isFileFailure, type Side } from "./failures.ts";
import type { Media } from "./media.ts";
import type { MediaFile } from "./media-file.ts";
import { forbidden, htmlPage, type Origin, redirectTo } from "./origin.ts";
import { type Manner, rangeOf, sendFile } from "./send-file.ts";

export interface Asked {
  readonly request: Request;
  readonly media: Media;
  readonly file: MediaFile;
  readonly side: Side;
}

export function deliver(
  origin: Origin,
  { request, media, file, side }: Asked,
  manner: Manner = {},
): Response {
  const { store } = origin;
  const { redirect, ratePerSecond } = store.media(media);
  if (redirect !== null) return redirectTo(redirect);
  if (request.method === "GET" && isDownload(request, file)) store.count(media, { downloads: 1 });
  const failure = store.strike(media, side, (name) => isFileFailure(name) && name !== "expired");
  const usual: Manner = {
    ...manner,
    bytesPerSecond: ratePerSecond ?? manner.bytesPerSecond,
    onSent: (bytes) => store.count(media, { bytes }),
  };
  switch (failure?.name) {
    case "cdn-403":
      return forbidden();
    case "cdn-500":
      return new Response("Internal Server Error", { status: 500 });
    case "html":
      return htmlPage("<!DOCTYPE html><html><body><h1>Please enable JavaScript</h1></body></html>");
    case "breaks":
      return sendFile(request, file, { ...usual, breaks: true, share: failure.at ?? 0.6 });
    case "lies":
      // Nothing else can be said on a line whose lengths are not true.
      return sendFile(request, file, {
        ...usual,
        share: failure.at ?? 0.6,
        headers: { ...usual.headers, Connection: "close" },
      });
    default:
      return sendFile(request, file, usual);
  }
}

/** A cover: whoever asks for it downloads no post, and no failure strikes it. */
export const deliverCover = (request: Request, file: MediaFile) => sendFile(request, file);

const probe = 1_024;

function isDownload(request: Request, { bytes }: MediaFile): boolean {
  const range = rangeOf(request.headers.get("Range"), bytes);
  return (
    range === "whole" ||
    (range !== "unsatisfiable" && range.from === 0 && range.to > Math.min(probe, bytes - 1))
  );
}
