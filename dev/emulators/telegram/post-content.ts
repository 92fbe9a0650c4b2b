/** The content of a post, as whoever plays its author describes it. */
import * as z from "zod";
import { type FileKind, fileKinds } from "./entities.ts";
import type { Media } from "./files.ts";
import { findEntities } from "./find-entities.ts";
import { entitiesSchema } from "./formatted-text.ts";
import { randomId, type Store } from "./store.ts";

const fileSchema = z.looseObject({
  /** The same content is the same file; without it nothing else is this file. */
  content: z.string().optional(),
  /** How large the file is said to be; more than a megabyte is only said. */
  bytes: z.int().min(1).optional(),
  file_name: z.string().optional(),
});
type DescribedFile = z.infer<typeof fileSchema>;

const anything = z.looseObject({}).optional();

const pollSchema = z.looseObject({
  question: z.string(),
  options: z.array(z.union([z.string(), z.looseObject({ text: z.string() })])),
});

const files = Object.fromEntries(fileKinds.map((kind) => [kind, fileSchema.optional()])) as Record<
  FileKind,
  z.ZodOptional<typeof fileSchema>
>;

export const contentSchema = z.strictObject({
  text: z.string().optional(),
  entities: entitiesSchema.optional(),
  link_preview_options: anything,
  caption: z.string().optional(),
  caption_entities: entitiesSchema.optional(),
  has_media_spoiler: z.boolean().optional(),
  show_caption_above_media: z.boolean().optional(),
  ...files,
  poll: pollSchema.optional(),
  location: anything,
  venue: anything,
  contact: anything,
  dice: anything,
  game: anything,
  story: anything,
  checklist: anything,
  paid_media: anything,
  giveaway: anything,
  invoice: anything,
});
export type DescribedContent = z.infer<typeof contentSchema>;

/** The members of a message that show it. */
export function postContent(store: Store, described: DescribedContent): Record<string, unknown> {
  const { text, entities, caption, caption_entities, poll, ...rest } = described;
  const given = Object.entries(rest).filter(([, value]) => value !== undefined);
  const shown = given.map(([name, value]) =>
    isFileKind(name) ? filesIn(store, name, value as DescribedFile) : { [name]: value },
  );
  return Object.assign(
    {},
    ...shown,
    poll && { poll: pollOf(poll) },
    marked("text", text, "entities", entities),
    marked("caption", caption, "caption_entities", caption_entities),
  );
}

const isFileKind = (name: string): name is FileKind => (fileKinds as readonly string[]).includes(name);

function marked(
  name: string,
  text: string | undefined,
  entitiesName: string,
  given: DescribedContent["entities"],
) {
  if (text === undefined) return {};
  const entities = findEntities(text, given ?? []);
  return { [name]: text, ...(entities.length > 0 && { [entitiesName]: entities }) };
}

/** Whose file_id stands in a message nobody has been shown yet. */
const nobody = 0;

function filesIn(store: Store, kind: FileKind, described: DescribedFile) {
  const view = store.files.view(mediaOf(store, kind, described), nobody);
  if (kind === "photo") return { photo: [view] };
  return kind === "animation" ? { animation: view, document: view } : { [kind]: view };
}

const mostBytesKept = 1024 * 1024;

function mediaOf(store: Store, kind: FileKind, described: DescribedFile): Media {
  const { content = randomId(), bytes, file_name: name, ...said } = described;
  const { head, type, details } = looks[kind];
  const filling = Buffer.concat([Buffer.from(head, "latin1"), Buffer.from(content)]);
  const size = Math.min(bytes ?? filling.length, mostBytesKept);
  const stored = store.files.store(Buffer.concat([filling], Math.max(size, filling.length)), type);
  return store.files.keep({
    kind,
    uniqueId: stored.uniqueId,
    size: bytes ?? stored.size,
    name,
    details: { ...details, ...said },
  });
}

const mp4 = "\0\0\0\u0018ftypisom\0\0\u0002\0isomiso2mp41";
const jpeg = "\u00ff\u00d8\u00ff\u00e0";

/** How a file begins, and what Telegram says of it. */
const looks = {
  photo: { head: jpeg, type: "image/jpeg", details: { width: 1280, height: 720 } },
  video: {
    head: mp4,
    type: "video/mp4",
    details: { width: 1280, height: 720, duration: 10, mime_type: "video/mp4" },
  },
  animation: {
    head: mp4,
    type: "video/mp4",
    details: { width: 320, height: 240, duration: 2, mime_type: "video/mp4" },
  },
  audio: { head: "ID3", type: "audio/mpeg", details: { duration: 180, mime_type: "audio/mpeg" } },
  document: {
    head: "",
    type: "application/octet-stream",
    details: { mime_type: "application/octet-stream" },
  },
  voice: { head: "OggS", type: "audio/ogg", details: { duration: 5, mime_type: "audio/ogg" } },
  video_note: { head: mp4, type: "video/mp4", details: { length: 240, duration: 5 } },
  sticker: {
    head: "RIFF\0\0\0\0WEBP",
    type: "image/webp",
    details: { type: "regular", width: 512, height: 512, is_animated: false, is_video: false, emoji: "🍺" },
  },
} as const satisfies Record<FileKind, { head: string; type: string; details: object }>;

function pollOf({ options, ...poll }: z.infer<typeof pollSchema>) {
  return {
    id: randomId(),
    total_voter_count: 0,
    is_closed: false,
    is_anonymous: true,
    type: "regular",
    allows_multiple_answers: false,
    ...poll,
    options: options.map((each) => ({
      voter_count: 0,
      ...(typeof each === "string" ? { text: each } : each),
    })),
  };
}
