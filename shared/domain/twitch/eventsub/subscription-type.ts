import type { ChannelId, ChatterId } from "#kernel/ids";
import type { ChannelEvent } from "./channel-event.ts";

/** One kind of notification we ask Twitch for: https://dev.twitch.tv/docs/eventsub/eventsub-subscription-types */
export interface SubscriptionType {
  readonly type: string;
  readonly version: string;
  condition(channel: ChannelId, bot: ChatterId): Readonly<Record<string, string>>;
  /** Who must have agreed, and to what; any one scope of a list is enough. */
  readonly scopes: { readonly bot?: readonly string[]; readonly broadcaster?: readonly string[] };
  /** Reads the event; unknown fields and values pass. undefined: it concerns nobody here. Throws where it cannot be read. */
  parse(event: unknown): ChannelEvent | undefined;
}

/** A notification about Taproom itself, whatever the channel. */
export interface AppSubscriptionType {
  readonly type: string;
  readonly version: string;
  condition(clientId: string): Readonly<Record<string, string>>;
  /** Throws where the event cannot be read. */
  parse(event: unknown): ConsentRevoked;
}

/** Somebody does not want us to act in their name any more, or is gone from Twitch. */
export interface ConsentRevoked {
  readonly userId: string;
}
