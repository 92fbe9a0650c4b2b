import { known } from "../loose.ts";
import { isMediaHost } from "../hosts.ts";
import { parseAddress } from "../link/address.ts";
import type { Rendition } from "../media.ts";
import type { ItemVideo } from "./item.ts";

export type Headers = Readonly<Record<string, string>>;

/** H.266, which nothing plays; the key says so where the codec does not. */
const unplayable = /bytevc2|hvc2|h266/i;
/** H.265 that often comes without sound, or not at all. */
const isHalf = (pathname: string) => pathname.includes("/media-video-hvc1/");

/** The first address that serves files to us. TikTok lists its own site too, which does not; and one CDN that mostly refuses. */
export function servedFrom(urls: readonly string[]): string | undefined {
  const served = urls.filter((url) => {
    const address = parseAddress(url);
    return (
      address !== null &&
      isMediaHost("tiktok", address) &&
      address.hostname !== "www.tiktok.com" &&
      !isHalf(address.pathname)
    );
  });
  return served.find((url) => !url.includes("maliva")) ?? served[0];
}

/** A file that every one of `urls` leads to, unless none of them is good. */
export function fileAt(
  kind: Rendition["kind"],
  urls: readonly string[],
  headers: Headers,
  more: Pick<Partial<Rendition>, "width" | "height"> = {},
): Rendition | undefined {
  const url = servedFrom(urls);
  return url === undefined ? undefined : { kind, url, headers, ...more };
}

/** All files of a video that play: H.264 first, the largest first; the one with the watermark only if there is no other. */
export function videoFiles(video: ItemVideo, headers: Headers): readonly Rendition[] {
  const listed = byBitrate(video, headers);
  // The one address outside of the list is mostly the address of a listed file again, and says less of it.
  const clean = listed.some(isH264) ? listed : [...listed, ...single(video, video.playAddr, headers)];
  const files = clean.length > 0 ? clean : single(video, video.downloadAddr, headers);
  return files.toSorted((a, b) => Number(isH264(b)) - Number(isH264(a)) || pixels(b) - pixels(a));
}

const isH264 = ({ codec }: Rendition) => codec === "h264";
const pixels = ({ width = 0, height = 0 }: Rendition) => width * height;

function byBitrate({ bitrateInfo }: ItemVideo, headers: Headers): readonly Rendition[] {
  return bitrateInfo.flatMap(({ PlayAddr, CodecType }) => {
    const url = servedFrom(PlayAddr.UrlList);
    if (url === undefined || unplayable.test(CodecType + PlayAddr.UrlKey)) return [];
    return known({
      kind: "video" as const,
      url,
      headers,
      bytes: PlayAddr.DataSize,
      width: PlayAddr.Width,
      height: PlayAddr.Height,
      codec: codecOf(`${CodecType} ${PlayAddr.UrlKey}`),
    });
  });
}

function single(video: ItemVideo, address: string, headers: Headers): readonly Rendition[] {
  const url = servedFrom([address]);
  if (url === undefined || unplayable.test(video.codecType)) return [];
  const { size: bytes, width, height } = video;
  const codec = codecOf(video.codecType);
  return [known({ kind: "video" as const, url, headers, bytes, width, height, codec })];
}

/** `bytevc1` is TikTok's word for H.265; the codec of the same file reads `h265_hvc1`. */
function codecOf(said: string): string | undefined {
  if (/h264/i.test(said)) return "h264";
  return /bytevc1|h265/i.test(said) ? "h265" : undefined;
}
