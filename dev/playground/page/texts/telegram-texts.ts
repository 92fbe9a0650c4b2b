/** Everything the page says of Telegram, once per language. What the bot says is its own. */
import type { Figure } from "../telegram/bill/figure.ts";
import type { JobStage } from "../telegram/bill/job-stage.ts";
import type { Verdict } from "../telegram/bill/tally.ts";
import type { ChatName } from "../telegram/chat-entry.ts";
import type { LinkName } from "../telegram/links.ts";
import type { Ordeal } from "../telegram/ordeals.ts";
import type { TelegramView } from "../telegram/view.ts";
import type { Way } from "../telegram/way.ts";

export interface TelegramTexts {
  readonly views: Readonly<Record<TelegramView, string>>;

  readonly youAre: string;
  readonly chats: string;
  readonly bot: string;
  readonly forwarderBot: string;
  readonly group: string;
  readonly groupAbout: string;
  readonly friendAbout: string;
  readonly store: string;
  readonly storeAbout: string;

  readonly chatWith: (name: string) => string;
  readonly messages: string;
  readonly empties: Readonly<Record<ChatName, string>>;
  readonly readOnly: string;
  readonly write: (name: string) => string;
  readonly reply: (name: string) => string;
  readonly noReply: string;
  readonly edited: string;
  readonly deleted: string;
  readonly noWords: string;
  readonly via: string;
  readonly forwardedFrom: string;
  readonly hasPinned: (what: string) => string;
  readonly hasMoved: string;
  readonly video: string;
  readonly photo: string;
  readonly audio: string;
  readonly album: string;
  readonly document: string;
  readonly megabytes: (count: string) => string;

  readonly links: string;
  readonly freshLinks: string;
  readonly linkNames: Readonly<Record<LinkName, string>>;
  readonly linkMeaning: Readonly<Record<LinkName, string>>;
  readonly again: string;
  readonly againHint: string;
  readonly ways: string;
  readonly wayNames: Readonly<Record<Way, string>>;
  readonly wayMeaning: Readonly<Record<Way, string>>;
  readonly callGuest: (bot: string, url: string) => string;
  readonly notHere: (bot: string) => string;
  readonly notDelivered: string;

  readonly inlineResults: string;
  readonly inlineAsking: string;
  readonly inlineNothing: string;
  readonly inlineAtOnce: string;

  readonly bill: string;
  readonly billEmpty: string;
  readonly countAnew: string;
  readonly verdicts: Readonly<Record<Verdict["is"], string>>;
  readonly milliseconds: (count: number) => string;
  readonly seconds: (count: string) => string;
  readonly figures: Readonly<Record<Figure, string>>;
  readonly jobs: string;
  readonly jobStages: Readonly<Record<JobStage, string>>;
  readonly attempts: (count: number) => string;

  readonly trouble: string;
  readonly troubleHint: string;
  readonly nextPost: string;
  readonly ordeals: Readonly<Record<Ordeal, string>>;
  readonly nextSize: string;
  readonly twice: string;
  readonly twiceHint: string;
}
