import type { Message as BotApiMessage, MessageEntity, Update } from "grammy/types";
import { type Instant, instant } from "#kernel/clock";
import type { Arrival } from "#domain/forwarder/arrival";
import {
  type Content,
  type LinkButton,
  type MediaKind,
  mediaKinds,
  type Message,
  type Origin,
  otherKinds,
  type Sender,
} from "#domain/forwarder/message";
import type { Entity, StyledText } from "#domain/forwarder/styled-text";

/** What a bot's update tells a source's room; undefined: nothing that is carried. */
export function readArrival(
  update: Update,
): { readonly chat: string; readonly arrival: Arrival } | undefined {
  if (update.my_chat_member && update.my_chat_member.chat.type !== "private")
    return {
      chat: String(update.my_chat_member.chat.id),
      arrival: { is: "access", key: `access:${update.update_id}` },
    };
  const posted = update.channel_post ?? groupMessage(update.message);
  if (posted) return arrivalOf(posted);
  const edited = update.edited_channel_post ?? groupMessage(update.edited_message);
  if (!edited) return undefined;
  // Of two edits within one second the update alone tells which is which.
  const key = `edit:${update.update_id}`;
  return {
    chat: String(edited.chat.id),
    arrival: { is: "edit", key, message: readMessage(edited), hops: 0 },
  };
}

const groupMessage = (message: BotApiMessage | undefined) =>
  message?.chat.type === "private" ? undefined : message;

function arrivalOf(message: BotApiMessage) {
  const chat = String(message.chat.id);
  const key = `message:${message.message_id}`;
  if (message.migrate_to_chat_id !== undefined)
    return { chat, arrival: { is: "migrated", key, to: String(message.migrate_to_chat_id) } as const };
  if (message.pinned_message)
    return { chat, arrival: { is: "pin", key, messageId: message.pinned_message.message_id } as const };
  if (isService(message)) return undefined;
  return { chat, arrival: { is: "message", key, message: readMessage(message), hops: 0 } as const };
}

/** A message in a chat, as Telegram shows it to a bot. */
export function readMessage(message: BotApiMessage): Message {
  const { chat, reply_to_message: parent } = message;
  const username = "username" in chat ? chat.username : undefined;
  const origin = originOf(message);
  const replyTo = parent && !parent.forum_topic_created ? replyOf(parent) : undefined;
  return {
    chatId: String(chat.id),
    id: message.message_id,
    date: moment(message.date),
    chatTitle: titleOf(chat),
    sender: senderOf(message),
    content: contentOf(message),
    buttons: buttonsOf(message),
    ...(message.is_topic_message && { topicId: message.message_thread_id ?? 1 }),
    ...(message.edit_date && { editedAt: moment(message.edit_date) }),
    ...(message.media_group_id && { groupId: message.media_group_id }),
    ...(username && { chatUsername: username }),
    ...(origin && { origin }),
    ...(replyTo && { replyTo }),
    ...(message.has_protected_content && { isProtected: true }),
    ...(message.is_automatic_forward && { isAutomaticForward: true }),
  };
}

const moment = (epochSeconds: number): Instant => instant(epochSeconds * 1_000);

/** Telegram shows the answered message, and not what that one answered in turn. */
const replyOf = (parent: BotApiMessage): Message["replyTo"] => ({
  id: parent.message_id,
  ...(!isService(parent) && { message: readMessage(parent) }),
});

const titleOf = (chat: BotApiMessage["chat"]): string => {
  if (chat.type === "private") return nameOf(chat);
  return chat.title ?? "";
};

const nameOf = ({ first_name, last_name }: { first_name?: string; last_name?: string }): string =>
  [first_name, last_name].filter(Boolean).join(" ");

function senderOf({
  sender_chat: chat,
  from,
  author_signature: signature,
  ...message
}: BotApiMessage): Sender {
  const speaker = chat ?? (from ? undefined : message.chat);
  const signed = signature ? { signature } : {};
  if (speaker) {
    const username = "username" in speaker ? speaker.username : undefined;
    return { id: String(speaker.id), name: titleOf(speaker), ...(username && { username }), ...signed };
  }
  return {
    id: String(from?.id),
    name: from ? nameOf(from) : "",
    ...(from?.username && { username: from.username }),
    ...signed,
  };
}

