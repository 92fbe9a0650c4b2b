/** The platforms whose links Taproom turns into videos. */
export const platforms = ["tiktok", "instagram", "youtube"] as const;
export type Platform = (typeof platforms)[number];

/** As their owners write them. */
export const platformNames: Readonly<Record<Platform, string>> = {
  tiktok: "TikTok",
  instagram: "Instagram",
  youtube: "YouTube",
};
