/** Control of posts: what people write, change and pin in groups and channels. */
import { type Context, Hono } from "hono";
import * as z from "zod";
import { Mistake } from "../../world/mistake.ts";
import { originFrom, originSchema } from "./control-origin.ts";
import { personFrom, personSchema } from "./control-request.ts";
import type { Conversation } from "./conversation.ts";
import type { Keyboard } from "./entities.ts";
import { keyboardOf } from "./keyboard.ts";
import { contentSchema, postContent } from "./post-content.ts";
import type { Posted, Posts } from "./posts.ts";
import type { Telegram } from "./telegram.ts";

const buttonsSchema = z.array(z.array(z.looseObject({ text: z.string() })));

const postSchema = contentSchema.extend({
  album: z.array(contentSchema).min(1).max(10).optional(),
  gapMs: z.int().min(0).max(60_000).optional(),
  media_group_id: z.string().optional(),
  from: personSchema.optional(),
  signature: z.string().optional(),
  reply_to: z.int().optional(),
  topic: z.int().optional(),
  buttons: buttonsSchema.optional(),
  forwardedFrom: originSchema.optional(),
  protected: z.boolean().optional(),
});
const editSchema = contentSchema.extend({ buttons: buttonsSchema.optional() });
const pinSchema = z.object({ from: personSchema.optional() });

export function postsControl(telegram: Telegram, posts: Posts): Hono {
  const { store } = telegram;
  const control = new Hono();

  control.post("/:chat/posts", async (c) => {
    const given = postSchema.parse(await c.req.json());
    const { album, gapMs, media_group_id: mediaGroupId, from, signature, ...rest } = given;
    const { reply_to: replyTo, topic, buttons, forwardedFrom, protected: isProtected, ...content } = rest;
    const posted = posts.post(chatNamed(c), {
      items: (album ?? [content]).map((item) => postContent(store, item)),
      from: from === undefined ? undefined : personFrom(store, from),
      signature,
      replyTo,
      topic,
      keyboard: keyboardFrom(buttons),
      origin: forwardedFrom && originFrom(store, forwardedFrom),
      isProtected,
      mediaGroupId,
      gapMs,
    });
    return c.json(await answerTo(c, [posted]));
  });

  control.post("/:chat/posts/:message", async (c) => {
    const { buttons, ...content } = editSchema.parse(await c.req.json());
    const edited = posts.edit(chatNamed(c), idIn(c), postContent(store, content), keyboardFrom(buttons));
    return c.json(await answerTo(c, [edited]));
  });

  control.delete("/:chat/posts/:message", (c) => {
    posts.delete(chatNamed(c), idIn(c));
    return c.body(null, 204);
  });

  control.post("/:chat/posts/:message/pin", async (c) => {
    const { from } = pinSchema.parse(JSON.parse((await c.req.text()) || "{}"));
    const by = from === undefined ? {} : { from: personFrom(store, from) };
    return c.json(await answerTo(c, [posts.pin(chatNamed(c), idIn(c), by)]));
  });

  control.post("/:chat/posts/:message/unpin", (c) => {
    posts.unpin(chatNamed(c), idIn(c));
    return c.body(null, 204);
  });

  control.post("/:chat/migrate", async (c) => {
    const { to } = z.object({ to: z.int().max(-1) }).parse(await c.req.json());
    return c.json(await answerTo(c, posts.migrate(chatNamed(c), to)));
  });

  control.post("/:chat/release", (c) =>
    c.json({ message_ids: posts.release(chatNamed(c)).map(({ message_id }) => message_id) }),
  );

  function chatNamed(c: Context): Conversation {
    const id = c.req.param("chat") ?? "";
    const conversation = store.group(Number(id));
    if (!conversation)
      throw new Mistake(`The world knows no group or channel ${id}: POST /telegram/chats makes one`);
    const { migratedTo } = conversation;
    if (migratedTo !== undefined) throw new Mistake(`The group ${id} has become ${migratedTo}`);
    return conversation;
  }

  return control;
}

const idIn = (c: Context) => Number(c.req.param("message"));

const keyboardFrom = (buttons: z.infer<typeof buttonsSchema> | undefined): Keyboard | undefined =>
  buttons && keyboardOf({ inline_keyboard: buttons });

/** `status` is the worst the bots have answered at the first attempt; missing where they are yet to. */
async function answerTo(c: Context, posted: readonly Posted[]) {
  const messages = posted.flatMap((each) => each.messages);
  const [first] = messages;
  const answer = {
    message_ids: messages.map(({ message_id }) => message_id),
    ...(first?.media_group_id !== undefined && { media_group_id: first.media_group_id }),
  };
  if (c.req.query("wait") === "false") return { ...answer, update_ids: [], queued: true };
  const outcomes = (await Promise.all(posted.map(({ told }) => told))).flat();
  const statuses = outcomes.flatMap((outcome) => ("status" in outcome ? [outcome.status] : []));
  const isQueued = statuses.length < outcomes.length;
  return {
    ...answer,
    update_ids: outcomes.map(({ update_id }) => update_id),
    ...(statuses.length > 0 && { status: statuses.find((status) => status < 200 || status > 299) ?? 200 }),
    ...(isQueued && { queued: true }),
  };
}