function originOf({ forward_origin: origin }: BotApiMessage): Origin | undefined {
  if (!origin) return undefined;
  switch (origin.type) {
    case "user":
      return named({
        id: origin.sender_user.id,
        name: nameOf(origin.sender_user),
        username: origin.sender_user.username,
      });
    case "hidden_user":
      return { name: origin.sender_user_name };
    case "chat":
      return named({
        id: origin.sender_chat.id,
        name: titleOf(origin.sender_chat),
        username: usernameOf(origin.sender_chat),
      });
    case "channel": {
      const { chat, message_id: messageId } = origin;
      return { ...named({ id: chat.id, name: titleOf(chat), username: usernameOf(chat) }), messageId };
    }
  }
}

const usernameOf = (chat: BotApiMessage["chat"]) => ("username" in chat ? chat.username : undefined);

const named = (who: {
  readonly id: number;
  readonly name: string;
  readonly username: string | undefined;
}): Origin => ({
  chatId: String(who.id),
  name: who.name,
  ...(who.username && { username: who.username }),
});

function contentOf(message: BotApiMessage): Content {
  if (message.text !== undefined)
    return {
      is: "text",
      text: styled(message.text, message.entities),
      hasPreview: message.link_preview_options?.is_disabled !== true,
    };
  const kind = mediaKinds.find((each) => message[each] !== undefined && !isShadow(each, message));
  return kind ? mediaOf(message, kind) : otherOf(message);
}

/** An animation is a document too, for programs that know no animations. */
const isShadow = (kind: MediaKind, message: BotApiMessage): boolean =>
  kind === "document" && message.animation !== undefined;

function mediaOf(message: BotApiMessage, kind: MediaKind): Content {
  const file = kind === "photo" ? message.photo?.at(-1) : message[kind];
  if (!file) return otherOf(message);
  return {
    is: "media",
    kind,
    fileId: file.file_id,
    uniqueId: file.file_unique_id,
    caption: styled(message.caption ?? "", message.caption_entities),
    ...(file.file_size !== undefined && { bytes: file.file_size }),
    ...("file_name" in file && file.file_name && { fileName: file.file_name }),
    ...("mime_type" in file && file.mime_type && { mimeType: file.mime_type }),
    ...(message.has_media_spoiler && { isSpoiler: true }),
    ...(message.show_caption_above_media && { isCaptionAbove: true }),
  };
}

function otherOf(message: BotApiMessage): Content {
  // A venue is a location too, and is what it says more of.
  const kind = message.venue ? "venue" : (otherKinds.find((each) => each in message) ?? "other");
  return { is: "other", kind, gist: gistOf(message, kind) };
}

function gistOf(message: BotApiMessage, kind: (typeof otherKinds)[number]): string {
  if (message.poll)
    return [message.poll.question, ...message.poll.options.map(({ text }) => text)].join("\n");
  if (kind === "other") return String(message.message_id);
  return JSON.stringify((message as unknown as Record<string, unknown>)[kind]);
}

function styled(text: string, entities: readonly MessageEntity[] = []): StyledText {
  return { text, entities: entities.map(entityOf) };
}

/** Of a text_mention only who is meant. */
const entityOf = (entity: MessageEntity): Entity =>
  entity.type === "text_mention" ? { ...entity, user: { id: entity.user.id } } : entity;

/** Only links: a bot's other buttons work for that bot alone. */
function buttonsOf({ reply_markup: keyboard }: BotApiMessage): readonly (readonly LinkButton[])[] {
  return (keyboard?.inline_keyboard ?? [])
    .map((row) => row.flatMap((button) => ("url" in button ? [{ text: button.text, url: button.url }] : [])))
    .filter((row) => row.length > 0);
}

const content = ["text", ...mediaKinds, ...otherKinds.filter((kind) => kind !== "other")] as const;

/** Somebody has come, a title was changed: nothing that anybody has posted. */
const isService = (message: BotApiMessage): boolean => !content.some((kind) => kind in message);
