/** A chat line as EventSub tells it. */
import { randomUUID } from "node:crypto";
import { badgesOf } from "./badges.ts";
import type { Channel } from "./channel.ts";
import type { ChatLine, Reply, User } from "./entities.ts";
import { fragmentsOf } from "./fragments.ts";
import type { Store } from "./store.ts";

/** What subscribers hear of a line besides its words. */
export interface Undertones {
  /** The reward whose text this is. */
  readonly rewardId?: string | undefined;
  /** Words that are emotes of the channel. */
  readonly emotes?: readonly string[] | undefined;
  /** Instead of the pieces the text falls into. */
  readonly fragments?: readonly unknown[] | undefined;
}

/** `channel.chat.message`, with every field Twitch sends. */
export function chatMessageEvent(
  store: Store,
  channel: Channel,
  line: ChatLine,
  { rewardId, emotes, fragments }: Undertones = {},
) {
  const { id: ownerId } = line.sharedFrom ?? channel.broadcaster;
  return {
    ...broadcasterFields(channel.broadcaster),
    ...sourceFields(store, line),
    ...chatterFields(line.user),
    message_id: line.id,
    message: { text: line.text, fragments: fragments ?? fragmentsOf(line.text, store, emotes, ownerId) },
    color: colorOf(line.user),
    badges: badgesOf(line.user, channel),
    message_type: "text",
    cheer: null,
    reply: line.reply ? replyOf(line.reply) : null,
    channel_points_custom_reward_id: rewardId ?? null,
    channel_points_animation_id: null,
  };
}

export function broadcasterFields({ id, login, name }: User) {
  return { broadcaster_user_id: id, broadcaster_user_login: login, broadcaster_user_name: name };
}

export function chatterFields({ id, login, name }: User) {
  return { chatter_user_id: id, chatter_user_login: login, chatter_user_name: name };
}

// All null, unless the line comes from another channel of a shared chat.
function sourceFields(store: Store, { sharedFrom, user }: ChatLine) {
  return {
    source_broadcaster_user_id: sharedFrom?.id ?? null,
    source_broadcaster_user_login: sharedFrom?.login ?? null,
    source_broadcaster_user_name: sharedFrom?.name ?? null,
    source_message_id: sharedFrom ? randomUUID() : null,
    source_badges: sharedFrom ? badgesOf(user, store.channel(sharedFrom.id)) : null,
    is_source_only: sharedFrom ? false : null,
  };
}

function replyOf({ parent, thread }: Reply) {
  return {
    parent_message_id: parent.id,
    parent_message_body: parent.text,
    parent_user_id: parent.user.id,
    parent_user_login: parent.user.login,
    parent_user_name: parent.user.name,
    thread_message_id: thread.id,
    thread_user_id: thread.user.id,
    thread_user_login: thread.user.login,
    thread_user_name: thread.user.name,
  };
}

const colors = ["#FF0000", "#0000FF", "#008000", "#B22222", "#FF7F50", "#9ACD32", "#FF4500", "#2E8B57", ""];

// Empty for some: a viewer who never chose a color has none.
function colorOf({ id }: User): string {
  const sum = [...id].reduce((total, digit) => total + digit.charCodeAt(0), 0);
  return colors[sum % colors.length] ?? "";
}
