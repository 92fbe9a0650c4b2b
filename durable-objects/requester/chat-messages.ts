import type { Api } from "grammy";
import type { InlineKeyboardMarkup, InputMediaAudio, InputMediaPhoto, InputMediaVideo } from "grammy/types";
import type { Translate } from "#kernel/i18n";
import type { Text } from "#kernel/text";
import { asked, means } from "#adapters/telegram/bot-api";
import type { Button } from "#domain/downloader/buttons";
import type { Target } from "#domain/downloader/request";
import type { TelegramFile } from "#domain/downloader/upload";

/** https://core.telegram.org/bots/api#sendmediagroup */
const mostInAlbum = 10;

/** Telegram may want a rest between two albums of one post: how many files stand there, and who has to know of more. */
export interface AlbumSoFar {
  readonly given: number;
  readonly onGiven: (files: number) => void;
}

/** What is written into one chat, or into one message of Telegram's own, in the language of whoever asked. */
export class ChatMessages {
  readonly #api: Api;
  readonly #say: Translate;

  constructor(api: Api, say: Translate) {
    this.#api = api;
    this.#say = say;
  }

  /** Writes a text where `messageId` stands, or anew; gives the id of the message, 0 for one of Telegram's own. */
  async write(
    target: Target,
    messageId: number | undefined,
    words: string,
    buttons: readonly (readonly Button[])[],
  ): Promise<number> {
    const options = { link_preview_options: { is_disabled: true }, ...this.#keyboard(buttons) };
    if (target.is === "inline") {
      await unchanged(asked(this.#api.editMessageTextInline(target.messageId, words, options)));
      return 0;
    }
    if (messageId === undefined) {
      const sent = await asked(
        this.#api.sendMessage(target.chatId, words, { ...options, ...replyTo(target) }),
      );
      return sent.message_id;
    }
    await unchanged(asked(this.#api.editMessageText(target.chatId, messageId, words, options)));
    return messageId;
  }

  /** Sends a file that lies at Telegram. */
  async send(
    target: Target & { readonly is: "chat" },
    { kind, fileId }: TelegramFile,
    caption: string,
    buttons: readonly (readonly Button[])[],
  ): Promise<void> {
    const options = { caption, ...replyTo(target), ...this.#keyboard(buttons) };
    switch (kind) {
      case "video":
        await asked(this.#api.sendVideo(target.chatId, fileId, { ...options, supports_streaming: true }));
        return;
      case "audio":
        await asked(this.#api.sendAudio(target.chatId, fileId, options));
        return;
      case "photo":
        await asked(this.#api.sendPhoto(target.chatId, fileId, options));
        return;
    }
  }

  /** Turns a message into a file. However often that is done, the file stands there once. */
  async turnInto(
    target: Target,
    messageId: number | undefined,
    file: TelegramFile,
    caption: string,
    buttons: readonly (readonly Button[])[],
  ): Promise<void> {
    const media = { ...inputMedia(file), caption };
    const options = this.#keyboard(buttons);
    if (target.is === "inline")
      await unchanged(asked(this.#api.editMessageMediaInline(target.messageId, media, options)));
    else if (messageId !== undefined)
      await unchanged(asked(this.#api.editMessageMedia(target.chatId, messageId, media, options)));
  }

  /** Sends several files as albums; the first bears the caption. Those that stand there already are left out. */
  async sendAlbum(
    target: Target & { readonly is: "chat" },
    files: readonly TelegramFile[],
    caption: string,
    { given, onGiven }: AlbumSoFar,
  ): Promise<void> {
    const items = files.map((file, place) => ({ ...albumMedia(file), ...(place === 0 && { caption }) }));
    let count = 0;
    for (const group of albums(items)) {
      count += group.length;
      if (count <= given) continue;
      await asked(this.#api.sendMediaGroup(target.chatId, group, replyTo(target)));
      onGiven(count);
    }
  }

  /** A message that is gone already, or that we may not delete, is left at that. */
  async remove(chatId: number, messageId: number): Promise<void> {
    try {
      await asked(this.#api.deleteMessage(chatId, messageId));
    } catch (error) {
      if (!means(error, "message is gone") && !means(error, "chat is closed")) throw error;
    }
  }

  say(text: Text): string {
    return this.#say(text);
  }

  #keyboard(rows: readonly (readonly Button[])[]): { reply_markup?: InlineKeyboardMarkup } {
    if (rows.length === 0) return {};
    const keyboard = rows.map((row) =>
      row.map(({ label, data }) => ({ text: this.#say(label), callback_data: data })),
    );
    return { reply_markup: { inline_keyboard: keyboard } };
  }
}

/** Who edits a message into what it is already has what he wants. */
async function unchanged(edit: Promise<unknown>): Promise<void> {
  try {
    await edit;
  } catch (error) {
    if (!means(error, "nothing to change")) throw error;
  }
}

function replyTo({ messageId, threadId }: Target & { readonly is: "chat" }) {
  return {
    ...(messageId !== undefined && {
      reply_parameters: { message_id: messageId, allow_sending_without_reply: true },
    }),
    ...(threadId !== undefined && { message_thread_id: threadId }),
  };
}

function inputMedia({ kind, fileId }: TelegramFile): InputMediaVideo | InputMediaAudio | InputMediaPhoto {
  return kind === "video"
    ? { type: "video", media: fileId, supports_streaming: true }
    : { type: kind, media: fileId };
}

const albumMedia = ({ kind, fileId }: TelegramFile): InputMediaVideo | InputMediaPhoto =>
  kind === "photo" ? { type: "photo", media: fileId } : { type: "video", media: fileId };

/** As few as possible, and none with a single item, which Telegram takes for no album. */
function albums<Item>(items: readonly Item[]): Item[][] {
  const count = Math.ceil(items.length / mostInAlbum);
  const size = Math.ceil(items.length / count);
  return Array.from({ length: count }, (_, place) => items.slice(place * size, (place + 1) * size));
}
