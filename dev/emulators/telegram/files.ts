/** Files: what Telegram has stored, and under which id each bot may send it again. */
import { createHash, randomUUID } from "node:crypto";
import type { FileKind, FileView } from "./entities.ts";
import { badRequest } from "./telegram-error.ts";

/** The same bytes are one file, however often and by whomever they are sent. */
export interface StoredFile {
  readonly uniqueId: string;
  readonly sha256: string;
  readonly size: number;
  readonly contentType: string;
  /** Gone where newer files needed the room; hash and size stay. */
  readonly bytes: Uint8Array | undefined;
}

/** What was sent once: bytes in the role of a video, say, with what the bot said about them. */
export interface Media {
  readonly key: string;
  readonly kind: FileKind;
  readonly uniqueId: string;
  readonly size: number;
  readonly name: string | undefined;
  readonly details: Readonly<Record<string, unknown>>;
}

const usualRoom = 200 * 1024 * 1024;

export class Files {
  readonly #stored = new Map<string, StoredFile>();
  readonly #media = new Map<string, { readonly media: Media; readonly botId: number }>();
  readonly #dead = new Set<string>();
  readonly #room: number;
  #bytesKept = 0;

  /** `room`: how many bytes are kept; older files lose theirs first. */
  constructor(room = usualRoom) {
    this.#room = room;
  }

  store(bytes: Uint8Array, contentType: string): StoredFile {
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const known = this.#stored.get(uniqueIdOf(sha256));
    if (known?.bytes) return known;
    // A copy: the upload's fields should not be kept alive by the view.
    const stored = {
      uniqueId: uniqueIdOf(sha256),
      sha256,
      size: bytes.byteLength,
      contentType,
      bytes: new Uint8Array(bytes),
    };
    this.#stored.delete(stored.uniqueId);
    this.#stored.set(stored.uniqueId, stored);
    this.#bytesKept += stored.size;
    this.#makeRoom();
    return stored;
  }

  find(uniqueId: string): StoredFile | undefined {
    return this.#stored.get(uniqueId);
  }

  /** Every upload has a file_id of its own, even of bytes that are known. */
  keep(media: Omit<Media, "key">): Media {
    // Random, so that a file_id kept from before a restart of the world never means another file.
    return { ...media, key: randomUUID() };
  }

  /** The file as one bot sees it: file_ids belong to one bot each. */
  view(media: Media, botId: number): FileView {
    return {
      ...media.details,
      ...(media.name !== undefined && media.kind !== "photo" && { file_name: media.name }),
      file_id: this.idFor(media, botId),
      file_unique_id: media.uniqueId,
      file_size: media.size,
    };
  }

  idFor(media: Media, botId: number): string {
    const mark = createHash("sha256").update(`${botId}:${media.kind}:${media.key}`).digest("base64url");
    const fileId = `${prefixes[media.kind]}${mark}AA`;
    this.#media.set(fileId, { media, botId });
    return fileId;
  }

  isFileId(fileId: string): boolean {
    return this.#media.has(fileId);
  }

  /** Undefined for another bot's file_id, for one nobody has handed out, and for one that has died. */
  media(fileId: string, botId: number): Media | undefined {
    const known = this.#media.get(fileId);
    return known?.botId === botId && !this.#dead.has(fileId) ? known.media : undefined;
  }

  /** The same file for another bot that sees the message; what is no file_id of ours stays as it is. */
  translate(fileId: string, botId: number): string {
    const known = this.#media.get(fileId);
    return known ? this.idFor(known.media, botId) : fileId;
  }

  /** False where nobody has been given this file_id. */
  expire(fileId: string): boolean {
    if (!this.#media.has(fileId)) return false;
    this.#dead.add(fileId);
    return true;
  }

  #makeRoom(): void {
    for (const [id, { bytes, ...rest }] of this.#stored) {
      if (this.#bytesKept <= this.#room) return;
      if (!bytes) continue;
      this.#stored.set(id, { ...rest, bytes: undefined });
      this.#bytesKept -= rest.size;
    }
  }
}

/** What Telegram says to a file_id that leads nowhere. */
export function wrongFile() {
  return badRequest("wrong file identifier/HTTP URL specified");
}

// As real ones begin, so that a person can tell them apart.
const prefixes = {
  photo: "AgACAgIAAxk",
  video: "BAACAgIAAxk",
  audio: "CQACAgIAAxk",
  document: "BQACAgIAAxk",
  animation: "CgACAgIAAxk",
  voice: "AwACAgIAAxk",
  video_note: "DQACAgIAAxk",
  sticker: "CAACAgIAAxk",
} as const satisfies Record<FileKind, string>;

function uniqueIdOf(sha256: string): string {
  return `AgAD${Buffer.from(sha256, "hex").toString("base64url").slice(0, 14)}`;
}
