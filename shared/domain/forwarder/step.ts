import type { LinkButton, MediaKind } from "./message.ts";
import type { StyledText } from "./styled-text.ts";

export type Buttons = readonly (readonly LinkButton[])[];

/**
 * One call of a sender. `covers`: the source messages it stands for, in the order of what it sends; edits and replies find
 * it by them. `standsFor`: messages that were left out, for which the first of it stands.
 */
export type Step =
  /** As they are, with their author. */
  | { readonly is: "forward"; readonly covers: readonly number[]; readonly standsFor?: readonly number[] }
  /** As they are, without; one message may get a caption and buttons of its own. */
  | {
      readonly is: "copy";
      readonly covers: readonly number[];
      readonly standsFor?: readonly number[];
      readonly caption?: StyledText;
      readonly buttons?: Buttons;
    }
  /** One message; `covers` may be several, whose files stay behind. */
  | {
      readonly is: "text";
      readonly covers: readonly number[];
      readonly standsFor?: readonly number[];
      readonly text: StyledText;
      readonly hasPreview: boolean;
      readonly buttons?: Buttons;
      /** What did not fit into the step before: it answers that. */
      readonly continues?: true;
    }
  /** An album made anew, for its captions change or it answers something: copying can do neither. */
  | {
      readonly is: "album";
      readonly covers: readonly number[];
      readonly standsFor?: readonly number[];
      readonly items: readonly AlbumItem[];
    };

export interface AlbumItem {
  readonly kind: MediaKind;
  readonly fileId: string;
  readonly caption: StyledText;
  readonly isSpoiler?: true;
  readonly isCaptionAbove?: true;
}

/** Changes what was sent for a source message. `rest` are the texts that follow it. */
export type EditStep = {
  readonly covers: readonly number[];
  readonly rest: readonly StyledText[];
  readonly buttons?: Buttons;
} & (
  | { readonly is: "edit-text"; readonly text: StyledText; readonly hasPreview: boolean }
  /** The file too, if it is another one; otherwise only its caption. */
  | { readonly is: "edit-media"; readonly item: AlbumItem }
);

/** A message in the target, and the source message it stands for. `messageId` 0: Telegram has still to make it. */
export interface Sent {
  readonly sourceId: number;
  readonly messageId: number;
  /** Which sender has sent it, by its name; he alone may change it. */
  readonly by?: string;
}
