/** A string that names one kind of thing, so that a viewer's id cannot stand in for a channel's. */
export type Id<Kind extends string> = string & { readonly brand: Kind };

/** The Twitch user id of the broadcaster; it names the channel too. */
export type ChannelId = Id<"channel">;
/** The Twitch user id of someone in chat. Ids survive a rename; logins do not. */
export type ChatterId = Id<"chatter">;
export type RewardId = Id<"reward">;
export type RedemptionId = Id<"redemption">;
