/** What a notification of each type says when a person leaves things out. */
import { randomUUID } from "node:crypto";
import { eventSubTimestamp } from "../../world/delivery.ts";
import { isPlainObject, type PlainObject } from "../../world/plain-object.ts";
import { broadcasterFields, chatMessageEvent } from "./chat-message.ts";
import type { Channel } from "./channel.ts";
import type { User } from "./entities.ts";
import { type Blank, text } from "./event-blank.ts";
import { redemptionGiven } from "./redemption-template.ts";
import { rewardEvent } from "./reward-event.ts";
import type { Store } from "./store.ts";
import { onlineFields, streamId } from "./stream.ts";

interface Template {
  readonly version: string;
  readonly condition: (channel: Channel, store: Store) => Readonly<Record<string, string>>;
  readonly event: (blank: Blank) => PlainObject;
}

export function templateOf(type: string): Template {
  return templates[type] ?? unknownType;
}

const ofBroadcaster = ({ broadcaster }: Channel) => ({ broadcaster_user_id: broadcaster.id });
const ofReader = ({ broadcaster, bot }: Channel) => ({
  broadcaster_user_id: broadcaster.id,
  user_id: bot.id,
});
const ofModerator = ({ broadcaster, bot }: Channel) => ({
  broadcaster_user_id: broadcaster.id,
  moderator_user_id: bot.id,
});

const unknownType: Template = {
  version: "1",
  condition: ofBroadcaster,
  event: ({ channel, given }) => ({ ...broadcasterFields(channel.broadcaster), ...given }),
};

/** Somebody did something in the channel. */
function byViewer(
  details: (blank: Blank) => PlainObject,
  { version = "1", condition = ofBroadcaster }: Partial<Pick<Template, "version" | "condition">> = {},
): Template {
  return {
    version,
    condition,
    event: (blank) => ({
      ...userFields(person(blank, "user_id")),
      ...broadcasterFields(blank.channel.broadcaster),
      ...details(blank),
      ...blank.given,
    }),
  };
}

/** Something happened to the channel itself. */
function ofChannel(details: (blank: Blank) => PlainObject, version = "1"): Template {
  return {
    version,
    condition: ofBroadcaster,
    event: (blank) => ({
      ...broadcasterFields(blank.channel.broadcaster),
      ...details(blank),
      ...blank.given,
    }),
  };
}

