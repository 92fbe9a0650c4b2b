/** Sending: new messages of the bot. */
import * as z from "zod";
import type { FileKind, Message } from "../entities.ts";
import { readPreview, readText, textFields } from "../formatted-text.ts";
import { badRequest } from "../telegram-error.ts";
import { randomId } from "../store.ts";
import { inputMediaFields, inputMediaSchema, type InputMedia, mediaFields } from "./media-message.ts";
import type { Asked, Methods } from "./method.ts";
import { commonFields, placeToWrite, reachable, send, sendAll } from "./place.ts";

export const sending: Methods = {
  sendMessage(asked) {
    const content = { ...textFields(readText(asked.parameters)), ...readPreview(asked.parameters) };
    const conversation = placeToWrite(asked);
    return send(asked, conversation, { ...commonFields(asked, conversation), ...content });
  },

  sendPhoto: (asked) => sendFile(asked, "photo"),
  sendVideo: (asked) => sendFile(asked, "video"),
  sendAudio: (asked) => sendFile(asked, "audio"),
  sendDocument: (asked) => sendFile(asked, "document"),
  sendAnimation: (asked) => sendFile(asked, "animation"),
  sendVoice: (asked) => sendFile(asked, "voice"),
  sendVideoNote: (asked) => sendFile(asked, "video_note"),
  sendSticker: (asked) => sendFile(asked, "sticker"),

  sendMediaGroup,

  sendChatAction(asked) {
    const action = asked.parameters.text("action") ?? "";
    const conversation = reachable(asked);
    if (!actions.has(action)) throw badRequest("wrong parameter action in request");
    asked.telegram.show(asked.bot, conversation, { action });
    return true;
  },
};

async function sendFile(asked: Asked, kind: FileKind): Promise<Message> {
  const conversation = placeToWrite(asked);
  const common = commonFields(asked, conversation);
  return send(asked, conversation, { ...common, ...(await mediaFields(asked, kind)) });
}

const mostInAlbum = 10;

async function sendMediaGroup(asked: Asked): Promise<Message[]> {
  const media = asked.parameters.json("media", z.array(inputMediaSchema), "can't parse InputMedia") ?? [];
  checkAlbum(media);
  const conversation = placeToWrite(asked, media.length);
  const common = { ...commonFields(asked, conversation), media_group_id: randomId() };
  // All of it or nothing: a file that cannot be had leaves half an album to nobody.
  const contents = await Promise.all(media.map((each) => inputMediaFields(asked, each, { mayUpload: true })));
  return sendAll(
    asked,
    conversation,
    contents.map((content) => ({ ...common, ...content })),
  );
}

function checkAlbum(media: readonly InputMedia[]): void {
  if (media.length === 0) throw badRequest("there are no messages to send");
  if (media.length === 1) throw badRequest("there are not enough messages to send as an album");
  if (media.length > mostInAlbum) throw badRequest("too many messages to send as an album");
  const kinds = new Set(media.map(({ type }) => type));
  if (kinds.has("animation")) throw badRequest("animation can't be sent as an album item");
  for (const kind of ["document", "audio"] as const) {
    if (kinds.has(kind) && kinds.size > 1) throw badRequest(`${kind} can't be mixed with other media types`);
  }
}

const actions = new Set([
  "typing",
  "upload_photo",
  "record_video",
  "upload_video",
  "record_voice",
  "upload_voice",
  "upload_document",
  "choose_sticker",
  "find_location",
  "record_video_note",
  "upload_video_note",
]);
