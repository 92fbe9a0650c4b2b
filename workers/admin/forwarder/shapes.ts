import * as z from "zod";
import type { Chat } from "#domain/forwarder/chat";
import { chatTypes, placeName } from "#domain/forwarder/chat";
import type { Mapping } from "#domain/forwarder/mapping";
import { mappingSettings } from "#domain/forwarder/mapping-settings";
import { type Refusal, refusalCodes, refusalIn } from "#domain/forwarder/refusals/refusals";
import { troubleKinds } from "#domain/forwarder/trouble";
import type { Instant } from "#kernel/clock";

// What the API shows of the forwarder's things, and how. Moments are ISO 8601.

export const count = z.int().min(0);
export const moment = z.iso.datetime();
export const shownMoment = (at: Instant): string => new Date(at).toISOString();

/** What is counted or numbered in an address. */
export const number = z.coerce.number<string>().int().min(1).max(2_147_483_647);
export const id = z.object({ id: number });
/** Of a list; the cast of a query's text is zod's. */
export const page = z.object({
  page: number.default(1),
  pageSize: z.coerce.number<string>().int().min(1).max(500).default(50),
  search: z.string().max(200).optional().describe("In titles, @names, labels; or a chat's id"),
});

export const place = z.string().describe("-1001234567890, or -1001234567890#7 for one topic");

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

export const shownMapping = ({ source, target, settings, lastCarriedAt, ...others }: Mapping) => ({
  ...others,
  source: placeName(source),
  target: placeName(target),
  ...(lastCarriedAt !== undefined && { lastCarriedAt: shownMoment(lastCarriedAt) }),
  ...settings,
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

export const shownChat = ({ checkedAt, ...others }: Chat) => ({
  ...others,
  checkedAt: shownMoment(checkedAt),
});

export const skipped = z.object({
  source: z.string(),
  target: z.string(),
  code: z.enum(refusalCodes),
  message: z.string().describe("Why it was left out"),
});

export const shownSkipped = ({
  why,
  ...pair
}: {
  readonly source: string;
  readonly target: string;
  readonly why: Refusal;
}) => ({ ...pair, code: why.code, message: refusalIn("en", why) });
