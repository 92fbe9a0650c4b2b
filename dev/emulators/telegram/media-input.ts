/** Media input: a file as a bot names it, by file_id, by URL or along with the request. */
import type { Asked } from "./methods/method.ts";
import type { FileKind } from "./entities.ts";
import { type Media, wrongFile } from "./files.ts";
import { fetchMedia } from "./fetch-media.ts";
import { recognise } from "./media-bytes.ts";
import type { Upload } from "./parameters.ts";
import { badRequest, TelegramError } from "./telegram-error.ts";

export interface MediaInput {
  readonly kind: FileKind;
  /** A file_id, a URL or `attach://<field>`. */
  readonly given: string | undefined;
  /** Comes with the request under this name where `given` does not say another. */
  readonly field?: string;
  readonly thumbnail?: string | undefined;
  /** What the bot says of it: `width`, `duration`, `title`… */
  readonly details: Readonly<Record<string, unknown>>;
}

/** A message that Telegram edits from afar takes no uploads. */
export interface MediaRules {
  readonly mayUpload: boolean;
}

export async function readMedia(asked: Asked, input: MediaInput, { mayUpload }: MediaRules): Promise<Media> {
  const { telegram, bot } = asked;
  const upload = uploadOf(asked, input.given) ?? asked.parameters.uploads.get(input.field ?? "");
  if (upload) {
    if (!mayUpload) throw wrongFile();
    return keepUpload(asked, input, upload);
  }
  const { given, kind } = input;
  if (given === undefined) throw badRequest(`there is no ${kind} in the request`);
  if (/^https?:\/\//i.test(given)) {
    return storeAs(asked, input, await fetchMedia(given, kind, telegram.fetchOutside));
  }
  const media = telegram.store.files.media(given, bot.id);
  if (!media) throw wrongFile();
  if (media.kind !== kind) {
    throw badRequest(`can't use file of type ${capital(media.kind)} as ${capital(kind)}`);
  }
  return media;
}

function uploadOf({ parameters }: Asked, given: string | undefined): Upload | undefined {
  return given?.startsWith("attach://") ? parameters.uploads.get(given.slice("attach://".length)) : undefined;
}

const mostPhotoBytes = 10 * 1024 * 1024;
const localUploadBytes = 2_000 * 1024 * 1024;

function keepUpload(asked: Asked, input: MediaInput, upload: Upload): Media {
  const size = upload.bytes.byteLength;
  if (size === 0) throw badRequest("file must be non-empty");
  const most = asked.isLocal ? localUploadBytes : asked.telegram.throttle.limits.uploadBytes;
  if (size > most) throw new TelegramError(413, "Request Entity Too Large");
  if (input.kind === "photo" && size > mostPhotoBytes) {
    throw badRequest(
      `file of size ${size} bytes is too big for a photo; the maximum size is ${mostPhotoBytes} bytes`,
    );
  }
  return storeAs(asked, input, upload);
}

function storeAs(asked: Asked, input: MediaInput, upload: Upload): Media {
  const { files } = asked.telegram.store;
  const { kind, contentType, details } = recognise(input.kind, upload);
  const { uniqueId, size } = files.store(upload.bytes, contentType);
  const thumbnail = thumbnailOf(asked, input);
  return files.keep({
    kind,
    uniqueId,
    size,
    name: upload.name || undefined,
    details: { ...details, ...input.details, ...(thumbnail && { thumbnail }) },
  });
}

const mostThumbnailBytes = 200 * 1024;

// A thumbnail that is too large, or no picture, is left out without a word, as at Telegram.
function thumbnailOf(asked: Asked, { thumbnail }: MediaInput) {
  const upload = uploadOf(asked, thumbnail) ?? asked.parameters.uploads.get("thumbnail");
  if (!upload || upload.bytes.byteLength > mostThumbnailBytes) return undefined;
  const { files } = asked.telegram.store;
  const { uniqueId, size } = files.store(upload.bytes, "image/jpeg");
  const media = files.keep({
    kind: "photo",
    uniqueId,
    size,
    name: undefined,
    details: { width: 320, height: 320 },
  });
  return files.view(media, asked.bot.id);
}

const capital = (kind: string) => kind.charAt(0).toUpperCase() + kind.slice(1);
