import * as z from "zod";
import { amount, listOf, wholeAmount, wording } from "../loose.ts";

/** The parts that Taproom reads of a post, as Instagram writes them: facts/downloader.md, 1.2. */

const file = z.object({ url: z.string(), width: wholeAmount, height: wholeAmount });

const pictured = z.object({
  media_type: z.number().optional().catch(undefined),
  video_versions: listOf(file),
  image_versions2: z.object({ candidates: listOf(file) }).catch({ candidates: [] }),
  original_width: wholeAmount,
  original_height: wholeAmount,
});

export const item = pictured.extend({
  carousel_media: listOf(pictured),
  video_duration: amount,
  caption: z.object({ text: wording }).catch({ text: "" }),
  user: z.object({ username: wording }).catch({ username: "" }),
});

export type File = z.output<typeof file>;
export type Pictured = z.output<typeof pictured>;
export type Item = z.output<typeof item>;

/** A post that is not shown to whoever has not signed in, and why. */
export const gate = z.object({
  if_not_gated_logged_out: z.null(),
  gating_ruling: z.object({ title: wording }),
});

const embedded = z.object({
  is_video: z.boolean().catch(false),
  video_url: wording,
  display_url: wording,
  dimensions: z
    .object({ width: wholeAmount, height: wholeAmount })
    .catch({ width: undefined, height: undefined }),
});

const edges = <Shape extends z.ZodType>(node: Shape) =>
  z.object({ edges: listOf(z.object({ node })) }).catch({ edges: [] });

/** The same post as its embeddable page writes it. */
export const embeddedItem = embedded.extend({
  video_duration: amount,
  owner: z.object({ username: wording }).catch({ username: "" }),
  edge_media_to_caption: edges(z.object({ text: wording })),
  edge_sidecar_to_children: edges(embedded),
});

export type Embedded = z.output<typeof embedded>;
export type EmbeddedItem = z.output<typeof embeddedItem>;
