/** The ordeal: what the next posts are like at their platform. The world makes them so before the link is sent. */
import { signal } from "@preact/signals";
import { post } from "../../ask.ts";
import { texts } from "../../state/language.ts";
import { announce, complain } from "../../state/notices.ts";

/** `POST /media`: what a post of the world shall be. */
export interface MediaWish {
  readonly platform: "tiktok" | "instagram" | "youtube";
  readonly id: string;
  readonly kind?: "video" | "album" | "photo";
  readonly bytes?: number;
  readonly ratePerSecond?: number;
  readonly failure?: string;
  /** The share that comes before the line breaks. */
  readonly at?: number;
}

export const ordeals = ["none", "breaks", "proof", "slow"] as const;
export type Ordeal = (typeof ordeals)[number];

/** Megabytes. The largest one is more than Telegram takes from a bot. */
export const sizes = [2, 20, 80] as const;
export type Size = (typeof sizes)[number];

export const ordeal = signal<Ordeal>("none");
export const size = signal<Size>(2);

const megabyte = 1_000_000;

const wishes: Readonly<Record<Ordeal, Partial<MediaWish>>> = {
  none: {},
  breaks: { failure: "breaks", at: 0.6 },
  proof: { failure: "bot-check" },
  slow: { ratePerSecond: megabyte / 4 },
};

export async function deliverTwice(): Promise<void> {
  const answer = await post("/qstash/twice");
  if (answer.ok) announce(texts.value.telegram.twiceHint);
  else complain(answer.why);
}

export async function prepare(wanted: MediaWish): Promise<void> {
  const wish = {
    ...wishes[ordeal.value],
    ...(size.value !== 2 && { bytes: size.value * megabyte }),
    ...wanted,
  };
  // Every post is an ordinary one until somebody says otherwise.
  if (Object.keys(wish).length === 2) return;
  const answer = await post("/media", wish);
  if (!answer.ok) complain(answer.why);
}
