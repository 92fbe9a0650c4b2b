/** A piece of a text that looks or does something, as Telegram has it: https://core.telegram.org/bots/api#messageentity */
export interface Entity {
  readonly type: string;
  /** In UTF-16 code units, as JavaScript counts. */
  readonly offset: number;
  readonly length: number;
  /** Of a `text_link`. */
  readonly url?: string;
  /** Of a `text_mention`: the user's id. */
  readonly user?: { readonly id: number };
  /** Of a `pre`. */
  readonly language?: string;
  /** Of a `custom_emoji`. */
  readonly custom_emoji_id?: string;
}

/** A text with its entities, in the order of their offsets. */
export interface StyledText {
  readonly text: string;
  readonly entities: readonly Entity[];
}

export const plain = (text: string): StyledText => ({ text, entities: [] });
export const noText: StyledText = plain("");
