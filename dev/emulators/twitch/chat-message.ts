/** A chat line as EventSub tells it. */
import type { Channel } from "./channel.ts";
import type { ChatLine, Role, User } from "./entities.ts";
import type { Store } from "./store.ts";

/** `channel.chat.message`, with every field Twitch sends. */
export function chatMessageEvent(
  store: Store,
  channel: Channel,
  line: ChatLine,
  rewardId: string | null = null,
) {
  return {
    ...broadcasterFields(channel.broadcaster),
    source_broadcaster_user_id: null,
    source_broadcaster_user_login: null,
    source_broadcaster_user_name: null,
    ...chatterFields(line.user),
    message_id: line.id,
    source_message_id: null,
    is_source_only: null,
    message: { text: line.text, fragments: fragmentsOf(line.text, store) },
    color: colorOf(line.user),
    badges: badgesOf(line.user, channel),
    source_badges: null,
    message_type: "text",
    cheer: null,
    reply: null,
    channel_points_custom_reward_id: rewardId,
    channel_points_animation_id: null,
  };
}

export function broadcasterFields({ id, login, name }: User) {
  return { broadcaster_user_id: id, broadcaster_user_login: login, broadcaster_user_name: name };
}

export function chatterFields({ id, login, name }: User) {
  return { chatter_user_id: id, chatter_user_login: login, chatter_user_name: name };
}

const emotes: Readonly<Record<string, { readonly id: string; readonly animated: boolean }>> = {
  DinoDance: { id: "emotesv2_dcd06b30a5c24f6eb871e8f5edbd44f7", animated: true },
  HeyGuys: { id: "30259", animated: false },
  Kappa: { id: "25", animated: false },
  LUL: { id: "425618", animated: false },
  PogChamp: { id: "305954156", animated: false },
};

function fragmentsOf(text: string, store: Store) {
  return text
    .split(/(\S+)/)
    .map((piece) => emoteFragment(piece) ?? mentionFragment(piece, store) ?? textFragment(piece))
    .reduce<Fragment[]>(join, []);
}

interface Fragment {
  readonly type: "text" | "emote" | "mention";
  readonly text: string;
  readonly cheermote: null;
  readonly emote: object | null;
  readonly mention: object | null;
}

// Twitch cuts a line only at emotes and mentions: the words between them stay together.
function join(fragments: readonly Fragment[], next: Fragment): Fragment[] {
  const last = fragments.at(-1);
  if (next.text === "") return [...fragments];
  if (last?.type !== "text" || next.type !== "text") return [...fragments, next];
  return [...fragments.slice(0, -1), textFragment(last.text + next.text)];
}

function textFragment(text: string): Fragment {
  return { type: "text", text, cheermote: null, emote: null, mention: null };
}

function emoteFragment(text: string): Fragment | undefined {
  const emote = emotes[text];
  if (!emote) return undefined;
  const format = emote.animated ? ["static", "animated"] : ["static"];
  return {
    ...textFragment(text),
    type: "emote",
    emote: { id: emote.id, emote_set_id: "0", owner_id: "0", format },
  };
}

function mentionFragment(text: string, store: Store): Fragment | undefined {
  const mentioned = text.startsWith("@") ? store.findUserByLogin(text.slice(1)) : undefined;
  if (!mentioned) return undefined;
  const { id, login, name } = mentioned;
  return {
    ...textFragment(text),
    type: "mention",
    mention: { user_id: id, user_login: login, user_name: name },
  };
}

const badgeOfRole: Readonly<Record<Role, readonly string[]>> = {
  moderator: ["moderator", "1", ""],
  vip: ["vip", "1", ""],
  subscriber: ["subscriber", "12", "16"],
  // Twitch marks a chatbot only where its app sent the line; other bots look like anybody.
  bot: [],
};

function badgesOf(user: User, channel: Channel) {
  const roles = channel.chatters.get(user.id)?.roles ?? [];
  const badges = roles.map((role) => badgeOfRole[role]).filter((badge) => badge.length > 0);
  const all = user.id === channel.broadcaster.id ? [["broadcaster", "1", ""], ...badges] : badges;
  return all.map(([set_id, id, info]) => ({ set_id, id, info }));
}

const colors = ["#FF0000", "#0000FF", "#008000", "#B22222", "#FF7F50", "#9ACD32", "#FF4500", "#2E8B57", ""];

// Empty for some: a viewer who never chose a color has none.
function colorOf({ id }: User): string {
  const sum = [...id].reduce((total, digit) => total + digit.charCodeAt(0), 0);
  return colors[sum % colors.length] ?? "";
}
