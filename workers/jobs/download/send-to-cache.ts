import type { Message } from "grammy/types";
import type { DownloaderConfig } from "#kernel/config";
import { UpstreamError } from "#kernel/errors";
import { openMedia } from "#adapters/platforms/open-media";
import { asked, type BotAccess, botApi, means } from "#adapters/telegram/bot-api";
import { mostFetchedByTelegram, mostOfPhoto } from "#adapters/telegram/limits";
import { sendStream } from "#adapters/telegram/send-stream";
import type { Rendition } from "#domain/downloader/media";
import type { TelegramFile } from "#domain/downloader/upload";
import type { Parcel } from "./parcel.ts";
import { thumbnailOf } from "./thumbnail.ts";

export interface Sent {
  readonly file: TelegramFile;
  readonly messageId: number;
}

/**
 * Brings a file to Telegram: by its address where Telegram may fetch it itself, else through our hands, byte by byte.
 * Throws Refusal (the source), UpstreamError or SilenceError (Telegram).
 */
export async function sendToCache(config: DownloaderConfig, parcel: Parcel): Promise<Sent> {
  const access = { token: config.TELEGRAM_DOWNLOADER_TOKEN, apiRoot: config.TELEGRAM_API_ROOT };
  const chatId = config.DOWNLOAD_CACHE_CHAT_ID;
  const { rendition } = parcel;
  if (!mayBeFetchedByTelegram(rendition)) return read(await stream(access, chatId, parcel), rendition);
  try {
    return read(await byAddress(access, chatId, parcel), rendition);
  } catch (error) {
    if (!means(error, "address is no good") && !means(error, "file is gone")) throw error;
    return read(await stream(access, chatId, parcel), rendition);
  }
}

/** Where nobody says a size beforehand, Telegram finds out: of what is too large for it, it fetches nothing. */
const mayBeFetchedByTelegram = ({ isOpen, bytes = 0, kind }: Rendition): boolean =>
  isOpen === true && bytes <= (kind === "photo" ? mostOfPhoto / 2 : mostFetchedByTelegram);

function byAddress(access: BotAccess, chatId: string, parcel: Parcel): Promise<Message> {
  const api = botApi(access);
  const { url, kind } = parcel.rendition;
  const { caption } = parcel;
  switch (kind) {
    case "video":
      return asked(api.sendVideo(chatId, url, { caption, ...shapeOf(parcel), supports_streaming: true }));
    case "photo":
      return asked(api.sendPhoto(chatId, url, { caption }));
    case "audio":
      return asked(api.sendAudio(chatId, url, { caption, ...soundOf(parcel) }));
  }
}

async function stream(access: BotAccess, chatId: string, parcel: Parcel): Promise<Message> {
  const { rendition, mostBytes, guard, signal, onFlown, caption } = parcel;
  const limit = rendition.kind === "photo" ? Math.min(mostBytes, mostOfPhoto) : mostBytes;
  const thumbnail = rendition.kind === "video" ? await thumbnailOf(parcel) : undefined;
  const file = await openMedia({ rendition, guard, mostBytes: limit, signal, onFlown });
  const fields = { chat_id: chatId, caption };
  switch (rendition.kind) {
    case "video":
      return sendStream(
        access,
        {
          method: "sendVideo",
          fields: { ...fields, ...shapeOf(parcel), supports_streaming: true },
          fileName: "video.mp4",
          file,
          ...(thumbnail && { thumbnail }),
        },
        signal,
      );
    case "photo":
      return sendStream(access, { method: "sendPhoto", fields, fileName: "photo.jpg", file }, signal);
    case "audio":
      return sendStream(
        access,
        { method: "sendAudio", fields: { ...fields, ...soundOf(parcel) }, fileName: "sound.m4a", file },
        signal,
      );
  }
}

/** Without these a client shows a square of unknown length. */
function shapeOf({ rendition: { width, height }, media: { duration } }: Parcel) {
  return {
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
    ...lengthOf(duration),
  };
}

const soundOf = ({ media: { title, author, duration } }: Parcel) => ({
  ...(title && { title: title.slice(0, 64) }),
  ...(author && { performer: author.slice(0, 64) }),
  ...lengthOf(duration),
});

const lengthOf = (duration: number | undefined) =>
  duration === undefined ? {} : { duration: Math.round(duration) };

function read(message: Message, { kind }: Rendition): Sent {
  const { message_id: messageId, video, audio, photo, document, animation } = message;
  // Telegram decides what it is: a video without sound becomes an animation, an odd one a document.
  const file = kind === "photo" ? photo?.at(-1) : (video ?? audio ?? animation ?? document);
  if (!file) throw new UpstreamError("telegram", 502, "a file was taken and is not in the answer");
  const { file_id: fileId, file_unique_id: fileUniqueId, file_size: bytes } = file;
  return { messageId, file: { kind, fileId, fileUniqueId, ...(bytes !== undefined && { bytes }) } };
}
