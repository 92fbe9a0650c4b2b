/** Control of people: what somebody does in a chat, told to a bot. */
import { Hono } from "hono";
import * as z from "zod";
import { originFrom, originSchema } from "./control-origin.ts";
import { botNamed, chatFrom, chatSchema, personFrom, personSchema } from "./control-request.ts";
import { hasContent } from "./methods/content.ts";
import type { People } from "./people.ts";
import { contentSchema, postContent } from "./post-content.ts";
import type { Telegram } from "./telegram.ts";

const actSchema = z.object({ user: personSchema, chat: chatSchema.optional() });
const saySchema = contentSchema
  .extend({ ...actSchema.shape, reply_to: z.int().optional(), forwardedFrom: originSchema.optional() })
  .refine(hasSomething, "Say what is said: text, or a file, or anything a post may be");
const pressSchema = actSchema.extend({
  message: z.int().optional(),
  inline_message_id: z.string().optional(),
  button: z.string().optional(),
  data: z.string().optional(),
});
const inlineSchema = actSchema.extend({
  query: z.string().max(256),
  offset: z.string().default(""),
  /** How long to wait for the bot's answer. */
  patienceMs: z.int().min(0).max(30_000).default(10_000),
});
const chooseSchema = actSchema.extend({
  query: z.string(),
  result: z.string(),
  feedback: z.boolean().default(true),
});
const mentionSchema = actSchema.extend({ text: z.string().min(1) });

function hasSomething(given: Readonly<Record<string, unknown>>): boolean {
  return given["text"] !== "" && hasContent(given);
}

export function peopleControl({ store }: Telegram, people: People): Hono {
  const control = new Hono();

  function whoAndWhere({ user, chat }: z.infer<typeof actSchema>) {
    const person = personFrom(store, user);
    return { user: person, chat: chat === undefined ? undefined : chatFrom(store, chat) };
  }

  control.post("/:bot/say", async (c) => {
    const given = saySchema.parse(await c.req.json());
    const { user, chat, reply_to: replyTo, forwardedFrom, ...content } = given;
    const said = {
      ...whoAndWhere({ user, chat }),
      content: postContent(store, content),
      replyTo,
      origin: forwardedFrom && originFrom(store, forwardedFrom),
    };
    return c.json(await people.say(botNamed(store, c.req.param("bot")), said));
  });

  control.post("/:bot/press", async (c) => {
    const {
      message,
      inline_message_id: inlineMessageId,
      button,
      data,
      ...act
    } = pressSchema.parse(await c.req.json());
    const pressed = { ...whoAndWhere(act), message, inlineMessageId, button, data };
    return c.json(await people.press(botNamed(store, c.req.param("bot")), pressed));
  });

  control.post("/:bot/inline", async (c) => {
    const { query, offset, patienceMs, ...act } = inlineSchema.parse(await c.req.json());
    const { user } = whoAndWhere(act);
    return c.json(await people.ask(botNamed(store, c.req.param("bot")), user, query, offset, patienceMs));
  });

  control.post("/:bot/choose", async (c) => {
    const { query, result, feedback, ...act } = chooseSchema.parse(await c.req.json());
    const chosen = { ...whoAndWhere(act), query, result, feedback };
    return c.json(await people.choose(botNamed(store, c.req.param("bot")), chosen));
  });

  control.post("/:bot/mention", async (c) => {
    const { text, ...act } = mentionSchema.parse(await c.req.json());
    const { user, chat } = whoAndWhere(act);
    return c.json(await people.mention(botNamed(store, c.req.param("bot")), user, chat, text));
  });

  return control;
}
