/** Content: what a message says and shows, apart from who wrote it and where it stands. */
import { fileKinds, type Message } from "../entities.ts";
import { mayAsMember, type Standing } from "../membership.ts";

/** What a message can be besides a text or a file. */
export const plainKinds = [
  "poll",
  "venue",
  "location",
  "contact",
  "dice",
  "game",
  "story",
  "checklist",
  "paid_media",
  "giveaway",
  "invoice",
] as const;

const contentNames: readonly string[] = [
  ...fileKinds,
  ...plainKinds,
  "text",
  "entities",
  "link_preview_options",
  "caption",
  "caption_entities",
  "has_media_spoiler",
  "show_caption_above_media",
];
const withoutCaption = contentNames.filter((name) => !name.startsWith("caption"));
type Members = Readonly<Record<string, unknown>>;

const isContent = (name: string) => contentNames.includes(name);
const pick = (message: Members, isWanted: (name: string) => boolean) =>
  Object.fromEntries(Object.entries(message).filter(([name]) => isWanted(name)));

export const contentOf = (message: Message) => pick(message, isContent);
export const filesOf = (message: Message) => pick(message, (name) => withoutCaption.includes(name));
export const hasFile = (message: Members) => fileKinds.some((kind) => kind in message);
export const hasContent = (message: Members) =>
  "text" in message || hasFile(message) || plainKinds.some((kind) => kind in message);

/** https://core.telegram.org/bots/api#copymessage */
export function isCopyable(message: Members): boolean {
  const isForbidden = ["paid_media", "giveaway", "invoice"].some((kind) => kind in message);
  const { poll } = message as { readonly poll?: Members };
  const isRiddle = poll?.["type"] === "quiz" && poll["correct_option_id"] === undefined;
  return hasContent(message) && !isForbidden && !isRiddle;
}

/** Everything but content and keyboard. */
export const frameOf = (message: Message) =>
  pick(message, (name) => !isContent(name) && name !== "reply_markup");

/** What it is, what it takes to send it in a group, and how Telegram calls it. */
const kinds = [
  ["animation", "can_send_other_messages", "animations"],
  ["sticker", "can_send_other_messages", "stickers"],
  ["dice", "can_send_other_messages", "dice"],
  ["photo", "can_send_photos", "photos"],
  ["video", "can_send_videos", "videos"],
  ["audio", "can_send_audios", "music"],
  ["document", "can_send_documents", "documents"],
  ["voice", "can_send_voice_notes", "voice notes"],
  ["video_note", "can_send_video_notes", "video notes"],
  ["poll", "can_send_polls", "polls"],
  ["venue", "can_send_messages", "venues"],
  ["location", "can_send_messages", "locations"],
  ["contact", "can_send_messages", "contacts"],
  ["text", "can_send_messages", "text messages"],
] as const;

/** Why somebody may not send this: TDLib, MessageContent.cpp, `can_send_message_content`. */
export function complaintAbout(content: Members, standing: Standing): string | undefined {
  const [, right, what] = kinds.find(([kind]) => kind in content) ?? [];
  return right === undefined || mayAsMember(standing, right)
    ? undefined
    : `not enough rights to send ${what} to the chat`;
}
