/** Control, chat: viewers talk, come and go, gain and lose roles, and a human moderator times them out. */
import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import * as z from "zod";
import { Mistake } from "../../world/mistake.ts";
import type { Channel } from "./channel.ts";
import {
  channelAsked,
  channelOf,
  channelSchema,
  knownPerson,
  type Person,
  personIn,
  personSchema,
  rolesSchema,
  userSchema,
} from "./control-request.ts";
import type { ChatLine, User } from "./entities.ts";
import { asReply, findLine } from "./replies.ts";
import type { Scene } from "./scene.ts";
import { giveRoles, seat } from "./seating.ts";

const saySchema = channelSchema.extend({
  user: personSchema,
  text: z.string().min(1),
  /** Words that are emotes of the channel. */
  emotes: z.array(z.string().min(1)).optional(),
  /** Instead of the pieces the text falls into. */
  fragments: z.array(z.unknown()).optional(),
  /** The id of the line that this one answers. */
  replyTo: z.string().optional(),
  /** The channel of a shared chat in which it is said. */
  sharedFrom: userSchema.optional(),
});
type Say = z.infer<typeof saySchema>;

const timeoutSchema = channelSchema.extend({
  userId: z.string().min(1),
  seconds: z.int().min(0).max(1_209_600).optional(),
});
const rolesOfSchema = channelSchema.extend({ user: z.string().min(1), roles: rolesSchema });
const chattersSchema = channelSchema.extend({
  chatters: z.array(userSchema.extend({ roles: rolesSchema.default([]) })),
});

export function chatControl(scene: Scene): Hono {
  const { store } = scene;
  const control = new Hono();

  control.post("/say", async (c) => {
    const asked = saySchema.parse(await c.req.json());
    const channel = channelOf(store, asked);
    const user = asked.sharedFrom
      ? visitor(asked.sharedFrom, asked.user)
      : personIn(scene, channel, asked.user);
    if (channel.banOf(user.id, store.now())) return c.json({ error: `${user.name} is timed out` }, 403);
    const line = lineOf(channel, user, asked);
    const { status, error } = await scene.say(channel, line, asked);
    return c.json({ messageId: line.id, status, error });
  });

  control.post("/timeout", async (c) => {
    const { userId, seconds, ...asked } = timeoutSchema.parse(await c.req.json());
    punish(channelOf(store, asked), store.user(userId), seconds);
    return c.body(null, 204);
  });

  control.get("/chatters", (c) => c.json(channelAsked(store, c).chatters));
  control.post("/chatters", async (c) => {
    const asked = chattersSchema.parse(await c.req.json());
    seat(scene, channelOf(store, asked), asked.chatters);
    return c.json(asked.chatters);
  });

  control.post("/roles", async (c) => {
    const asked = rolesOfSchema.parse(await c.req.json());
    const user = knownPerson(store, asked.user);
    giveRoles(scene, channelOf(store, asked), user, asked.roles);
    return c.json({ ...user, roles: asked.roles });
  });

  function lineOf(channel: Channel, user: User, { text, replyTo, sharedFrom }: Say): ChatLine {
    const line = {
      id: randomUUID(),
      user,
      text,
      at: store.now(),
      ...(sharedFrom && { sharedFrom: store.meet(sharedFrom) }),
    };
    if (replyTo === undefined) return line;
    const parent = findLine(channel, replyTo);
    if (!parent) throw new Mistake(`Nobody here has said the line "${replyTo}"`);
    return asReply(line, parent);
  }

  // Somebody in another channel's chat: their roles are theirs there, and here they are nobody.
  function visitor(from: User, person: Person): User {
    return personIn(scene, store.channel(store.meet(from).id), person);
  }

  function punish(channel: Channel, user: User, seconds: number | undefined): void {
    const createdAt = store.now();
    const moderator = channel.broadcaster;
    if (seconds === 0) return scene.unban(channel, user, moderator);
    const endsAt = seconds === undefined ? null : createdAt + seconds * 1_000;
    scene.ban(channel, { user, moderator, reason: "", createdAt, endsAt });
  }

  return control;
}
