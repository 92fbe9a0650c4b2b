/** Text with what is marked in it, as a bot sends it. */
import * as z from "zod";
import type { Entity } from "./entities.ts";
import { findEntities } from "./find-entities.ts";
import { readHtml } from "./html.ts";
import type { Parameters } from "./parameters.ts";
import { badRequest } from "./telegram-error.ts";

export interface FormattedText {
  readonly text: string;
  readonly entities: readonly Entity[];
}

const entitySchema = z.looseObject({ type: z.string(), offset: z.int().min(0), length: z.int().min(0) });
export const entitiesSchema = z.array(entitySchema);

const longestText = 4_096;
export const longestCaption = 1_024;

export function readText(parameters: Parameters): FormattedText {
  const formatted = format(parameters.text("text"), parameters, "entities");
  if (formatted.text.trim() === "") throw badRequest("message text is empty");
  if (formatted.text.length > longestText) throw badRequest("message is too long");
  return formatted;
}

/** Nothing where there is no caption. */
export function readCaption(parameters: Parameters): FormattedText {
  const formatted = format(parameters.text("caption"), parameters, "caption_entities");
  if (formatted.text.length > longestCaption) throw badRequest("message caption is too long");
  return formatted;
}

/** The members of a message that carry a caption. */
export function captionFields({ text, entities }: FormattedText) {
  return text === "" ? {} : { caption: text, ...(entities.length > 0 && { caption_entities: entities }) };
}

export function textFields({ text, entities }: FormattedText) {
  return { text, ...(entities.length > 0 && { entities }) };
}

const previewSchema = z.looseObject({ is_disabled: z.boolean().optional() });

/** Which preview a text is to have, where the bot says so. */
export function readPreview(parameters: Parameters) {
  const complaint = "can't parse link preview options JSON object";
  const options = parameters.json("link_preview_options", previewSchema, complaint);
  const given = options ?? (parameters.flag("disable_web_page_preview") ? { is_disabled: true } : undefined);
  return given ? { link_preview_options: given } : {};
}

function format(given: string | undefined, parameters: Parameters, entitiesName: string): FormattedText {
  if (given === undefined) return { text: "", entities: [] };
  const marked = parameters.json(entitiesName, entitiesSchema, "can't parse entities") ?? [];
  const { text, entities } = parsed(given, parameters.text("parse_mode"), marked);
  return { text, entities: findEntities(text, entities) };
}

function parsed(given: string, mode: string | undefined, marked: readonly Entity[]): FormattedText {
  if (mode === undefined) return { text: given, entities: marked };
  if (mode.toLowerCase() === "html") return readHtml(given);
  // The real one reads two kinds of Markdown besides; the product has no use for them.
  throw badRequest("unsupported parse_mode");
}
