import { type Message, textOf } from "./message.ts";

/** What people see as one: a message, or the two to ten messages of an album, in the order of their ids. */
export interface Post {
  readonly messages: readonly [Message, ...Message[]];
  /** How many of our own targets it has come through before; a chain of mappings has an end. */
  readonly hops: number;
}

/** It came from somewhere else to its source so often and goes no further. */
export const mostHops = 5;

export const isAlbum = ({ messages }: Post): boolean => messages.length > 1;

/** Names the post in its source: of an album its first message. */
export const postId = ({ messages }: Post): number => messages[0].id;

/** All its texts and captions, each on lines of its own. */
export const wholeText = ({ messages }: Post): string =>
  messages
    .map((message) => textOf(message)?.text ?? "")
    .filter((text) => text !== "")
    .join("\n");
