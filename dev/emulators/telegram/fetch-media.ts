/** Fetch media: Telegram goes and gets a file by its URL, as anybody would: no cookies, no Referer. */
import type { FileKind } from "./entities.ts";
import type { Upload } from "./parameters.ts";
import type { FetchOutside } from "./telegram.ts";
import { badRequest } from "./telegram-error.ts";

// https://core.telegram.org/bots/api#sending-files
const megabyte = 1024 * 1024;
const mostBytes = (kind: FileKind) => (kind === "photo" ? 5 : 20) * megabyte;
const mostRedirects = 5;

const wantedTypes = {
  photo: /^image\//,
  video: /^video\//,
  audio: /^audio\//,
  animation: /^(?:video\/|image\/gif)/,
  document: /^(?:application\/(?:pdf|zip)|image\/gif)/,
  voice: /^audio\/ogg/,
  // By URL there are none: https://core.telegram.org/bots/api#sendvideonote
  video_note: /^$/,
  sticker: /^image\/webp/,
} as const satisfies Record<FileKind, RegExp>;

export async function fetchMedia(url: string, kind: FileKind, fetchOutside: FetchOutside): Promise<Upload> {
  if (!URL.canParse(url)) throw badRequest("wrong HTTP URL specified");
  const { response, at } = await follow(url, fetchOutside);
  const contentType = response.headers.get("Content-Type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (!wantedTypes[kind].test(contentType)) {
    await response.body?.cancel();
    throw badRequest("wrong type of the web page content");
  }
  const bytes = await atMost(mostBytes(kind), response);
  return { name: new URL(at).pathname.split("/").at(-1) ?? "", contentType, bytes };
}

async function follow(url: string, fetchOutside: FetchOutside) {
  let at = url;
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const response = await fetchOutside(new Request(at)).catch((cause: unknown) => failed(cause));
    if (response.ok) return { response, at };
    await response.body?.cancel();
    const location = response.headers.get("Location");
    if (response.status < 300 || response.status > 399 || location === null) break;
    at = new URL(location, at).href;
  }
  return failed();
}

async function atMost(most: number, response: Response): Promise<Uint8Array> {
  if (Number(response.headers.get("Content-Length") ?? 0) > most) {
    await response.body?.cancel();
    return failed();
  }
  const bytes = new Uint8Array(await response.arrayBuffer().catch((cause: unknown) => failed(cause)));
  return bytes.byteLength > most ? failed() : bytes;
}

function failed(cause?: unknown): never {
  throw Object.assign(badRequest("failed to get HTTP URL content"), { cause });
}
