import { postOf, type ShortLink } from "../post.ts";
import { type Address, segmentsOf } from "./address.ts";
import { type Link, refusedLink, toPost } from "./link.ts";

const short = (url: string): Link => ({
  is: "short",
  short: { platform: "tiktok", url } satisfies ShortLink,
});
const shortCode = /^[\w-]{4,32}$/;

/** `/@user/video/1`, and the other ways to write it. The name is decorative; photo posts share the videos' ids. */
function idIn(segments: readonly string[]): string | undefined {
  const [first = "", ...rest] = segments[0] === "i18n" ? segments.slice(1) : segments;
  const [second = "", third = ""] = rest;
  if (first.startsWith("@") || first === "share")
    return second === "video" || second === "photo" ? third : undefined;
  if (first === "embed") return second === "v2" ? third : second;
  return first === "v" ? second.replace(/\.html$/, "") : undefined;
}

/** The forms of www.tiktok.com and of the sites that mirror it. */
export function readTiktok(address: Address): Link {
  const segments = segmentsOf(address);
  const [first, code = ""] = segments;
  if (first === "t" && segments.length === 2 && shortCode.test(code))
    return short(`https://www.tiktok.com/t/${code}/`);
  return toPost(postOf("tiktok", idIn(segments)));
}

/** The forms of vm.tiktok.com and vt.tiktok.com: a code, or a whole path. */
export const readTiktokShort =
  (host: "vm.tiktok.com" | "vt.tiktok.com") =>
  (address: Address): Link => {
    const segments = segmentsOf(address);
    const [code = ""] = segments;
    if (segments.length > 1) return readTiktok(address);
    return shortCode.test(code) ? short(`https://${host}/${code}/`) : refusedLink("unsupported-form");
  };
