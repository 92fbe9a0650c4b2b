/** The platforms as the world knows them: whatever has an id of the right form has a post. */

export const platforms = ["tiktok", "instagram", "youtube"] as const;
export type Platform = (typeof platforms)[number];

export const platformNames: Readonly<Record<Platform, string>> = {
  tiktok: "TikTok",
  instagram: "Instagram",
  youtube: "YouTube",
};

export interface Post {
  readonly platform: Platform;
  readonly id: string;
}

export const postKey = ({ platform, id }: Post) => `${platform}:${id}`;

const forms: Readonly<Record<Platform, RegExp>> = {
  tiktok: /^\d{1,25}$/,
  instagram: /^[\w-]{1,80}$/,
  youtube: /^[\w-]{11}$/,
};

export const isId = (platform: Platform, id: string) => forms[platform].test(id);
