import { createHmac, randomUUID } from "node:crypto";

/** The secret of the embedded configuration, and what every contestant is given. */
export const eventSubSecret = "embedded-eventsub-secret";

const broadcaster = { id: "1001", login: "taproom", name: "Taproom" };
const bot = { id: "1002" };

/** One delivery of Twitch, signed. */
export interface Notification {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * A line nobody reacts to; one that was written in another channel while both share their chat; or a redemption
 * that must not be lost.
 */
export type NotificationKind = "chat line" | "shared chat line" | "redemption";

/** Signs `count` notifications, no two alike, as Twitch would send them now. */
export function signNotifications(kind: NotificationKind, count: number): Notification[] {
  return Array.from({ length: count }, (_, n) => sign(kinds[kind].type, kinds[kind].write(n)));
}

/** The redemption of a reward of any channel, by the `n`th viewer. */
export function signRedemption(channel: string, reward: string, n: number): Notification {
  const event = { ...boarRedemption(n), broadcaster_user_id: channel };
  const redeemed = { id: `reward-${channel}-${reward}`, title: reward, cost: 500, prompt: "" };
  return sign(kinds.redemption.type, { ...event, reward: redeemed });
}

/** The same delivery by somebody who does not know the secret. */
export function forge({ headers, body }: Notification): Notification {
  const signature = `sha256=${createHmac("sha256", "a guess").update(body).digest("hex")}`;
  return { headers: { ...headers, "Twitch-Eventsub-Message-Signature": signature }, body };
}

type Writer = (n: number) => Readonly<Record<string, unknown>>;

const kinds: Readonly<Record<NotificationKind, { type: string; write: Writer }>> = {
  "chat line": { type: "channel.chat.message", write: chatLine },
  redemption: { type: "channel.channel_points_custom_reward_redemption.add", write: boarRedemption },
  "shared chat line": { type: "channel.chat.message", write: sharedChatLine },
};

function sign(type: string, event: Readonly<Record<string, unknown>>): Notification {
  const id = randomUUID();
  const timestamp = new Date().toISOString().replace("Z", "123456Z");
  const body = JSON.stringify({ subscription: subscriptionTo(type), event });
  const signature = createHmac("sha256", eventSubSecret).update(`${id}${timestamp}${body}`).digest("hex");
  const headers = {
    "User-Agent": "Go-http-client/1.1",
    "Content-Type": "application/json",
    "Twitch-Eventsub-Message-Id": id,
    "Twitch-Eventsub-Message-Retry": "0",
    "Twitch-Eventsub-Message-Type": "notification",
    "Twitch-Eventsub-Message-Signature": `sha256=${signature}`,
    "Twitch-Eventsub-Message-Timestamp": timestamp,
    "Twitch-Eventsub-Subscription-Type": type,
    "Twitch-Eventsub-Subscription-Version": "1",
  };
  return { headers, body };
}

function subscriptionTo(type: string) {
  return {
    id: "f1c2a387-161a-49f9-a165-0f21d7a4e1c4",
    status: "enabled",
    type,
    version: "1",
    condition: { broadcaster_user_id: broadcaster.id, user_id: bot.id },
    transport: { method: "webhook", callback: "https://taproom.test/twitch/eventsub" },
    created_at: "2026-11-20T10:11:12.634234626Z",
    cost: 0,
  };
}

const inChannel = {
  broadcaster_user_id: broadcaster.id,
  broadcaster_user_login: broadcaster.login,
  broadcaster_user_name: broadcaster.name,
};

/** A chat of 500 people, who take turns. */
export const viewer = (n: number) => {
  const id = String(100_000 + (n % 500));
  return { id, login: `viewer_${id}`, name: `Viewer_${id}` };
};

const lines = [
  "hello everyone, good to see you again",
  "that was close",
  "what did I miss?",
  "second try, here we go",
];

function chatLine(n: number): Readonly<Record<string, unknown>> {
  const { id, login, name } = viewer(n);
  const text = `${lines[n % lines.length]} ${n}`;
  return {
    ...inChannel,
    source_broadcaster_user_id: null,
    source_broadcaster_user_login: null,
    source_broadcaster_user_name: null,
    chatter_user_id: id,
    chatter_user_login: login,
    chatter_user_name: name,
    message_id: randomUUID(),
    source_message_id: null,
    is_source_only: null,
    message: { text, fragments: [{ type: "text", text, cheermote: null, emote: null, mention: null }] },
    color: "#00FF7F",
    badges: [{ set_id: "subscriber", id: "12", info: "14" }],
    source_badges: null,
    message_type: "text",
    cheer: null,
    reply: null,
    channel_points_custom_reward_id: null,
    channel_points_animation_id: null,
  };
}

function sharedChatLine(n: number): Readonly<Record<string, unknown>> {
  const elsewhere = {
    source_broadcaster_user_id: "2001",
    source_broadcaster_user_login: "neighbour",
    source_broadcaster_user_name: "Neighbour",
    source_message_id: randomUUID(),
    is_source_only: false,
  };
  return { ...chatLine(n), ...elsewhere };
}

function boarRedemption(n: number): Readonly<Record<string, unknown>> {
  const { id, login, name } = viewer(n);
  return {
    id: randomUUID(),
    ...inChannel,
    user_id: id,
    user_login: login,
    user_name: name,
    user_input: "",
    status: "unfulfilled",
    reward: { id: "reward-1001-boar", title: "Прибежать кабанчиком на пиво", cost: 500, prompt: "" },
    redeemed_at: new Date().toISOString(),
  };
}
