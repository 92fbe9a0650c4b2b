/** cobalt, as whoever hosts it for himself has it: a link in, a tunnel, a redirect, a picker or an error out. */
import { cdnUrl } from "../instagram/cdn.ts";
import { mediaAt } from "../link.ts";
import type { Media } from "../media.ts";
import { askPage, expiryOf, notFound, type Origin, type Site } from "../origin.ts";
import { codeOf } from "./codes.ts";
import { type CobaltQuestion, cobaltQuestion } from "./question.ts";
import { Tunnels } from "./tunnels.ts";

export const cobaltHost = "cobalt.taproom.test";
const home = `https://${cobaltHost}/`;
const mostBytes = 1_024;
const startedAt = String(Date.UTC(2026, 10, 20));

export interface Cobalt {
  readonly site: Site;
  forget(): void;
}

export function playCobalt(origin: Origin, key: string): Cobalt {
  const tunnels = new Tunnels(origin, home);
  return {
    async site(request, url) {
      if (url.pathname === "/tunnel") return tunnels.open(request, url);
      if (url.pathname !== "/") return notFound();
      return request.method === "POST" ? resolve({ origin, tunnels, key }, request) : about();
    },
    forget: () => tunnels.forget(),
  };
}

const about = () =>
  Response.json({
    cobalt: {
      version: "11.7.1",
      url: home,
      startTime: startedAt,
      services: ["instagram", "tiktok", "youtube"],
    },
    git: { branch: "main", commit: "a636575", remote: "imputnet/cobalt" },
  });

interface Parts {
  readonly origin: Origin;
  readonly tunnels: Tunnels;
  readonly key: string;
}

async function resolve({ origin, tunnels, key }: Parts, request: Request): Promise<Response> {
  const refusal = headerTrouble(request, key);
  if (refusal) return refusal;
  const body = await request.text();
  const read = cobaltQuestion.safeParse(body.length > mostBytes ? undefined : parsed(body));
  if (!read.success) return failed("invalid_body");
  const media = mediaAt(origin.store, read.data.url);
  if (!media) return failed("link.unsupported");
  const failure = askPage(origin, media, "back-end");
  if (failure) return failed(codeOf(failure, media.platform), { service: media.platform });
  return Response.json(answerOf({ origin, tunnels, media, asked: read.data }));
}

function headerTrouble({ headers }: Request, key: string): Response | undefined {
  const authorization = headers.get("Authorization");
  if (authorization === null) return failed("auth.key.missing", {}, 401);
  if (!authorization.startsWith("Api-Key ")) return failed("auth.key.invalid", {}, 401);
  if (authorization !== `Api-Key ${key}`) return failed("auth.key.not_found", {}, 401);
  if (headers.get("Accept") !== "application/json") return failed("header.accept");
  if (!headers.get("Content-Type")?.startsWith("application/json")) return failed("header.content_type");
  return undefined;
}

const failed = (code: string, context: object = {}, status = 400) =>
  Response.json({ status: "error", error: { code: `error.api.${code}`, context } }, { status });

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // No JSON is no question either.
    return undefined;
  }
}

interface Wish {
  readonly origin: Origin;
  readonly tunnels: Tunnels;
  readonly media: Media;
  readonly asked: CobaltQuestion;
}

function answerOf(wish: Wish) {
  const { media, asked } = wish;
  if (asked.downloadMode === "audio") return soundOf(wish);
  if (media.kind === "album" || (media.kind === "photo" && media.platform === "tiktok"))
    return pickerOf(wish);
  if (media.kind === "photo") return { status: "tunnel", ...fileOf(wish, "item0", ".jpg") };
  const height = heightFor(wish);
  const [name, ending] = [`${asked.downloadMode === "mute" ? "p" : "v"}${height}`, nameEnding(media, height)];
  return media.platform === "instagram" && !asked.alwaysProxy
    ? { status: "redirect", url: openUrl(wish, name), filename: `${baseName(media)}${ending}` }
    : { status: "tunnel", ...fileOf(wish, name, ending) };
}

function soundOf(wish: Wish) {
  const [name, ending] = wish.asked.audioFormat === "mp3" ? ["mp3", "mp3"] : ["sound", "m4a"];
  return { status: "tunnel", ...fileOf(wish, name, `_audio.${ending}`) };
}

function pickerOf(wish: Wish) {
  const { media } = wish;
  const picker = media.items.map((type, index) => ({ type, url: itemUrl(wish, `item${index}`) }));
  if (media.platform === "instagram") return { status: "picker", picker };
  const { url: audio, filename: audioFilename } = fileOf(wish, "mp3", "_audio.mp3");
  return { status: "picker", picker, audio, audioFilename };
}

const itemUrl = (wish: Wish, name: string) =>
  wish.media.platform === "instagram" && !wish.asked.alwaysProxy
    ? openUrl(wish, name)
    : fileOf(wish, name, "").url;

const openUrl = ({ origin, media }: Wish, name: string) =>
  cdnUrl(origin, media, name, expiryOf(origin, media, "back-end", 48));

function fileOf({ tunnels, media, asked }: Wish, name: string, ending: string) {
  // Sound and picture are put together on the way: nobody knows how long that gets.
  const isMerged = media.platform === "youtube" && asked.downloadMode !== "mute" && !media.exactLength;
  const url = tunnels.dig({ media, name, isLengthEstimated: isMerged });
  return { url, filename: `${baseName(media)}${ending}` };
}

/** The best there is up to the quality that is asked for, else the least. */
function heightFor({ media: { renditions }, asked }: Wish): number {
  const most = asked.videoQuality === "max" ? Infinity : Number(asked.videoQuality);
  return (renditions.find(({ height }) => height <= most) ?? renditions.at(-1))?.height ?? 0;
}

const baseName = ({ platform, id, title, author }: Media) =>
  platform === "youtube" ? title : platform === "tiktok" ? `tiktok_${author}_${id}` : `instagram_${id}`;

const nameEnding = ({ platform }: Media, height: number) =>
  platform === "youtube" ? ` (${height}p, h264).mp4` : ".mp4";
