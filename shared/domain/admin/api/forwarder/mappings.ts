import * as z from "zod";
import { mappingFile } from "#domain/forwarder/mapping-file";
import { mappingSettings } from "#domain/forwarder/mapping-settings";
import { parts } from "#domain/forwarder/settings-parts";

import { count, listOf, numbered, operation, part, truth } from "../operation.ts";
import { readElsewhere } from "../schema.ts";
import { mapping, refusals, search, skipped, spoken } from "./shapes.ts";

const tag = "Mappings";
const ofOne = { ...refusals, 404: "There is no mapping of this id" } as const;

const places = z
  .array(z.string().trim().min(1).max(200))
  .min(1)
  .max(100)
  .describe("Each an @name, a t.me link, or an id, with #topic if one is meant");
const label = z.string().trim().max(100);

const wish = z.strictObject({
  sources: places,
  targets: places,
  label: label.default(""),
  enabled: z.boolean().default(true),
  confirmLoop: z.boolean().default(false).describe("Makes a mapping though it closes a loop"),
  ...mappingSettings.shape,
});

type Settings = typeof mappingSettings.shape;
type Changes = {
  readonly [Name in keyof Settings]: z.ZodOptional<z.ZodType<unknown, z.input<Settings[Name]> | null>>;
};

/** Of the settings, those that are to change: what is not named stays, and what is wrong is found where all of them are read. */
const change = z.strictObject({
  label: label.optional(),
  enabled: z.boolean().optional(),
  // The cast: one for each setting.
  ...(Object.fromEntries(
    Object.entries(mappingSettings.shape).map(([name, setting]) => [name, readElsewhere(setting).optional()]),
  ) as Changes),
});

/** From which chat to which posts are carried. What is changed is noted where it is written down. */
export const mappingsApi = {
  create: operation({
    tag,
    method: "put",
    path: "/api/mappings",
    needs: ["forwarder", "change"],
    summary:
      "Makes a mapping from every source to every target; what cannot be is left out, and said why. Settings that are left out have their defaults",
    query: z.object(spoken),
    body: wish,
    answer: z.object({ created: z.array(mapping), skipped: z.array(skipped) }),
    refusals,
    isAudited: false,
  }),
  list: operation({
    tag,
    method: "get",
    path: "/api/mappings",
    needs: ["forwarder", "see"],
    summary: "The mappings, in the order in which they were made",
    query: z.object({
      ...part(50, 500),
      search,
      source: z.string().optional().describe("A chat's id"),
      target: z.string().optional().describe("A chat's id"),
      enabled: truth.optional(),
      troubled: truth.optional().describe("true: only those that do not work"),
    }),
    answer: listOf(mapping).extend({
      total: count.describe("Of all that were asked for"),
      counts: z.object({ total: count, enabled: count, troubled: count }).describe("Of all there are"),
    }),
    refusals,
  }),
  export: operation({
    tag,
    method: "get",
    path: "/api/mappings/export",
    needs: ["forwarder", "see"],
    summary: "All mappings as a file",
    answer: mappingFile,
    refusals,
  }),
  import: operation({
    tag,
    method: "post",
    path: "/api/mappings/import",
    needs: ["forwarder", "change"],
    summary: "Takes over a file of mappings: new ones are made, known ones get its settings",
    query: z.object({
      dryRun: truth.optional().describe("true: only tells what would change"),
      confirmLoop: truth.optional(),
      ...spoken,
    }),
    body: mappingFile,
    answer: z.object({ created: count, changed: count, unchanged: count, skipped: z.array(skipped) }),
    refusals,
    isAudited: false,
  }),
  find: operation({
    tag,
    method: "get",
    path: "/api/mappings/:id",
    needs: ["forwarder", "see"],
    summary: "One mapping with all its settings",
    inPath: numbered,
    answer: mapping,
    refusals: ofOne,
  }),
  change: operation({
    tag,
    method: "patch",
    path: "/api/mappings/:id",
    needs: ["forwarder", "change"],
    summary: "Changes what is named; a setting that is null has its default again",
    inPath: numbered,
    body: change,
    answer: mapping,
    refusals: ofOne,
    isAudited: false,
  }),
  remove: operation({
    tag,
    method: "delete",
    path: "/api/mappings/:id",
    needs: ["forwarder", "change"],
    summary: "Removes a mapping; what it has carried stays where it is",
    inPath: numbered,
    answer: z.object({ id: z.int(), done: z.literal(true) }),
    refusals: ofOne,
    isAudited: false,
  }),
  copy: operation({
    tag,
    method: "post",
    path: "/api/mappings/:id/copy",
    needs: ["forwarder", "change"],
    summary: "Gives other mappings the settings of this one, or a part of them",
    inPath: numbered,
    body: z.strictObject({
      to: z.array(z.int().min(1)).min(1).max(100),
      part: z.enum(parts).default("everything"),
    }),
    answer: z.object({ items: z.array(mapping) }),
    refusals: ofOne,
    isAudited: false,
  }),
} as const;
