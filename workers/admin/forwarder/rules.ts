import { BadInput } from "#kernel/errors";
import type { Language } from "#kernel/i18n";
import { readMessage } from "#adapters/telegram/read-arrival";
import { rulesApi } from "#domain/admin/api/forwarder/rules";
import type { Chat, Place } from "#domain/forwarder/chat";
import { explained } from "#domain/forwarder/filters/filtered";
import type { Mapping } from "#domain/forwarder/mapping";
import { asIfPosted } from "#domain/forwarder/panel/trial";
import { plan } from "#domain/forwarder/plan";
import type { Post } from "#domain/forwarder/post";
import { speaking } from "#domain/forwarder/texts/texts";
import { served } from "../serve.ts";
import { type Tools, toolsOf } from "./tools.ts";
import type { Message } from "grammy/types";

/** Trying rules out; nothing is sent. */
export const ruleOperations = served(rulesApi, toolsOf, {
  trySettings: ({ body: { text: said, messages, ...settings }, query }, tools) =>
    trialOf(
      postOf({ said, messages }, undefined, { chat: "0" }, tools),
      { source: { chat: "0" }, settings },
      query.language,
    ),
  async tryMapping({ inPath, query, body: { text: said, messages } }, tools) {
    const mapping = await tools.mappings.find(inPath.id);
    const chat = await tools.channels.find(mapping.source.chat);
    return trialOf(postOf({ said, messages }, chat, mapping.source, tools), mapping, query.language);
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

type Rules = Pick<Mapping, "source" | "settings">;

function trialOf(post: Post, mapping: Rules, language: Language) {
  const planned = plan(post, mapping);
  const say = speaking(language);
  return {
    carried: planned.is === "carry",
    ...(planned.is === "discard" && { by: planned.by }),
    filters: explained(post, mapping.settings.filters).map(({ filter, says, why }) => ({
      filter,
      says,
      ...(why && { why: say(why) }),
    })),
    steps: planned.is === "carry" ? planned.steps : [],
  };
}
