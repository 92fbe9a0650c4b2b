import type { Instant } from "#kernel/clock";
import type { Language } from "#kernel/i18n";
import type { Outcome, Progress } from "./flight.ts";
import type { Lead } from "./link/link.ts";
import type { Post } from "./post.ts";
import type { Quality } from "./quality.ts";

/** Where the answer goes. */
export type Target =
  /** A message with a link in a chat of ours: the answer replies to it. */
  | {
      readonly is: "chat";
      readonly chatId: number;
      readonly isPrivate: boolean;
      readonly messageId?: number;
      readonly threadId?: number;
    }
  /** A message that Telegram has put into any chat for us: it can be edited, and nothing else. */
  | { readonly is: "inline"; readonly messageId: string };

export type Source = "message" | "inline" | "deep-link" | "guest" | "button";

/** Somebody wants the video of one link. */
export interface Ask {
  /** Made of the update that asked, so that it is the same however often Telegram delivers it. */
  readonly id: string;
  readonly lead: Lead;
  readonly quality: Quality;
  readonly target: Target;
  readonly source: Source;
}

/** What is being done about it. */
export type Stage =
  /** Nobody has looked yet: it may be a short link, it may lie at Telegram already. */
  | { readonly is: "new" }
  /** It has to be downloaded, and waits until the same person's earlier one is through. */
  | { readonly is: "queued"; readonly post: Post }
  | { readonly is: "flying"; readonly post: Post; readonly progress: Progress }
  | {
      readonly is: "answering";
      readonly post?: Post;
      readonly outcome: Outcome;
      readonly cached: boolean;
      /** Of an album: how many files stand there already. */
      readonly given?: number;
    }
  /** Its person wants it no more, and has still to read so. */
  | { readonly is: "cancelled"; readonly post?: Post }
  /** It is answered; what stood there meanwhile goes. */
  | { readonly is: "tidying"; readonly deleteStatus: boolean; readonly deleteLink: boolean };

export interface Request extends Ask {
  readonly at: Instant;
  readonly language: Language;
  readonly stage: Stage;
  /** The message in which its person sees how far it is. */
  readonly statusId?: number;
  /** What stands there, so that nobody is asked to write it again. */
  readonly status?: string;
  /** How often on end something kept it from going on. */
  readonly failures: number;
  /** Not before this is anything tried again. */
  readonly due: Instant;
  /** The file that Telegram did not know any more. */
  readonly stale?: string;
}

/** How many downloads of one person may wait. */
export const mostWaiting = 20;

/**
 * Whether a request is, or may turn out to be, one for which something has to be downloaded, and whose answer is not
 * there yet: should Telegram want a rest before the answer, the next one does not overtake it.
 */
const isInLine = ({ stage }: Request) =>
  stage.is === "answering"
    ? !stage.cached
    : stage.is === "new" || stage.is === "queued" || stage.is === "flying";

/** Its place among those of the same person that have to be downloaded, from 1; 1 is being downloaded, or may be. */
export function placeOf(request: Request, all: readonly Request[]): number {
  const others = all.filter((other) => other.id !== request.id && isInLine(other));
  const isBefore = (other: Request) =>
    other.stage.is === "flying" || all.indexOf(other) < all.indexOf(request);
  return others.filter(isBefore).length + 1;
}
