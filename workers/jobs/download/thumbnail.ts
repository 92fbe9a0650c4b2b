import { guardedFetch } from "#adapters/platforms/guarded-fetch";
import type { Parcel } from "./parcel.ts";

/** https://core.telegram.org/bots/api#sendvideo */
const mostOfThumbnail = 200_000;

/** A picture for the video, if there is one that Telegram takes; a video without one is still a video. */
export async function thumbnailOf({ media, guard, signal }: Parcel): Promise<Uint8Array | undefined> {
  const { thumbnail } = media;
  if (!thumbnail) return undefined;
  try {
    const response = await guardedFetch(guard, thumbnail.url, {
      ...(thumbnail.headers && { headers: thumbnail.headers }),
      signal,
    });
    const length = Number(response.headers.get("Content-Length") ?? Number.NaN);
    const fits = response.status === 200 && isJpeg(response) && length <= mostOfThumbnail;
    if (fits) return new Uint8Array(await response.arrayBuffer());
    await response.body?.cancel();
    return undefined;
  } catch {
    // Whatever is wrong with the picture is not wrong with the video.
    return undefined;
  }
}

const isJpeg = ({ headers }: Response) => headers.get("Content-Type")?.startsWith("image/jpeg") ?? false;
