import { text } from "#kernel/text";
import { type Message, textOf } from "../message.ts";
import type { Post } from "../post.ts";
import { type Filter, judged } from "./filter.ts";

export const byLinks: Filter = (post, { links }) =>
  judged(links, post.messages.some(hasLink), text("filtered-link"), text("filtered-no-link"));

export const byMentions: Filter = (post, { mentions }) =>
  judged(mentions, hasEntity(post, mention), text("filtered-mention"), text("filtered-no-mention"));

const link = new Set(["url", "text_link"]);
const mention = new Set(["mention", "text_mention"]);

/** Telegram marks no link within code. */
const plainLink = /https?:\/\/|\bwww\.|\bt\.me\//i;

const hasLink = (message: Message): boolean =>
  hasMark(message, link) || plainLink.test(textOf(message)?.text ?? "");

const hasEntity = ({ messages }: Post, types: ReadonlySet<string>): boolean =>
  messages.some((message) => hasMark(message, types));

const hasMark = (message: Message, types: ReadonlySet<string>): boolean =>
  textOf(message)?.entities.some(({ type }) => types.has(type)) ?? false;
