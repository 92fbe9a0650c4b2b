import { after, type Instant, minutes } from "#kernel/clock";
import type { Text } from "#kernel/text";
import type { Place } from "../chat.ts";
import type { MappingSettings } from "../mapping-settings.ts";
import type { Pattern } from "../pattern.ts";
import type { Part } from "../settings-parts.ts";
import type { Change, KeywordList } from "./change.ts";
import type { FieldName } from "./fields.ts";
import type { Selection } from "./selection.ts";

/** What an administrator is in the middle of. Plain data: it lies in Postgres, and a new version of the code reads it. */
export type Dialogue = AddMapping | AddKeywords | AddReplace | Choose | Fill | Wait;

/** Sources, targets, and how: every source is mapped to every target. */
export interface AddMapping {
  readonly is: "add-mapping";
  readonly step: "sources" | "targets" | "mode" | "options" | "summary";
  /** By their places' names. */
  readonly sources: readonly string[];
  readonly targets: readonly string[];
  readonly page: number;
  readonly settings: MappingSettings;
  /** What is carried may come back to where it came from. */
  readonly confirmsLoop: boolean;
}

export interface AddKeywords {
  readonly is: "add-keywords";
  readonly step: "list" | "as" | "words" | "summary";
  readonly mapping: number;
  readonly list: KeywordList;
  readonly as: Pattern["as"];
  readonly caseSensitive: boolean;
  readonly words: readonly string[];
}

export interface AddReplace {
  readonly is: "add-replace";
  readonly step: "as" | "find" | "with" | "summary";
  readonly mapping: number;
  readonly as: Pattern["as"];
  readonly find: string;
  readonly with: string;
  readonly keepCase: boolean;
}

/** Marks in a list, and something done to what is marked. */
export interface Choose extends Selection {
  readonly is: "choose";
  readonly step: "choose" | "confirm";
  readonly of: Choosing;
  /** What is to be confirmed. */
  readonly act?: string;
}
export type Choosing =
  | { readonly list: "mappings" }
  /** Which mappings get this one's settings. */
  | { readonly list: "copy-settings"; readonly mapping: number }
  | { readonly list: "keywords"; readonly mapping: number }
  | { readonly list: "transforms"; readonly mapping: number }
  | { readonly list: "kinds"; readonly mapping: number };

/** One setting that is written as words. */
export interface Fill {
  readonly is: "fill";
  readonly step: "words";
  readonly mapping: number;
  readonly field: FieldName;
}

/** For something that only Telegram can bring: a chat, a post to test, a file. It goes on until it is left. */
export interface Wait {
  readonly is: "wait";
  readonly step: "chat" | "post" | "file";
  /** None: all of them. */
  readonly mapping?: number;
}

/** What a dialogue is told. What Telegram has brought has been looked at before. */
export type Input =
  | { readonly is: "press"; readonly what: string; readonly arg: string }
  | { readonly is: "words"; readonly words: string }
  | { readonly is: "place"; readonly place: string };

/** What comes of a dialogue, for somebody to do. */
export type Effect =
  | {
      readonly is: "add-mappings";
      readonly sources: readonly Place[];
      readonly targets: readonly Place[];
      readonly settings: MappingSettings;
      readonly confirmsLoop: boolean;
    }
  | { readonly is: "change"; readonly mapping: number; readonly change: Change }
  | { readonly is: "label"; readonly mapping: number; readonly label: string }
  | { readonly is: "enable"; readonly mappings: readonly number[]; readonly enabled: boolean }
  | { readonly is: "delete"; readonly mappings: readonly number[] }
  | {
      readonly is: "copy-settings";
      readonly from: number;
      readonly to: readonly number[];
      readonly part: Part;
    };

/** Where a dialogue leads: on (perhaps with a word about what was wrong), to a deed, or out. */
export type Turn =
  | { readonly is: "on"; readonly dialogue: Dialogue; readonly problem?: Text }
  | { readonly is: "done"; readonly effect: Effect }
  | { readonly is: "left" };

export const on = (dialogue: Dialogue, problem?: Text): Turn => ({
  is: "on",
  dialogue,
  ...(problem && { problem }),
});
export const done = (effect: Effect): Turn => ({ is: "done", effect });
export const left: Turn = { is: "left" };

/** A dialogue as it is kept. A press says its `token`: buttons of an earlier dialogue are told from those of this one. */
export interface Kept {
  readonly token: string;
  readonly until: Instant;
  readonly dialogue: Dialogue;
}

/** For how long nobody has to say anything. */
export const patience = minutes(15);

export const kept = (dialogue: Dialogue, token: string, now: Instant): Kept => ({
  token,
  until: after(now, patience),
  dialogue,
});

export const isOver = ({ until }: Kept, now: Instant): boolean => now >= until;
