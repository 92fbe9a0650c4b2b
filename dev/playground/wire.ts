/** What the page is told by the world's control API and by its own server. Times are milliseconds since the epoch. */
import type { Ban, Chatter, ChatLine, Redemption, Stream, User } from "../emulators/twitch/entities.ts";
import type { Call } from "../world/calls.ts";
import type { HappeningName } from "../world/happenings.ts";
import type { JobNews, TelegramNews } from "./wire-telegram.ts";

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
  readonly telegram: InChannel & TelegramNews;
  readonly job: InChannel & JobNews;
  readonly reset: InChannel;
}

export interface KegSettings {
  readonly fuseSeconds: number;
  readonly boarsNeeded: number;
  readonly timeoutSeconds: number;
}

export type BotLanguage = "ru" | "en";
export type TableMode = "auto" | "live";

export interface CollectorSet {
  readonly name: string;
  readonly words: readonly string[];
  readonly peopleNeeded: number;
  readonly windowSeconds: number;
}

export interface SleepSettings {
  readonly schedule: { readonly enabled: boolean; readonly from: string; readonly to: string };
  readonly timeZone: string;
  readonly redemptions: "refund" | "pause";
}

/** `GET /playground/settings`: what the page shows of the channel's settings. A part that is not understood is absent. */
export interface ChannelSettings {
  readonly language: BotLanguage;
  readonly keg: KegSettings;
  /** What each command is called, without the `!`, by its key. */
  readonly commands?: Readonly<Record<string, readonly string[]>> | undefined;
  readonly sleep?: SleepSettings | undefined;
  readonly "twenty-one"?: { readonly mode: TableMode } | undefined;
  readonly voteban?: { readonly votesNeeded: number } | undefined;
  readonly collectors?: { readonly sets: readonly CollectorSet[] } | undefined;
}

/** `PUT /playground/settings`: only what changes. */
export interface SettingsChange {
  readonly language?: BotLanguage;
  readonly keg?: Partial<KegSettings>;
  readonly sleep?: Partial<Omit<SleepSettings, "schedule">> & {
    readonly schedule?: Partial<SleepSettings["schedule"]>;
  };
  readonly "twenty-one"?: { readonly mode: TableMode };
}

/** `GET /playground/product` */
export interface ProductLook {
  readonly isUp: boolean;
  readonly status: ProductStatus | null;
}

export interface ProductStatus {
  readonly awake: boolean;
  /** What the channel has at Twitch; `null`: it was never set up. */
  readonly standing: {
    readonly subscriptions: readonly string[];
    /** What a person has to see to. */
    readonly problems: readonly string[];
    readonly checkedAt: number;
  } | null;
  /** What does not work though it should. */
  readonly failing: readonly string[];
  /** What the bot has decided to do and has not done yet. */
  readonly outbox: number;
  /** Rows on their way into the database. */
  readonly journal: number;
  readonly ledger: number;
  readonly players: number;
  readonly deadLetters: number;
}

/** `GET /playground/room`: how the channel's games stand. What the page does not understand is as if it were not there. */
export interface RoomLook {
  readonly table: TableLook;
  readonly votes: readonly VoteLook[];
  readonly collectors: readonly CollectorLook[];
  /** What an admin ordered the bot to be; `null`: nothing in force. */
  readonly order: { readonly is: "asleep" | "awake"; readonly until: number } | null;
}

/** The table of 21. */
export interface TableLook {
  /** Whoever came first plays first. */
  readonly queue: readonly Guest[];
  /** No game begins before this. */
  readonly nextGameAt: number;
  /** Two who play in chat; in auto mode a game is over as soon as it begins. */
  readonly game: {
    readonly seats: readonly Seat[];
    /** The place of whoever's turn it is. */
    readonly turn: number;
    readonly turnEndsAt: number;
  } | null;
}

export interface Guest {
  readonly user: User;
  /** What they play for. */
  readonly stake: "ticket" | "reward";
  readonly cameAt: number;
}

export interface Seat {
  readonly user: User;
  /** Such as `K♠`. */
  readonly hand: readonly string[];
  readonly total: number;
}

/** A vote on somebody; `target` is what they are called, as far as that is known. */
export interface VoteLook {
  readonly target: string;
  readonly voters: number;
  readonly endsAt: number;
}

/** People who have said a word of a set. */
export interface CollectorLook {
  readonly set: string;
  readonly people: readonly User[];
  /** Whoever is caught, while it is awaited what comes of it. */
  readonly drawn: User | null;
  readonly lastAt: number;
}

/** `GET /playground/players`, the best first. */
export interface PlayerRow extends User {
  readonly wins: number;
  readonly losses: number;
  readonly tickets: number;
  /** What the rank is called, in the language that was asked for. */
  readonly rank: string;
}

export type LogLevel = "debug" | "info" | "warn" | "error";

/** `GET /playground/log`, the newest first. */
export interface LogEntry {
  readonly at: number;
  readonly level: LogLevel;
  readonly event: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** What the product has given up: `GET /playground/dead-letters`, the newest first. */
export interface DeadLetter {
  readonly key: string;
  readonly at: number;
  readonly why: string;
  readonly what: unknown;
}
