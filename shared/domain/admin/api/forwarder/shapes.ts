import * as z from "zod";
import { languages } from "#kernel/i18n";
import { chatTypes } from "#domain/forwarder/chat";
import { mappingSettings } from "#domain/forwarder/mapping-settings";
import { refusalCodes } from "#domain/forwarder/refusals/codes";
import { troubleKinds } from "#domain/forwarder/trouble";
import { moment } from "../operation.ts";

// What the API shows of the forwarder's things.

export const refusals = {
  403: "The forwarder is off: its variables are not set; or it is not yours to do",
} as const;

export const place = z.string().describe("-1001234567890, or -1001234567890#7 for one topic");
export const search = z.string().max(200).optional().describe("In titles, @names, labels; or a chat's id");

export const mapping = z.object({
  id: z.int(),
  source: place,
  sourceTitle: z.string().optional(),
  target: place,
  targetTitle: z.string().optional(),
  label: z.string(),
  enabled: z.boolean(),
  trouble: z.enum(troubleKinds).optional().describe("Why it does not work, until it does"),
  lastCarriedAt: moment.optional(),
  lastMode: z.string().optional().describe("How its last post went out, and why not as wished"),
  ...mappingSettings.shape,
});

const right = z.boolean();
export const chat = z.object({
  id: z.string(),
  type: z.enum(chatTypes),
  title: z.string(),
  username: z.string().optional(),
  hasTopics: z.boolean(),
  isProtected: z.boolean().describe("Saving is restricted"),
  access: z
    .object({
      status: z.string(),
      canRead: right,
      canPost: right,
      canEdit: right,
      canDelete: right,
      canPin: right,
    })
    .describe("The bot's"),
  trouble: z.string().optional().describe("Why it cannot be used, until it can"),
  checkedAt: moment,
});

/** Whoever is told reasons may choose their words. */
export const spoken = { language: z.enum(languages).default("en").describe("Of the reasons") };

export const skipped = z.object({
  source: z.string(),
  target: z.string(),
  code: z.enum(refusalCodes),
  message: z.string().describe("Why it was left out"),
});
