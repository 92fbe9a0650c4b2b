/** What the page is told of Telegram and of QStash by the world's control API. Times are milliseconds since the epoch, `date` is in seconds. */
import type { EventState } from "../emulators/qstash/events.ts";
import type {
  Button,
  Chat,
  Entity,
  FileKind,
  FileView,
  Keyboard,
  Message,
  TelegramUser,
} from "../emulators/telegram/entities.ts";

export type { Button, Chat, Entity, FileKind, FileView, Keyboard, Message, TelegramUser };

/** A message as people see it, also after it was deleted. */
export type ShownMessage = Message & {
  readonly isDeleted: boolean;
  readonly isPinned?: boolean;
  /** Where its files may be played. */
  readonly files: readonly { readonly kind: FileKind; readonly url: string }[];
  /** How a bot that is not in the chat names it. */
  readonly inline_message_id?: string;
};

export interface TelegramChat extends Chat {
  /** Unlike the id the same for everybody who is in it. */
  readonly key: string;
  readonly members: readonly { readonly id: number; readonly status: string }[];
  readonly isProtected: boolean;
  /** None: it is no forum. */
  readonly topics: readonly Topic[];
  /** The supergroup that this group has become. */
  readonly migratedTo?: number;
  readonly messages: readonly ShownMessage[];
}

export interface Topic {
  readonly id: number;
  readonly name: string;
}

export interface TelegramBot {
  readonly name: string;
  readonly id: number;
  readonly username: string;
}

/** `GET /telegram/state`. Messages are oldest first. */
export interface TelegramState {
  readonly bots: readonly TelegramBot[];
  readonly users: readonly TelegramUser[];
  readonly chats: readonly TelegramChat[];
}

/** The event `telegram`: a message is there, looks different, or is gone. */
export interface TelegramNews {
  /** The bot it is about, where it is about one. */
  readonly bot?: string;
  readonly chat: Chat;
  readonly message?: Message;
  readonly deleted?: number;
}

/** The event `job`: something happened to a message of QStash. */
export interface JobNews {
  readonly id: string;
  /** Where it is delivered. */
  readonly url: string;
  readonly state: EventState;
  readonly attempts: number;
  /** What the product answered. */
  readonly status?: number;
  readonly nextAt?: number;
  readonly at: number;
}

/** How a bot fared with an update; status 0: nobody answered, and it is told again. */
export interface Told {
  readonly status?: number;
}

/** `POST /telegram/<bot>/press` */
export interface PressAnswer extends Told {
  readonly answer?: { readonly text?: string; readonly showAlert?: boolean; readonly url?: string };
}

export interface InlineResult {
  readonly id: string;
  readonly type: string;
  readonly title?: string;
  readonly description?: string;
}

/** `POST /telegram/<bot>/inline`; without `answer` the bot kept silent. */
export interface InlineAnswer extends Told {
  readonly query_id: string;
  readonly answer?: {
    readonly results: readonly InlineResult[];
    /** Above the results: leads into the private chat with the bot. */
    readonly button?: { readonly text: string; readonly start_parameter?: string };
  };
}
