import type { Chatter } from "#domain/twitch/chatter";
import type { Redemption } from "#domain/twitch/redemption";

/** What happened in a channel, in our own words: what the door hands to the room. */
export type ChannelEvent =
  | { readonly is: "chat"; readonly line: ChatMessage }
  | { readonly is: "redeemed"; readonly redemption: Redemption };

/** Somebody wrote in this channel's chat. */
export interface ChatMessage {
  readonly id: string;
  readonly chatter: Chatter;
  readonly text: string;
  readonly roles: readonly Role[];
}

export const roles = ["broadcaster", "moderator", "vip"] as const;
export type Role = (typeof roles)[number];
