import type { Chatter } from "#domain/twitch/chatter";
import type { Redemption, Resolution } from "#domain/twitch/redemption";

/** What happened in a channel, in our own words: what the door hands to the room. */
export type ChannelEvent =
  | { readonly is: "chat"; readonly line: ChatMessage }
  | { readonly is: "redeemed"; readonly redemption: Redemption }
  /** A redemption has ended: by our own call, or by a moderator's hand. */
  | { readonly is: "resolved"; readonly redemption: Redemption; readonly as: Resolution }
  | { readonly is: "stream"; readonly live: boolean }
  | { readonly is: "moderator"; readonly chatter: Chatter; readonly now: boolean };

/** Somebody wrote in this channel's chat. */
export interface ChatMessage {
  readonly id: string;
  readonly chatter: Chatter;
  readonly text: string;
  readonly roles: readonly Role[];
  /** What somebody typed for a reward comes as a line of chat too; it is no command. */
  readonly forReward: boolean;
}

export const roles = ["broadcaster", "moderator", "vip"] as const;
export type Role = (typeof roles)[number];
