import { type Message, textOf } from "./message.ts";
import { type Post, wholeText } from "./post.ts";

/** What tells whether a post has been carried before. */
export interface Prints {
  /** Where the same print counts as the same post: `mapping:12`, `target:-1001`, `everywhere`. */
  readonly scope: string;
  readonly windowSeconds: number;
  /** SHA-256 over `contentOf` the post; undefined: too short to tell. */
  readonly content?: string;
  /** `-1001:77`, where a repost first stood, or where the post itself stands. */
  readonly origin: string;
  /** SimHash of the words, 64 bits as hexadecimal digits, and how many may differ. */
  readonly near?: { readonly hash: string; readonly most: number };
}

/** Fewer characters without a file are said again and again: "Good morning". */
const leastCharacters = 10;

/** It says so little that another post with the same content need not be the same. */
export const isTooShort = (post: Post): boolean =>
  post.messages.every(({ content }) => content.is === "text") &&
  [...canonical(wholeText(post))].length < leastCharacters;

/**
 * What a post says, in a form in which the same is written the same: its text made plain, its files and what else it
 * carries. Of the source's post, before transforms; an album is one. Its hash is the content print.
 */
export const contentOf = (post: Post): string =>
  JSON.stringify([canonical(wholeText(post)), [...new Set(post.messages.flatMap(thingsOf))].toSorted()]);

const thingsOf = ({ content }: Message): readonly string[] => {
  if (content.is === "media") return [content.uniqueId];
  return content.is === "other" ? [`${content.kind}: ${canonical(content.gist)}`] : [];
};

/** Without what nobody sees: case, widths, ligatures, invisible characters, and how many spaces there are. */
export const canonical = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, "")
    .replaceAll(/\s+/gu, " ")
    .trim();

/** Where a post first stood: a repost has it from elsewhere, and shares it with what it repeats. */
export function originOf({ messages: [first] }: Post): string {
  const { chatId, messageId } = first.origin ?? {};
  return chatId === undefined || messageId === undefined
    ? `${first.chatId}:${first.id}`
    : `${chatId}:${messageId}`;
}

/** What has to change for an edit to count. Telegram also tells of edits nobody sees, such as of views. */
export const editContentOf = (message: Message): string => {
  const { text = "", entities = [] } = textOf(message) ?? {};
  return JSON.stringify([text, entities, thingsOf(message), message.buttons]);
};
