import * as z from "zod";
import { mappingFile } from "#domain/forwarder/mapping-file";
import { mappingSettings } from "#domain/forwarder/mapping-settings";
import { parts } from "#domain/forwarder/settings-parts";
import { readElsewhere } from "../docs/schema.ts";
import { api, operation } from "./operation.ts";
import { count, id, mapping, page, shownMapping, shownSkipped, skipped } from "./shapes.ts";

const tag = "Mappings";

const places = z
  .array(z.string().trim().min(1).max(200))
  .min(1)
  .max(100)
  .describe("Each an @name, a t.me link, or an id, with #topic if one is meant");
const label = z.string().trim().max(100);
const confirmLoop = z.boolean().default(false).describe("Makes a mapping though it closes a loop");

const wish = z.strictObject({
  sources: places,
  targets: places,
  label: label.default(""),
  enabled: z.boolean().default(true),
  confirmLoop,
  ...mappingSettings.shape,
});

/** Of the settings, those that are to change: what is not named stays, and what is wrong is found where all of them are read. */
const change = z.strictObject({
  label: label.optional(),
  enabled: z.boolean().optional(),
  ...Object.fromEntries(
    Object.entries(mappingSettings.shape).map(([name, setting]) => [
      name,
      readElsewhere(setting as z.ZodType).optional(),
    ]),
  ),
});

const truth = z
  .enum(["true", "false"])
  .transform((said) => said === "true")
  .optional();

const done = z.object({ id: z.int(), done: z.literal(true) });

export const mappingOperations = [
  operation({
    tag,
    method: "put",
    path: "/api/mappings",
    summary:
      "Makes a mapping from every source to every target; what cannot be is left out, and said why. Settings that are left out have their defaults",
    body: wish,
    answer: z.object({ created: z.array(mapping), skipped: z.array(skipped) }),
    async ask(
      { body: { sources, targets, label: named, enabled, confirmLoop: confirmed, ...settings } },
      tools,
    ) {
      const made = await tools.mappings.create({ sources, targets, label: named, enabled, settings }, api, {
        confirmLoop: confirmed,
      });
      return { created: made.created.map(shownMapping), skipped: made.skipped.map(shownSkipped) };
    },
  }),
  operation({
    tag,
    method: "get",
    path: "/api/mappings",
    summary: "The mappings, a page at a time, in the order in which they were made",
    query: page.extend({
      source: z.string().optional().describe("A chat's id"),
      target: z.string().optional().describe("A chat's id"),
      enabled: truth,
      troubled: truth.describe("true: only those that do not work"),
    }),
    answer: z.object({
      items: z.array(mapping),
      total: count.describe("On all pages"),
      pages: count,
      counts: z.object({ total: count, enabled: count, troubled: count }).describe("Of all there are"),
    }),
    async ask({ query: { search, source, target, enabled, troubled, ...question } }, { mappings }) {
      const { mappings: items, ...told } = await mappings.list({
        ...question,
        ...(search !== undefined && { search }),
        ...(source !== undefined && { source }),
        ...(target !== undefined && { target }),
        ...(enabled !== undefined && { enabled }),
        ...(troubled !== undefined && { isTroubled: troubled }),
      });
      return { items: items.map(shownMapping), ...told };
    },
  }),
  operation({
    tag,
    method: "get",
    path: "/api/mappings/export",
    summary: "All mappings as a file",
    answer: mappingFile,
    ask: (_, { mappings }) => mappings.export(),
  }),
  operation({
    tag,
    method: "post",
    path: "/api/mappings/import",
    summary: "Takes over a file of mappings: new ones are made, known ones get its settings",
    query: z.object({ dryRun: truth.describe("true: only tells what would change"), confirmLoop: truth }),
    body: mappingFile,
    answer: z.object({ created: count, changed: count, unchanged: count, skipped: z.array(skipped) }),
    async ask({ body, query }, { mappings }) {
      const { sources: _, ...imported } = await mappings.import(body, api, {
        dryRun: query.dryRun ?? false,
        confirmLoop: query.confirmLoop ?? false,
      });
      return { ...imported, skipped: imported.skipped.map(shownSkipped) };
    },
  }),
  operation({
    tag,
    method: "get",
    path: "/api/mappings/:id",
    summary: "One mapping with all its settings",
    inPath: id,
    answer: mapping,
    ask: async ({ inPath }, { mappings }) => shownMapping(await mappings.find(inPath.id)),
  }),
  operation({
    tag,
    method: "patch",
    path: "/api/mappings/:id",
    summary: "Changes what is named; a setting that is null has its default again",
    inPath: id,
    body: change,
    answer: mapping,
    async ask({ inPath, body: { label: named, enabled, ...settings } }, { mappings }) {
      const changed = await mappings.change(
        inPath.id,
        {
          ...(named !== undefined && { label: named }),
          ...(enabled !== undefined && { enabled }),
          ...(Object.keys(settings).length > 0 && { settings }),
        },
        api,
      );
      return shownMapping(changed);
    },
  }),
  operation({
    tag,
    method: "delete",
    path: "/api/mappings/:id",
    summary: "Removes a mapping; what it has carried stays where it is",
    inPath: id,
    answer: done,
    async ask({ inPath }, { mappings }) {
      await mappings.remove(inPath.id, api);
      return { id: inPath.id, done: true };
    },
  }),
  operation({
    tag,
    method: "post",
    path: "/api/mappings/:id/copy",
    summary: "Gives other mappings the settings of this one, or a part of them",
    inPath: id,
    body: z.strictObject({
      to: z.array(z.int().min(1)).min(1).max(100),
      part: z.enum(parts).default("everything"),
    }),
    answer: z.object({ items: z.array(mapping) }),
    async ask({ inPath, body: { to, part } }, { mappings }) {
      const changed = await mappings.copySettings(inPath.id, to, part, api);
      return { items: changed.map(shownMapping) };
    },
  }),
];
