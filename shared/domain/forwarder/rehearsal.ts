import { instant } from "#kernel/clock";
import type { Content, Message } from "./message.ts";
import type { Post } from "./post.ts";
import { plain } from "./styled-text.ts";

/** For tests: messages of a channel as a reader tells them. */
export const aText = (text: string): Content => ({ is: "text", text: plain(text), hasPreview: true });

export const aPhoto = (caption = "", fileId = "photo"): Content => ({
  is: "media",
  kind: "photo",
  fileId,
  uniqueId: `unique-${fileId}`,
  caption: plain(caption),
});

export const aMessage = (id: number, content: Content, more: Partial<Message> = {}): Message => ({
  chatId: "-1001",
  id,
  date: instant(0),
  chatTitle: "News",
  sender: { id: "-1001", name: "News" },
  content,
  buttons: [],
  ...more,
});

export const aPost = (...[first, ...others]: readonly [Message, ...Message[]]): Post => ({
  messages: [first, ...others],
  hops: 0,
});
