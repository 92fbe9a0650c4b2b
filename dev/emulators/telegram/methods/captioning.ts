import type { Message } from "../entities.ts";
import { captionFields, readCaption } from "../formatted-text.ts";
import type { Parameters } from "../parameters.ts";
import { filesOf } from "./content.ts";

/** The files of a message under a caption that is named anew, and where it is to stand. */
export function newlyCaptioned(message: Message, parameters: Parameters): Record<string, unknown> {
  const { show_caption_above_media: _, ...files } = filesOf(message);
  const above = parameters.flag("show_caption_above_media") && { show_caption_above_media: true };
  return { ...files, ...captionFields(readCaption(parameters)), ...above };
}
