import type { Filter } from "./filter.ts";
import { byLists } from "./lists.ts";

/** A channel's posts are the channel's own; who wrote them is known by the signature alone. */
export const bySender: Filter = ({ messages }, { senders }) =>
  byLists(
    senders,
    messages.map(({ sender }) => ({ id: sender.id, username: sender.username, name: sender.signature })),
  );
