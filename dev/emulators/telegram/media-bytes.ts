/** Media bytes: what a file turns out to be, whatever it was sent as. */
import type { FileKind } from "./entities.ts";
import type { Upload } from "./parameters.ts";
import { badRequest } from "./telegram-error.ts";

export interface Recognised {
  readonly kind: FileKind;
  readonly contentType: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/**
 * Telegram looks into files: what is no MP4 does not become a video but a document, and what is no picture
 * no photo at all.
 */
export function recognise(wanted: FileKind, { bytes, contentType }: Upload): Recognised {
  const found = contentTypeOf(bytes);
  switch (wanted) {
    case "photo":
      if (!found?.startsWith("image/")) throw badRequest("IMAGE_PROCESS_FAILED");
      return { kind: "photo", contentType: found, details: { width: 1280, height: 720 } };
    case "video":
    case "animation": {
      const isGif = wanted === "animation" && found === "image/gif";
      if (found !== "video/mp4" && !isGif) return asDocument(found ?? contentType);
      return {
        kind: wanted,
        contentType: found,
        details: { width: 0, height: 0, duration: 0, mime_type: found },
      };
    }
    case "audio": {
      const type = found?.startsWith("audio/") ? found : audioOf(found, contentType);
      if (type === undefined) return asDocument(found ?? contentType);
      return { kind: "audio", contentType: type, details: { duration: 0, mime_type: type } };
    }
    case "voice":
      return {
        kind: "voice",
        contentType: found ?? "audio/ogg",
        details: { duration: 0, mime_type: "audio/ogg" },
      };
    case "video_note":
      if (found !== "video/mp4") return asDocument(found ?? contentType);
      return { kind: "video_note", contentType: found, details: { length: 240, duration: 0 } };
    case "sticker":
      return {
        kind: "sticker",
        contentType: found ?? "image/webp",
        details: { type: "regular", width: 512, height: 512, is_animated: false, is_video: false },
      };
    case "document":
      return asDocument(found ?? contentType);
  }
}

function asDocument(contentType = "application/octet-stream"): Recognised {
  return { kind: "document", contentType, details: { mime_type: contentType } };
}

// An .m4a is an MP4 as well: there the sender's word counts.
function audioOf(found: string | undefined, said: string | undefined): string | undefined {
  if (found === "video/mp4") return "audio/mp4";
  return found === undefined && said?.startsWith("audio/") ? said : undefined;
}

const signatures: readonly (readonly [string, number, string])[] = [
  ["video/mp4", 4, "ftyp"],
  ["image/jpeg", 0, "\u00ff\u00d8\u00ff"],
  ["image/png", 0, "\u0089PNG"],
  ["image/webp", 8, "WEBP"],
  ["image/gif", 0, "GIF8"],
  ["audio/mpeg", 0, "ID3"],
  ["audio/mpeg", 0, "\u00ff\u00fb"],
  ["audio/ogg", 0, "OggS"],
];

function contentTypeOf(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 16)).toString("latin1");
  return signatures.find(([, at, mark]) => head.startsWith(mark, at))?.[0];
}
