/** Bubbles: the messages of a chat as they are shown, an album in one and neighbours of one author together. */
import type { Message, ShownMessage } from "../../../wire-telegram.ts";

export interface Bubble {
  readonly key: string;
  readonly author: number;
  /** More than one: an album. Those that were deleted are not in it. */
  readonly messages: readonly [ShownMessage, ...ShownMessage[]];
  readonly isDeleted: boolean;
  /** The author's name stands above the first, and a tail below the last. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

export function bubblesOf(messages: readonly ShownMessage[]): readonly Bubble[] {
  const groups: [ShownMessage, ...ShownMessage[]][] = [];
  for (const message of messages) {
    const last = groups.at(-1);
    if (last && isSameAlbum(last[0], message)) last.push(message);
    else groups.push([message]);
  }
  return groups.map((group, place) => {
    const [first] = group;
    return {
      key: String(first.message_id),
      author: authorOf(first),
      messages: group,
      isDeleted: first.isDeleted,
      isFirst: !isNeighbour(groups[place - 1]?.[0], first),
      isLast: !isNeighbour(groups[place + 1]?.[0], first),
    };
  });
}

const isSameAlbum = (one: ShownMessage, other: ShownMessage) =>
  one.media_group_id !== undefined &&
  one.media_group_id === other.media_group_id &&
  one.isDeleted === other.isDeleted;

/** What was deleted leaves only a trace, which stands by itself. */
const isNeighbour = (one: ShownMessage | undefined, other: ShownMessage) =>
  one !== undefined && authorOf(one) === authorOf(other) && !one.isDeleted && !other.isDeleted;

const authorOf = ({ from, chat }: ShownMessage) => from?.id ?? chat.id;

/** What an album says stands on the first of it. */
export function wordsOf([first]: Bubble["messages"]) {
  return first.text === undefined
    ? { text: first.caption, entities: first.caption_entities }
    : { text: first.text, entities: first.entities };
}

/** Where a message is on the page. */
export const anchorOf = ({ chat, message_id: id }: Message) => `message-${chat.id}-${id}`;
