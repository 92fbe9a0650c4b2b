/** Seating: who is in chat, and in what role. Whoever becomes or ceases to be a moderator is announced. */
import type { Channel } from "./channel.ts";
import type { Chatter, Role, User } from "./entities.ts";
import type { Scene } from "./scene.ts";

/** From now on these and nobody else are in chat. */
export function seat(scene: Scene, channel: Channel, chatters: readonly Chatter[]): void {
  for (const chatter of chatters) scene.store.meet(chatter);
  changing(scene, channel, () => channel.seat(chatters));
}

/** One more is in chat, or is somebody new by now. */
export function enter(scene: Scene, channel: Channel, chatter: Chatter): void {
  scene.store.meet(chatter);
  changing(scene, channel, () => channel.enter(chatter));
}

export function giveRoles(scene: Scene, channel: Channel, user: User, roles: readonly Role[]): void {
  changing(scene, channel, () => channel.giveRoles(user, roles));
}

function changing(scene: Scene, channel: Channel, change: () => void): void {
  const before = channel.moderators;
  change();
  const after = channel.moderators;
  scene.show("chatters", channel, { chatters: channel.chatters });

  const added = without(after, before);
  const removed = without(before, after);
  for (const user of added) void scene.announce("channel.moderator.add", channel, userFields(user));
  for (const user of removed) void scene.announce("channel.moderator.remove", channel, userFields(user));
  if (added.length + removed.length > 0) scene.show("moderators", channel, { moderators: after });
}

function without(users: readonly User[], others: readonly User[]): User[] {
  const ids = new Set(others.map(({ id }) => id));
  return users.filter(({ id }) => !ids.has(id));
}

function userFields({ id, login, name }: User) {
  return { user_id: id, user_login: login, user_name: name };
}
