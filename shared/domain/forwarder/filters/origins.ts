import { text } from "#kernel/text";
import type { Message } from "../message.ts";
import { type Filter, judged, pass, discard } from "./filter.ts";
import { byLists } from "./lists.ts";

export const byAutomaticForward: Filter = ({ messages }, { automaticForwards }) =>
  !automaticForwards && messages.some(({ isAutomaticForward }) => isAutomaticForward)
    ? discard(text("filtered-automatic-forward"))
    : pass;

export const byRepost: Filter = ({ messages }, { reposts }) =>
  judged(reposts, messages.some(isRepost), text("filtered-repost"), text("filtered-no-repost"));

/** What is no repost has no origin that could be listed, and passes. */
export const byOrigin: Filter = ({ messages }, { origins }) =>
  byLists(
    origins,
    messages.flatMap(({ origin }) =>
      origin ? [{ id: origin.chatId, username: origin.username, name: origin.name }] : [],
    ),
  );

/** A channel's own post, brought into its discussion group by Telegram, looks like a repost and is none. */
const isRepost = ({ origin, isAutomaticForward, sender }: Message): boolean =>
  origin !== undefined && !(isAutomaticForward && origin.chatId === sender.id);
