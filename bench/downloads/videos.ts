import type { TaproomProcess } from "../taproom-process.ts";

/** A post of TikTok that nobody has asked for before. Its bytes have to pass through workerd. */
export interface Video {
  readonly id: string;
  readonly url: string;
}

let videos = 0;

export function newVideo(): Video {
  videos += 1;
  const id = `74${String(videos).padStart(17, "0")}`;
  return { id, url: `https://www.tiktok.com/@somebody/video/${id}` };
}

/** What the world shall play: its size, and how fast its source is. */
export const playVideo = (
  { askWorld }: TaproomProcess,
  { id }: Video,
  nature: { readonly bytes: number; readonly ratePerSecond?: number },
): Promise<unknown> => askWorld("/media", { platform: "tiktok", id, ...nature });

/** How often its source was asked, by the source's own count. */
export const askedOf = (
  { askWorld }: TaproomProcess,
  { id }: Video,
): Promise<{ readonly pages: number; readonly downloads: number; readonly bytes: number }> =>
  askWorld(`/media?platform=tiktok&id=${id}`);
