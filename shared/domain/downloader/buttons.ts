import { type Text, text } from "#kernel/text";
import { startParameterOf } from "./link/deep-link.ts";
import { megabytes } from "./megabytes.ts";
import type { Post } from "./post.ts";
import type { Offer, Quality } from "./quality.ts";

/** A button under a message: what stands on it, and what Telegram brings back when it is pressed (at most 64 bytes). */
export interface Button {
  readonly label: Text;
  readonly data: string;
}

/** Ends a request that is under way. */
export const cancelButton = (requestId: string): Button => ({
  label: text("downloader-cancel"),
  data: `x.${requestId}`,
});

/** The request that a button ends; undefined: it is another button. */
export const cancelledBy = (data: string): string | undefined => /^x\.(.+)$/.exec(data)?.[1];

/** Asks for a post, in a quality. Its data is what a deep link bears. */
export const getButton = (post: Post, key = "downloader-get", quality?: Quality): Button => ({
  label: text(key),
  data: startParameterOf(post, quality),
});

/** The other qualities of a post, two in a row; what lies at Telegram already bears a sign. */
export function offerButtons(
  post: Post,
  offers: readonly Offer[],
  given: Quality,
  cached: readonly Quality[],
): Button[][] {
  const buttons = offers
    .filter(({ quality }) => quality !== given)
    .map((offer) => ({
      label: cached.includes(offer.quality)
        ? text("downloader-cached", { label: labelOf(offer) })
        : labelOf(offer),
      data: startParameterOf(post, offer.quality),
    }));
  return Array.from({ length: Math.ceil(buttons.length / 2) }, (_, row) =>
    buttons.slice(row * 2, row * 2 + 2),
  );
}

function labelOf({ quality, height, bytes }: Offer): Text {
  const name = quality === "audio" ? "downloader-audio" : "downloader-height";
  // A name rather than a number: nobody writes 1,080p.
  const shown = height === undefined ? {} : { height: String(height) };
  return bytes === undefined ? text(name, shown) : text(`${name}-size`, { ...shown, size: megabytes(bytes) });
}
