/** Media messages: the members of a message that show a file. */
import * as z from "zod";
import type { FileKind } from "../entities.ts";
import type { Media } from "../files.ts";
import { captionFields, readCaption } from "../formatted-text.ts";
import { type MediaRules, readMedia } from "../media-input.ts";
import { type Parameters, parametersOf } from "../parameters.ts";
import { badRequest } from "../telegram-error.ts";
import type { Asked } from "./method.ts";

/** What a bot may say of a file of each kind. */
const numbersOf = {
  photo: [],
  video: ["width", "height", "duration", "start_timestamp"],
  animation: ["width", "height", "duration"],
  audio: ["duration"],
  document: [],
  voice: ["duration"],
  video_note: ["duration", "length"],
  sticker: [],
} as const satisfies Record<FileKind, readonly string[]>;

function detailsOf(kind: FileKind, parameters: Parameters) {
  const numbers = numbersOf[kind].map((name) => [name, parameters.integer(name)] as const);
  const texts =
    kind === "audio" ? ["performer", "title"].map((name) => [name, parameters.text(name)] as const) : [];
  return Object.fromEntries([...numbers, ...texts].filter(([, value]) => value !== undefined));
}

/** Telegram gives a photo in several sizes; the world has one. */
export function fileFields({ telegram, bot }: Asked, media: Media) {
  const view = telegram.store.files.view(media, bot.id);
  switch (media.kind) {
    case "photo":
      return { photo: [view] };
    // An animation is shown as a document too, for old clients.
    case "animation":
      return { animation: view, document: view };
    default:
      return { [media.kind]: view };
  }
}

/** File and caption, from the parameters of `sendVideo` and the like. */
export async function mediaFields(asked: Asked, kind: FileKind) {
  const { parameters } = asked;
  const caption = readCaption(parameters);
  const media = await readMedia(
    asked,
    {
      kind,
      given: parameters.text(kind),
      field: kind,
      thumbnail: parameters.text("thumbnail"),
      details: detailsOf(kind, parameters),
    },
    { mayUpload: true },
  );
  return { ...fileFields(asked, media), ...captionFields(caption), ...shownAs(parameters) };
}

export const inputMediaSchema = z.looseObject({
  type: z.enum(["photo", "video", "audio", "document", "animation"]),
  media: z.string(),
  thumbnail: z.string().optional(),
});
export type InputMedia = z.infer<typeof inputMediaSchema>;

/** The same, from an InputMedia: an item of an album, or what a message is edited into. */
export async function inputMediaFields(asked: Asked, input: InputMedia, rules: MediaRules) {
  const said = parametersOf(input);
  const caption = readCaption(said);
  const { type: kind, media: given, thumbnail } = input;
  const media = await readMedia(asked, { kind, given, thumbnail, details: detailsOf(kind, said) }, rules);
  if (media.kind !== kind && kind !== "document") throw badRequest(`can't use the file as ${kind}`);
  return { ...fileFields(asked, media), ...captionFields(caption), ...shownAs(said) };
}

function shownAs(parameters: Parameters) {
  return {
    ...(parameters.flag("has_spoiler") && { has_media_spoiler: true }),
    ...(parameters.flag("show_caption_above_media") && { show_caption_above_media: true }),
  };
}