const templates: Readonly<Record<string, Template>> = {
  "channel.chat.message": { version: "1", condition: ofReader, event: chatMessage },
  "channel.chat.message_delete": {
    version: "1",
    condition: ofReader,
    event: (blank) => ({
      ...broadcasterFields(blank.channel.broadcaster),
      ...targetFields(person(blank, "target_user_id")),
      message_id: randomUUID(),
      ...blank.given,
    }),
  },
  "channel.chat.clear_user_messages": {
    version: "1",
    condition: ofReader,
    event: (blank) => ({
      ...broadcasterFields(blank.channel.broadcaster),
      ...targetFields(person(blank, "target_user_id")),
      ...blank.given,
    }),
  },
  "channel.chat.clear": { ...unknownType, condition: ofReader },
  "channel.channel_points_custom_reward_redemption.add": redemption("add"),
  "channel.channel_points_custom_reward_redemption.update": redemption("update"),
  "channel.channel_points_custom_reward.add": ofChannel(rewardGiven),
  "channel.channel_points_custom_reward.update": ofChannel(rewardGiven),
  "channel.channel_points_custom_reward.remove": ofChannel(rewardGiven),
  "channel.moderator.add": byViewer(() => ({})),
  "channel.moderator.remove": byViewer(() => ({})),
  "user.authorization.revoke": {
    version: "1",
    condition: (_, { settings }) => ({ client_id: settings.clientId }),
    event: (blank) => ({
      client_id: blank.store.settings.clientId,
      ...userFields(person(blank, "user_id", blank.channel.broadcaster.id)),
      ...blank.given,
    }),
  },
  "stream.online": ofChannel(({ store, given }) => {
    const startedAt = Date.parse(text(given["started_at"]) ?? "") || store.now();
    return onlineFields({ id: streamId(startedAt), startedAt });
  }),
  "stream.offline": ofChannel(() => ({})),
  "channel.update": ofChannel(
    () => ({
      title: "Вечер в пивной",
      language: "ru",
      category_id: "509658",
      category_name: "Just Chatting",
      content_classification_labels: [],
    }),
    "2",
  ),
  "channel.follow": byViewer(({ store }) => ({ followed_at: time(store) }), {
    version: "2",
    condition: ofModerator,
  }),
  "channel.subscribe": byViewer(() => ({ tier: "1000", is_gift: false })),
  "channel.subscription.end": byViewer(() => ({ tier: "1000", is_gift: false })),
  "channel.subscription.gift": byViewer(() => ({
    total: 1,
    tier: "1000",
    cumulative_total: null,
    is_anonymous: false,
  })),
  "channel.subscription.message": byViewer(() => ({
    tier: "1000",
    message: { text: "", emotes: null },
    cumulative_months: 2,
    streak_months: null,
    duration_months: 1,
  })),
  "channel.cheer": byViewer(() => ({ is_anonymous: false, message: "Cheer100", bits: 100 })),
  "channel.ban": byViewer(({ store, channel }) => ({
    ...moderatorFields(channel),
    reason: "",
    banned_at: time(store),
    ends_at: null,
    is_permanent: true,
  })),
  "channel.unban": byViewer(({ channel }) => moderatorFields(channel)),
  "channel.raid": {
    version: "1",
    condition: ({ broadcaster }) => ({ to_broadcaster_user_id: broadcaster.id }),
    event: (blank) => ({
      ...prefixed("from_broadcaster_user", person(blank, "from_broadcaster_user_id")),
      ...prefixed("to_broadcaster_user", blank.channel.broadcaster),
      viewers: 42,
      ...blank.given,
    }),
  },
};

function chatMessage(blank: Blank): PlainObject {
  const { store, channel, given } = blank;
  const message = given["message"];
  const said = text(isPlainObject(message) ? message["text"] : undefined) ?? text(given["text"]) ?? "";
  const user = person(blank, "chatter_user_id");
  const id = text(given["message_id"]) ?? randomUUID();
  const usual = chatMessageEvent(store, channel, { id, user, text: said, at: store.now() });
  const { text: _shorthand, message: _message, ...rest } = given;
  // What is no object is meant to be wrong, and stays as it was given.
  if (message !== undefined && !isPlainObject(message)) return { ...usual, ...given };
  return { ...usual, ...rest, message: { ...usual.message, ...message } };
}

function redemption(change: "add" | "update"): Template {
  return {
    version: "1",
    condition: ofBroadcaster,
    event: (blank) => ({
      ...broadcasterFields(blank.channel.broadcaster),
      ...redemptionGiven(blank, change, userFields(person(blank, "user_id"))),
    }),
  };
}

function rewardGiven({ channel, given }: Blank): PlainObject {
  const reward = channel.rewardNamed(text(given["id"]) ?? "") ?? [...channel.rewards.values()][0];
  return reward ? rewardEvent(reward) : {};
}

const usualViewer = "2005";

function person({ store, given }: Blank, field: string, usual = usualViewer): User {
  return store.user(text(given[field]) ?? usual);
}

function userFields({ id, login, name }: User) {
  return { user_id: id, user_login: login, user_name: name };
}

function targetFields({ id, login, name }: User) {
  return { target_user_id: id, target_user_login: login, target_user_name: name };
}

function moderatorFields({ broadcaster: { id, login, name } }: Channel) {
  return { moderator_user_id: id, moderator_user_login: login, moderator_user_name: name };
}

function prefixed(prefix: string, { id, login, name }: User) {
  return { [`${prefix}_id`]: id, [`${prefix}_login`]: login, [`${prefix}_name`]: name };
}

function time(store: Store): string {
  return eventSubTimestamp(store.now());
}
