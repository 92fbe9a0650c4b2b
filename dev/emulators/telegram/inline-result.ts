/** Inline results: what a bot offers, checked when it is offered, and written when it is chosen. */
import * as z from "zod";
import type { FileKind } from "./entities.ts";
import { captionFields, readCaption, readText, textFields } from "./formatted-text.ts";
import { wrongFile } from "./files.ts";
import { keyboardOf } from "./keyboard.ts";
import { readMedia } from "./media-input.ts";
import { fileFields } from "./methods/media-message.ts";
import type { Asked } from "./methods/method.ts";
import { parametersOf } from "./parameters.ts";
import { badRequest } from "./telegram-error.ts";

const resultSchema = z.looseObject({
  type: z.string(),
  id: z.coerce.string(),
  title: z.string().optional(),
  input_message_content: z.looseObject({ message_text: z.string().optional() }).optional(),
  reply_markup: z.unknown().optional(),
});

export type InlineResult = z.infer<typeof resultSchema>;

/** Refuses what Telegram would. */
export function readResult(asked: Asked, given: unknown): InlineResult {
  const { data: result } = resultSchema.safeParse(given);
  if (!result) throw badRequest("can't parse inline query result");
  const bytes = Buffer.byteLength(result.id);
  if (bytes < 1 || bytes > 64) throw badRequest("RESULT_ID_INVALID");
  keyboardOf(result.reply_markup);
  if (result.type === "article") checkArticle(result);
  else checkMedia(asked, result);
  if (result.input_message_content) readText(messageText(result));
  else readCaption(parametersOf(result));
  return result;
}

function checkArticle({ title, input_message_content: content }: InlineResult): void {
  if (!title) throw badRequest("RESULT_TITLE_EMPTY");
  if (!content) throw badRequest("there is no text in the request");
}

const mediaOf = new Map<string, { readonly kind: FileKind; readonly name: string }>([
  ["photo", { kind: "photo", name: "photo" }],
  ["video", { kind: "video", name: "video" }],
  ["document", { kind: "document", name: "document" }],
  ["audio", { kind: "audio", name: "audio" }],
  ["gif", { kind: "animation", name: "gif" }],
  ["mpeg4_gif", { kind: "animation", name: "mpeg4" }],
]);

function checkMedia({ telegram, bot }: Asked, result: InlineResult): void {
  const media = mediaOf.get(result.type);
  if (!media) throw badRequest("unallowed inline query result type");
  const fileId = textOf(result, `${media.name}_file_id`);
  if (fileId !== undefined) {
    const known = telegram.store.files.media(fileId, bot.id);
    if (!known) throw wrongFile();
    if (known.kind !== media.kind) throw badRequest(`can't use file of type ${known.kind} as ${media.kind}`);
  } else if (textOf(result, `${media.name}_url`) === undefined) throw wrongFile();
  if ((media.kind === "video" || media.kind === "document") && !result.title)
    throw badRequest("VIDEO_TITLE_EMPTY");
}

/** The members of the message a result turns into, with its keyboard. */
export async function inlineContent(asked: Asked, result: InlineResult) {
  const keyboard = keyboardOf(result.reply_markup);
  return { ...(await contentOf(asked, result)), ...(keyboard && { reply_markup: keyboard }) };
}

async function contentOf(asked: Asked, result: InlineResult) {
  const media = mediaOf.get(result.type);
  if (!media || result.input_message_content) return textFields(readText(messageText(result)));
  const given = textOf(result, `${media.name}_file_id`) ?? textOf(result, `${media.name}_url`);
  const file = await readMedia(asked, { kind: media.kind, given, details: {} }, { mayUpload: false });
  return { ...fileFields(asked, file), ...captionFields(readCaption(parametersOf(result))) };
}

function messageText({ input_message_content: content }: InlineResult) {
  const { message_text: text, ...rest } = content ?? {};
  return parametersOf({ ...rest, text });
}

function textOf(result: InlineResult, name: string): string | undefined {
  const value = result[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}
