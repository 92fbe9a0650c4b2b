/** What a new chat can be. */
export const chatKinds = ["channel", "group", "forum"] as const;
export type ChatKind = (typeof chatKinds)[number];
