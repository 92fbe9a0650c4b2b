/**
 * Files: real ones, of any size, no two alike. A small playable file is filled up with what players skip (a `free` box, a
 * private frame, a comment), and the filling says whose file it is and where in it one is. Nothing is kept: any part is
 * computed when it is asked for.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { Mistake } from "../../world/mistake.ts";

export type FileType = "video" | "picture" | "sound" | "mp3" | "photo";

/** A file by what is in it. `label` makes it different from all others. */
export interface MediaFile {
  readonly type: FileType;
  readonly label: string;
  /** Of the whole file. */
  readonly bytes: number;
}

export const mimeOf: Readonly<Record<FileType, string>> = {
  video: "video/mp4",
  picture: "video/mp4",
  sound: "audio/mp4",
  mp3: "audio/mpeg",
  photo: "image/jpeg",
};

const read = (name: string) => new Uint8Array(readFileSync(new URL(`files/${name}`, import.meta.url)));
const bases = {
  video: read("video.mp4"),
  picture: read("picture.mp4"),
  sound: read("sound.m4a"),
  mp3: read("sound.mp3"),
};
const photos = [read("photo-1.jpg"), read("photo-2.jpg"), read("photo-3.jpg")] as const;

/** Room for what makes a file different; a file without filling could not be told from another. */
const leastFilling = 64;
const photoFilling = 256;
const overhead: Readonly<Record<Exclude<FileType, "photo">, number>> = {
  video: 8,
  picture: 8,
  sound: 8,
  mp3: 20,
};

/** The smallest file of a type. */
export function leastBytes(type: Exclude<FileType, "photo">): number {
  return bases[type].length + overhead[type] + leastFilling;
}

/** Throws Mistake for a size that no file of this type can have. */
export function fileOf(type: Exclude<FileType, "photo">, label: string, bytes: number): MediaFile {
  const least = leastBytes(type);
  if (bytes < least) throw new Mistake(`A file of ${bytes} bytes cannot be played: ${least} is the least`);
  return { type, label, bytes };
}

export function photoOf(label: string): MediaFile {
  return { type: "photo", label, bytes: pictureOf(label).length + 4 + photoFilling };
}

/** Reads the bytes from `from` up to `to`, which may lie behind the end: there the filling goes on. */
export type Reader = (from: number, to: number) => Uint8Array<ArrayBuffer>;

export function openFile(file: MediaFile): Reader {
  const { head, tail } = framesOf(file);
  const end = file.bytes - tail.length;
  const name = `${createHash("sha256").update(file.label).digest("hex").slice(0, 32)} ${file.label}`;
  return (from, to) => {
    const part = new Uint8Array(to - from);
    fill(part, from - head.length, name);
    lay(part, head, -from);
    lay(part, tail, end - from);
    return part;
  };
}

interface Frames {
  readonly head: Uint8Array;
  readonly tail: Uint8Array;
}

const nothing = new Uint8Array();

function framesOf({ type, label, bytes }: MediaFile): Frames {
  switch (type) {
    case "photo": {
      const photo = pictureOf(label);
      // A comment right behind the start of the image.
      const comment = [0xff, 0xfe, ...numberIn(2, photoFilling + 2)];
      return { head: joined(photo.subarray(0, 2), comment), tail: photo.subarray(2) };
    }
    case "mp3": {
      // ID3v2.3 with one private frame; the size of a tag is written in groups of seven bits.
      const frame = bytes - bases.mp3.length - 20;
      const tag = [0x49, 0x44, 0x33, 3, 0, 0, ...numberIn(4, frame + 10, 7)];
      return { head: joined(tag, [...letters("PRIV"), ...numberIn(4, frame), 0, 0]), tail: bases.mp3 };
    }
    default: {
      const base = bases[type];
      const box = [...numberIn(4, bytes - base.length), ...letters("free")];
      return { head: joined(base, box), tail: nothing };
    }
  }
}

const pictureOf = (label: string) => photos[label.length % 3] ?? photos[0];

const stride = 4_096;

/** Every 4 KB says whose file it is and where: bytes that are lost, doubled or of another file change its hash. */
function fill(part: Uint8Array, start: number, name: string): void {
  const first = Math.max(0, Math.floor(start / stride));
  for (let block = first; block * stride < start + part.length; block += 1)
    lay(part, letters(`${name} ${block}`.slice(0, stride)), block * stride - start);
}

/** Lays bytes into others at a place, which may be before their beginning or behind their end. */
function lay(into: Uint8Array, bytes: Uint8Array, at: number): void {
  const from = Math.max(0, -at);
  const to = Math.min(bytes.length, into.length - at);
  if (from < to) into.set(bytes.subarray(from, to), at + from);
}

const joined = (...parts: ArrayLike<number>[]) => Uint8Array.from(parts.flatMap((part) => Array.from(part)));
const letters = (text: string) => new TextEncoder().encode(text);
const numberIn = (places: number, value: number, bits = 8) =>
  Array.from(
    { length: places },
    (_, place) => Math.floor(value / 2 ** (bits * (places - 1 - place))) % 2 ** bits,
  );
