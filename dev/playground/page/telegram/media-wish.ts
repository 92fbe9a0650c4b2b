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
