/** A message such as the Bot API tells of, made of what somebody has filled in. */
export const triedKinds = ["text", "photo", "video", "document", "voice", "sticker", "poll"] as const;
export type TriedKind = (typeof triedKinds)[number];

export interface Tried {
  readonly kind: TriedKind;
  readonly text: string;
  /** A repost of another channel's. */
  readonly isRepost: boolean;
  /** Of a document. */
  readonly fileName: string;
}

const file = { file_id: "trial", file_unique_id: "trial", file_size: 1_000_000 };
const picture = { ...file, width: 1_280, height: 720 };
const elsewhere = {
  id: -1_009_999_999_999,
  type: "channel",
  title: "Another channel",
  username: "another_channel",
};
const repost = { type: "channel", chat: elsewhere, message_id: 1, date: 0 };

export function messageOf({ kind, text, isRepost, fileName }: Tried): Record<string, unknown> {
  return { ...contentOf(kind, text, fileName), ...(isRepost && { forward_origin: repost }) };
}

function contentOf(kind: TriedKind, text: string, fileName: string): Record<string, unknown> {
  const caption = { caption: text, caption_entities: entitiesIn(text) };
  switch (kind) {
    case "text":
      return { text, entities: entitiesIn(text) };
    case "photo":
      return { photo: [picture], ...caption };
    case "video":
      return { video: { ...picture, duration: 10 }, ...caption };
    case "document":
      return { document: { ...file, ...(fileName && { file_name: fileName }) }, ...caption };
    case "voice":
      return { voice: { ...file, duration: 10 }, ...caption };
    case "sticker":
      return { sticker: { ...picture, type: "regular", is_animated: false, is_video: false } };
    case "poll":
      return { poll: { id: "1", question: text, options: [], type: "regular" } };
  }
}

const marks = [
  ["url", /\b(?:https?:\/\/|www\.|t\.me\/)[^\s<>"]+/gi],
  ["mention", /(?<![\w@])@[a-z]\w{3,31}/gi],
  ["hashtag", /(?<![\w#&])#[\p{L}\p{N}_]+/gu],
] as const;

/** What Telegram would mark in a text by itself. */
export function entitiesIn(text: string) {
  return marks
    .flatMap(([type, pattern]) =>
      [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({ type, offset: index, length })),
    )
    .toSorted((left, right) => left.offset - right.offset);
}
