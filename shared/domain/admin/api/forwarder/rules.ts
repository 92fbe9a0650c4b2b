import * as z from "zod";
import { filterNames } from "#domain/forwarder/filters/filtered";
import { mappingSettings } from "#domain/forwarder/mapping-settings";
import { numbered, operation } from "../operation.ts";
import { refusals, spoken } from "./shapes.ts";

const tag = "Mappings";

const posted = {
  text: z.string().max(4_096).optional().describe("A post of nothing but this; otherwise `messages`"),
  messages: z
    .array(z.looseObject({}))
    .min(1)
    .max(10)
    .optional()
    .describe("A message as the Bot API has it, or those of an album"),
};

const trial = z.object({
  carried: z.boolean(),
  by: z.string().optional().describe("What has discarded it: a filter, or protected, topic, nothing-left"),
  filters: z
    .array(
      z.object({
        filter: z.enum(filterNames),
        says: z.enum(["pass", "drop-media", "discard"]),
        why: z.string().optional(),
      }),
    )
    .describe("What each filter says, up to the one that decides"),
  steps: z
    .array(z.looseObject({ is: z.enum(["forward", "copy", "text", "album"]) }))
    .describe("What would be sent, call by call"),
});

/** Trying rules out; nothing is changed by it, so whoever may see may try. */
export const rulesApi = {
  trySettings: operation({
    tag,
    method: "post",
    path: "/api/mappings/test",
    needs: ["forwarder", "see"],
    summary: "What a mapping with these settings would do with a post; nothing is sent",
    query: z.object(spoken),
    body: z.strictObject({ ...posted, ...mappingSettings.shape }),
    answer: trial,
    refusals,
    isAudited: false,
  }),
  tryMapping: operation({
    tag,
    method: "post",
    path: "/api/mappings/:id/test",
    needs: ["forwarder", "see"],
    summary: "What this mapping would do with a post that came in its source; nothing is sent",
    inPath: numbered,
    query: z.object(spoken),
    body: z.strictObject(posted),
    answer: trial,
    refusals: { ...refusals, 404: "There is no mapping of this id" },
    isAudited: false,
  }),
} as const;
