/** What the page is told by the world's control API and by its own server. Times are milliseconds since the epoch. */
import type { Ban, Chatter, ChatLine, Redemption, Stream, User } from "../emulators/twitch/entities.ts";
import type { Call } from "../world/calls.ts";
import type { HappeningName } from "../world/happenings.ts";

export interface RewardOffer {
  readonly id: string;
  readonly key: string | null;
  readonly title: string;
  readonly cost: number;
  readonly prompt: string;
  readonly isEnabled: boolean;
  readonly isPaused: boolean;
  readonly isInputRequired: boolean;
}

/** `GET /twitch/state`. Lists are oldest first. */
export interface ChannelState {
  readonly broadcaster: User;
  readonly bot: User;
  readonly chatters: readonly Chatter[];
  readonly chat: readonly ChatLine[];
  readonly timeouts: readonly Ban[];
  readonly redemptions: readonly Redemption[];
  readonly rewards: readonly RewardOffer[];
  readonly moderators: readonly User[];
  /** `null`: off the air. */
  readonly stream: Stream | null;
}

interface InChannel {
  readonly broadcasterId: string | null;
}

export type TimeoutNews = { readonly user: User; readonly moderator: User } & (
  | { readonly endsAt: number | null; readonly reason: string }
  | { readonly lifted: true }
);

/** One message of EventSub and what the product answered; status 0: nothing answered. */
export interface Notification {
  readonly type: string;
  readonly messageId: string;
  readonly status: number;
}

/** `GET /events`, by name. */
export interface Happenings extends Record<HappeningName, InChannel> {
  readonly chat: InChannel & ChatLine;
  readonly timeout: InChannel & TimeoutNews;
  readonly redemption: InChannel & Redemption;
  readonly call: InChannel & Call;
  readonly notification: InChannel & Notification;
  readonly chatters: InChannel & { readonly chatters: readonly Chatter[] };
  readonly moderators: InChannel & Pick<ChannelState, "moderators">;
  readonly rewards: InChannel & Pick<ChannelState, "rewards">;
  readonly stream: InChannel & Pick<ChannelState, "stream">;
  readonly reset: InChannel;
}

export interface KegSettings {
  readonly fuseSeconds: number;
  readonly boarsNeeded: number;
  readonly timeoutSeconds: number;
}

export type BotLanguage = "ru" | "en";

/** `GET /playground/settings`: what the page shows of the channel's settings. */
export interface ChannelSettings {
  readonly language: BotLanguage;
  readonly keg: KegSettings;
}

/** `PUT /playground/settings`: only what changes. */
export interface SettingsChange {
  readonly language?: BotLanguage;
  readonly keg?: Partial<KegSettings>;
}

/** `GET /playground/product` */
export interface ProductLook {
  readonly isUp: boolean;
  readonly status: {
    /** What the bot has decided to do and has not done yet. */
    readonly outbox: number;
    readonly deadLetters: number;
  } | null;
}
