import { BadInput } from "#kernel/errors";
import { readMessage } from "#adapters/telegram/read-arrival";
import { rulesApi } from "#domain/admin/api/forwarder/rules";
import type { Chat, Place } from "#domain/forwarder/chat";
import { explained } from "#domain/forwarder/filters/filtered";
import type { MappingSettings } from "#domain/forwarder/mapping-settings";
import { asIfPosted } from "#domain/forwarder/panel/trial";
import { plan } from "#domain/forwarder/plan";
import type { Post } from "#domain/forwarder/post";
import { speaking } from "#domain/forwarder/texts/texts";
import { served } from "../serve.ts";
import { type Tools, toolsOf } from "./tools.ts";
import type { Message } from "grammy/types";

/** Trying rules out; nothing is sent. */
export const ruleOperations = served(rulesApi, toolsOf, {
  trySettings: ({ body: { text: said, messages, ...settings } }, tools) =>
    trialOf(postOf({ said, messages }, undefined, { chat: "0" }, tools), { chat: "0" }, settings),
  async tryMapping({ inPath, body: { text: said, messages } }, tools) {
    const { source, settings } = await tools.mappings.find(inPath.id);
    const chat = await tools.channels.find(source.chat);
    return trialOf(postOf({ said, messages }, chat, source, tools), source, settings);
  },
});

interface Said {
  readonly said: string | undefined;
  readonly messages: readonly object[] | undefined;
}

/** Throws BadInput. */
function postOf({ said, messages }: Said, chat: Chat | undefined, source: Place, { now }: Tools): Post {
  const given = messages ?? (said === undefined ? [] : [{ text: said }]);
  const [first, ...others] = given.map((each, nth) => asIfPosted(read(each, nth, now), { source }, chat));
  if (!first) throw new BadInput("A post is missing: wants text, or messages");
  return { messages: [first.messages[0], ...others.map((post) => post.messages[0])], hops: 0 };
}

/** What a message cannot be without is put in, and what it is is up to whoever sent it. */
function read(given: object, nth: number, now: number) {
  const chat = { id: 0, type: "channel", title: "" };
  const whole = { message_id: nth + 1, date: Math.floor(now / 1_000), chat, ...given };
  try {
    return readMessage(whole as unknown as Message);
  } catch {
    throw new BadInput(`messages: the ${nth + 1}. is no message of the Bot API`);
  }
}

function trialOf(post: Post, source: Place, settings: MappingSettings) {
  const planned = plan(post, { source, settings });
  const say = speaking("en");
  return {
    carried: planned.is === "carry",
    ...(planned.is === "discard" && { by: planned.by }),
    filters: explained(post, settings.filters).map(({ filter, says, why }) => ({
      filter,
      says,
      ...(why && { why: say(why) }),
    })),
    steps: planned.is === "carry" ? planned.steps : [],
  };
}
