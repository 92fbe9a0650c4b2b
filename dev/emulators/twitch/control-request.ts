/** What requests to the control API have in common: a channel, and people in it. */
import type { Context } from "hono";
import * as z from "zod";
import { Mistake } from "../../world/mistake.ts";
import type { Channel } from "./channel.ts";
import type { Chatter, User } from "./entities.ts";
import type { Scene } from "./scene.ts";
import { enter } from "./seating.ts";
import type { Store } from "./store.ts";

/** Where no channel is named, the embedded broadcaster's is meant. */
export const channelSchema = z.object({ broadcasterId: z.string().min(1).optional() });

export function channelOf(
  store: Store,
  { broadcasterId }: { readonly broadcasterId?: string | undefined },
): Channel {
  return store.channel(broadcasterId ?? store.settings.broadcaster.id);
}

export function channelAsked(store: Store, c: Context): Channel {
  return channelOf(store, { broadcasterId: c.req.query("broadcasterId") });
}

export const rolesSchema = z.array(z.enum(["moderator", "vip", "subscriber", "bot"]));

export const userSchema = z.object({
  id: z.string().min(1),
  login: z.string().min(1),
  name: z.string().min(1),
});

/** Somebody new, or the id or login of somebody who is known. */
export const personSchema = z.union([
  z.string().min(1),
  userSchema.extend({ roles: rolesSchema.optional() }),
]);

export type Person = z.infer<typeof personSchema>;

/** Whoever is named by what they are, and not by id or login, is in chat from now on. */
export function personIn(scene: Scene, channel: Channel, person: Person): User {
  if (typeof person === "string") return knownPerson(scene.store, person);
  const { id, login, name } = person;
  // Roles that are not named are the ones they have.
  const chatter = { id, login, name, roles: person.roles ?? channel.rolesOf(id) };
  if (isNews(channel.chatter(id), chatter)) enter(scene, channel, chatter);
  return { id, login, name };
}

export function knownPerson(store: Store, idOrLogin: string): User {
  const known = store.findUser(idOrLogin) ?? store.findUserByLogin(idOrLogin);
  if (!known) throw new Mistake(`Nobody known has the id or login "${idOrLogin}"`);
  return known;
}

function isNews(before: Chatter | undefined, after: Chatter): boolean {
  return JSON.stringify(before) !== JSON.stringify(after);
}
