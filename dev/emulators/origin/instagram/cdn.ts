/** Instagram's CDN: gives a file to everybody who has its link, for as long as that lasts. */
import { deliver, deliverCover } from "../deliver.ts";
import { fileNamed, type Media } from "../media.ts";
import { forbidden, hasExpired, notFound, type Origin, type Site } from "../origin.ts";

export const instagramCdnDomains = [".cdninstagram.com", ".fbcdn.net"] as const;

export const instagramCdn =
  (origin: Origin): Site =>
  (request, url) => {
    const [, id = "", name = ""] =
      /^\/(?:o1\/v\/t16|v\/t51)\/([\w-]+)\.(\w+)\.(?:mp4|jpg|m4a)$/.exec(url.pathname) ?? [];
    const media = origin.store.media({ platform: "instagram", id });
    const file = fileNamed(media, name);
    if (!file) return notFound();
    const expiry = url.searchParams.get("oe") ?? "";
    const isGood = origin.links.isSigned(url.searchParams.get("oh") ?? "", "instagram", id, name, expiry);
    if (!isGood || hasExpired(origin, Number.parseInt(expiry, 16)))
      return forbidden("URL signature mismatch");
    if (name === "cover") return deliverCover(request, file);
    return deliver(origin, { request, media, file, side: "native" });
  };

/** `expiry` in seconds since the epoch: it stands in the link in hexadecimal. */
export function cdnUrl({ links }: Origin, media: Media, name: string, expiry: number): string {
  const isPhoto = name === "cover" || (name.startsWith("item") && isPhotoAt(media, Number(name.slice(4))));
  const folder = isPhoto ? "v/t51" : "o1/v/t16";
  const oe = expiry.toString(16).toUpperCase();
  const oh = links.sign("instagram", media.id, name, oe);
  const query = `efg=eyJ2ZW5jb2RlX3RhZyI6InhwdiJ9&_nc_ht=scontent.cdninstagram.com&oh=${oh}&oe=${oe}`;
  return `https://scontent.cdninstagram.com/${folder}/${media.id}.${name}.${isPhoto ? "jpg" : "mp4"}?${query}`;
}

const isPhotoAt = ({ kind, items }: Media, index: number) => kind === "photo" || items[index] === "photo";
