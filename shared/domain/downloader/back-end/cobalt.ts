import * as z from "zod";
import { type Answer, refusedByStatus } from "../answer.ts";
import { parsed } from "../embedded-json.ts";
import { parseAddress } from "../link/address.ts";
import { known, listOf, wording } from "../loose.ts";
import { type Found, type Media, type Rendition, refused } from "../media.ts";
import { offersAt } from "../offers.ts";
import { titleOf } from "../plain-text.ts";
import { pageOf, type Post } from "../post.ts";
import type { Offer, Quality } from "../quality.ts";
import type { Reason } from "../reason.ts";
import { isOfBackEnd, mayBeFetched } from "./origin.ts";

/** Of cobalt's API what Taproom needs of it, version 11: https://github.com/imputnet/cobalt/blob/main/docs/api.md */

/** What cobalt is asked, as the body of `POST /`; it takes 1 KB at most, and no key that it does not know. */
export const cobaltQuestion = (post: Post, quality: Quality): string =>
  JSON.stringify({
    url: pageOf(post),
    ...(quality === "audio"
      ? { downloadMode: "audio", audioFormat: "mp3" }
      : { downloadMode: "auto", videoQuality: quality === "best" ? "1080" : quality }),
    // What plays everywhere; and names that tell the title and the height where cobalt knows them.
    youtubeVideoCodec: "h264",
    youtubeVideoContainer: "mp4",
    allowH265: false,
    filenameStyle: "basic",
    localProcessing: "disabled",
  });

const item = z.object({ type: z.enum(["photo", "video", "gif"]), url: z.string() });

const answers = z.discriminatedUnion("status", [
  z.object({ status: z.literal("tunnel"), url: z.string(), filename: wording }),
  z.object({ status: z.literal("redirect"), url: z.string(), filename: wording }),
  z.object({
    status: z.literal("picker"),
    picker: listOf(item),
    audio: z.string().optional().catch(undefined),
  }),
  z.object({ status: z.literal("error"), error: z.object({ code: z.string() }) }),
]);

type Named = Extract<z.output<typeof answers>, { readonly filename: string }>;
type Picked = Extract<z.output<typeof answers>, { readonly status: "picker" }>;

/** Who asked, for what, and where cobalt is. */
export interface CobaltWish {
  readonly post: Post;
  readonly quality: Quality;
  /** The configured address of the back end. */
  readonly backEnd: string;
}

/** What cobalt says of a post. How large a file is nobody knows before it is fetched. */
export function readCobalt(answer: Answer, wish: CobaltWish): Found {
  const read = answers.safeParse(parsed(answer.body));
  if (!read.success)
    return refusedByStatus(answer) ?? refused("upstream-changed", "cobalt answers as it never did");
  switch (read.data.status) {
    case "tunnel":
    case "redirect":
      return readFile(read.data, wish);
    case "picker":
      return readPicker(read.data, wish);
    case "error":
      return refused(reasonOf(read.data.error.code), `cobalt: ${codeOnly(read.data.error.code)}`);
  }
}

function readFile({ status, url, filename }: Named, wish: CobaltWish): Found {
  const { post, quality, backEnd } = wish;
  const address = parseAddress(url);
  const isAllowed =
    status === "tunnel"
      ? address !== null && isOfBackEnd(address, backEnd)
      : mayBeFetched(url, post.platform, backEnd);
  if (!isAllowed) return refused("upstream-changed", `cobalt's ${status} leads elsewhere`);
  const kind = kindIn(filename, quality);
  if (kind === "photo" && quality === "audio") return refused("quality-gone", "a photo has no sound");
  const told = { title: post.platform === "youtube" ? titleIn(filename) : "", author: authorIn(filename) };
  if (kind === "photo") return foundOf({ ...told, content: { is: "album", items: [{ kind, url }] } });
  const content = { is: "single" as const, renditions: [known({ kind, url, codec: codecOf(kind) })] };
  return foundOf({ ...told, content, ...(kind === "video" && { offers: offersIn(filename) }) });
}

/** It was asked for. */
const codecOf = (kind: Rendition["kind"]) => (kind === "video" ? "h264" : undefined);

/** A post of a single photo comes as a file too; only its name tells. */
function kindIn(filename: string, quality: Quality): Rendition["kind"] {
  if (/\.(jpe?g|png|webp)$/i.test(filename)) return "photo";
  return quality === "audio" ? "audio" : "video";
}

function readPicker({ picker, audio }: Picked, { post, backEnd }: CobaltWish): Found {
  if (picker.length === 0) return refused("no-video", "cobalt: an empty album");
  const urls = [...picker.map(({ url }) => url), ...(audio === undefined ? [] : [audio])];
  if (!urls.every((url) => mayBeFetched(url, post.platform, backEnd)))
    return refused("upstream-changed", "cobalt's album leads elsewhere");
  // A "gif" is a video without sound.
  const items = picker.map(({ type, url }): Rendition => ({
    kind: type === "photo" ? "photo" : "video",
    url,
  }));
  const sound = audio === undefined ? undefined : { kind: "audio" as const, url: audio };
  return foundOf(known({ title: "", author: "", sound, content: { is: "album" as const, items } }));
}

const foundOf = (media: Media): Found => ({ is: "media", media });

/** `Title (1080p, h264).mp4`; of a sound `Title - Author.mp3`. */
const titleIn = (filename: string) =>
  titleOf(filename.replace(/\.\w{1,5}$/, "").replace(/ \(\d+p[^()]*\)$/, ""));

/** `tiktok_author_7301.mp4`; others do not tell. */
const authorIn = (filename: string) => /^tiktok_(.+)_\d+\.\w+$/.exec(filename)?.[1] ?? "";

/** A quality bears the height of the shorter side; which way the video is held stays untold. Sound can always be asked for. */
function offersIn(filename: string): readonly Offer[] {
  const height = / \((\d{3,4})p[^()]*\)\.\w+$/.exec(filename)?.[1];
  const video = height === undefined ? [] : offersAt([{ height: Number(height) }]);
  return [...video, { quality: "audio" }];
}

/** What cobalt's codes mean, without `error.api.`; the first that fits. Whatever is not here is cobalt's own trouble. */
const meanings: readonly (readonly [code: RegExp, reason: Reason])[] = [
  [/\.private$/, "private"],
  [/\.age$/, "age-restricted"],
  [/\.region$/, "geo-blocked"],
  [/\.paid$/, "paid"],
  [/\.live$/, "live"],
  [/\.too_long$/, "too-long"],
  [/\.unavailable$/, "removed"],
  // It saw the post and found no file in it: behind a login wall there is none either.
  [/^fetch\.empty$/, "no-video"],
  [/^fetch\.rate$|^rate_exceeded$|^capacity$/, "rate-limited"],
  [/^fetch\.short_link$/, "dead-link"],
  [/^youtube\.login$/, "bot-check"],
  [/^youtube\.drm$/, "drm"],
  [/^service\.audio_not_supported$/, "quality-gone"],
];

function reasonOf(code: string): Reason {
  const ours = code.replace(/^error\.api\./, "");
  return meanings.find(([pattern]) => pattern.test(ours))?.[1] ?? "upstream-changed";
}

/** Codes are words and dots; nothing else of the answer gets into a log. */
const codeOnly = (code: string) => (/^[\w.]{1,80}$/.test(code) ? code : "an error without a code");
