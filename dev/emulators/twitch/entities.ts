/** What Twitch knows, in our words; each area writes it on the wire as Twitch does. */
import type { RewardSettings } from "./reward-settings.ts";

export interface User {
  readonly id: string;
  readonly login: string;
  /** The display name, which need not resemble the login. */
  readonly name: string;
}

export type Role = "moderator" | "vip" | "subscriber" | "bot";

export interface Chatter extends User {
  readonly roles: readonly Role[];
}

export interface Reward {
  readonly id: string;
  /** A short name by which people and stories call it; Twitch itself knows nothing of it. */
  readonly key: string | null;
  /** Whose client id made it; `null`: the broadcaster did, by hand. */
  readonly clientId: string | null;
  readonly settings: RewardSettings;
}

export type RedemptionStatus = "UNFULFILLED" | "FULFILLED" | "CANCELED";

export interface Redemption {
  readonly id: string;
  readonly user: User;
  readonly reward: Pick<RewardSettings, "title" | "cost" | "prompt"> & { readonly id: string };
  readonly input: string;
  readonly status: RedemptionStatus;
  readonly redeemedAt: number;
}

/** A timeout, or a ban where `endsAt` is `null`. */
export interface Ban {
  readonly user: User;
  readonly moderator: User;
  readonly reason: string;
  readonly createdAt: number;
  readonly endsAt: number | null;
}

export interface ChatLine {
  readonly id: string;
  readonly user: User;
  readonly text: string;
  readonly at: number;
  /** Where it was said, if that was in another channel of a shared chat. */
  readonly sharedFrom?: User;
  readonly reply?: Reply;
}

/** What a line answers, and the line that began the talk. */
export interface Reply {
  readonly parent: Pick<ChatLine, "id" | "user" | "text">;
  readonly thread: Pick<ChatLine, "id" | "user">;
}

/** A broadcast that is on the air. */
export interface Stream {
  readonly id: string;
  readonly startedAt: number;
}

/** Besides these, why Twitch took it away: `authorization_revoked`, `notification_failures_exceeded` … */
export type SubscriptionStatus =
  | "enabled"
  | "webhook_callback_verification_pending"
  | "webhook_callback_verification_failed"
  | (string & {});

/** An EventSub subscription. */
export interface Subscription {
  readonly id: string;
  readonly clientId: string;
  readonly type: string;
  readonly version: string;
  readonly status: SubscriptionStatus;
  readonly condition: Readonly<Record<string, string>>;
  readonly callback: string;
  readonly secret: string;
  readonly cost: number;
  readonly createdAt: number;
}

/** Who holds an access token: an app, or an app for a user. */
export interface AccessToken {
  readonly token: string;
  readonly clientId: string;
  readonly user: User | null;
  readonly scopes: readonly string[];
  readonly expiresAt: number;
}
