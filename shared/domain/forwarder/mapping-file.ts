import * as z from "zod";

const place = z.string().trim().min(1).max(200).describe("An id or @name, with #topic if one is meant");

/** Mappings as a file, to be kept or to be taken elsewhere. */
export const mappingFile = z.strictObject({
  version: z.literal(1),
  mappings: z
    .array(
      z.strictObject({
        source: place,
        target: place,
        label: z.string().max(100).default(""),
        enabled: z.boolean().default(true),
        settings: z.record(z.string(), z.unknown()).default({}).describe("What differs from the defaults"),
      }),
    )
    .max(1_000),
});
export type MappingFile = z.infer<typeof mappingFile>;
export type FiledMapping = MappingFile["mappings"][number];
