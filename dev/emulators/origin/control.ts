/** Control: what a post is, what goes wrong with it, and how often it was asked for. */
import { Hono } from "hono";
import * as z from "zod";
import { Mistake } from "../../world/mistake.ts";
import { canFailSo, type Failure, failureNames } from "./failures.ts";
import { leastBytes } from "./media-file.ts";
import type { MediaStore } from "./media-store.ts";
import { type Item, type Kind, type Media, usualItems, usualRenditions } from "./media.ts";
import { isId, type Platform, platforms, type Post } from "./post.ts";

const least = leastBytes("video");
/** A box of MP4 says its size in 32 bits. */
const bytesSchema = z.int().min(least).max(3_000_000_000);
const item = z.enum(["video", "photo"]);

const schema = z.strictObject({
  platform: z.enum(platforms),
  id: z.string(),
  bytes: bytesSchema.optional(),
  /** The three platforms have three words for an album. */
  kind: z.enum(["video", "album", "carousel", "slideshow", "photo"]).optional(),
  items: z.union([z.int().min(1).max(35), z.array(item).min(1).max(35)]).optional(),
  renditions: z
    .array(z.strictObject({ height: z.int().min(144).max(2_160), bytes: bytesSchema }))
    .min(1)
    .optional(),
  title: z.string().optional(),
  author: z.string().min(1).optional(),
  duration: z.number().positive().optional(),
  failure: z.enum(failureNames).nullable().optional(),
  at: z.number().min(0).max(2).optional(),
  times: z.int().min(1).optional(),
  only: z.enum(["native", "back-end"]).optional(),
  ratePerSecond: z.int().min(1).nullable().optional(),
  redirect: z.string().min(1).nullable().optional(),
  code: z
    .string()
    .regex(/^[\w-]+$/)
    .optional(),
  muxed: z.boolean().optional(),
  exactLength: z.boolean().optional(),
});

type Asked = z.infer<typeof schema>;

const whichSchema = z.strictObject({
  platform: z.enum(platforms),
  id: z.string().optional(),
  code: z.string().optional(),
});

export function mediaControl(store: MediaStore): Hono {
  const control = new Hono();

  control.post("/media", async (c) => {
    const { code, redirect, ...asked } = schema.parse(await c.req.json());
    const post = postOf(asked);
    // With a code it is the link that leads elsewhere, and not the CDN.
    const media = changed(store.media(post), code === undefined ? { ...asked, redirect } : asked);
    store.set(media);
    if (code !== undefined) store.point(code, { post, redirect: redirect ?? null });
    return c.json(media);
  });

  control.get("/media", (c) => {
    const { platform, id, code } = whichSchema.parse(c.req.query());
    const post = id === undefined ? leadOf(store, platform, code) : postOf({ platform, id });
    return c.json({ platform, id: post.id, ...store.tally(post) });
  });

  return control;
}

function postOf({ platform, id }: { readonly platform: Platform; readonly id: string }): Post {
  if (!isId(platform, id)) throw new Mistake(`"${id}" is no id of ${platform}`);
  return { platform, id };
}

function leadOf(store: MediaStore, platform: Platform, code: string | undefined): Post {
  if (code === undefined) throw new Mistake("An id is wanted, or the code of a short link");
  return store.target(platform, code).post;
}

/** What is not named stays as it was. */
function changed(before: Media, asked: Asked): Media {
  const { platform } = before;
  const kind = kindOf(asked.kind, platform) ?? before.kind;
  const renditions = renditionsOf(asked, platform);
  const said = withoutGaps({
    title: asked.title,
    author: asked.author,
    duration: asked.duration,
    ratePerSecond: asked.ratePerSecond,
    redirect: asked.redirect,
    muxed: asked.muxed,
    exactLength: asked.exactLength,
    bytes: asked.bytes ?? renditions?.[0]?.bytes,
    renditions,
  });
  return { ...before, ...said, kind, items: itemsOf(asked, kind, before), failure: failureOf(asked, before) };
}

const withoutGaps = <Shape extends object>(shape: Shape) =>
  Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Shape]?: Exclude<Shape[Key], undefined>;
  };

function kindOf(asked: Asked["kind"], platform: Platform): Kind | undefined {
  if (platform === "youtube" && asked !== undefined && asked !== "video")
    throw new Mistake(`YouTube has videos, and no ${asked}`);
  return asked === "carousel" || asked === "slideshow" ? "album" : asked;
}

function renditionsOf({ renditions, bytes }: Asked, platform: Platform): Media["renditions"] | undefined {
  if (renditions) return renditions.toSorted((one, other) => other.height - one.height);
  return bytes === undefined ? undefined : usualRenditions(platform, bytes);
}

function itemsOf({ items, kind }: Asked, now: Kind, before: Media): readonly Item[] {
  if (now === "photo") return ["photo"];
  if (Array.isArray(items)) {
    if (before.platform === "tiktok" && items.includes("video"))
      throw new Mistake("A slideshow of TikTok holds photos alone");
    return items;
  }
  const usual = usualItems(before.platform);
  if (items !== undefined)
    return Array.from({ length: items }, (_, nth) => usual[nth % usual.length] ?? "photo");
  return kind === undefined ? before.items : usual;
}

function failureOf({ failure: name, at, times, only }: Asked, { platform, failure }: Media): Failure | null {
  if (name === undefined && (at ?? times ?? only) !== undefined)
    throw new Mistake("at, times and only say more of a failure: name it, too");
  if (name === undefined) return failure;
  if (name === null) return null;
  if (!canFailSo(platform, name)) throw new Mistake(`${platform} has no way to fail with "${name}"`);
  if (at !== undefined && name !== "breaks" && name !== "lies")
    throw new Mistake(`"${name}" strikes at once: at is for breaks and lies`);
  if (name === "breaks" && (at ?? 0) > 1) throw new Mistake("A line breaks at a share from 0 to 1");
  // Old links are handed out once, unless more is asked for: who asks again gets fresh ones.
  return { name, at, only, times: times ?? (name === "expired" ? 1 : undefined) };
}
