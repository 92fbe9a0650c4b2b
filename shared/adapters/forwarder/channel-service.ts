import { type Instant, instant } from "#kernel/clock";
import type { ForwarderConfig } from "#kernel/config";
import { UpstreamError } from "#kernel/errors";
import { described, type Log } from "#kernel/log";
import type { Access, Chat, Place } from "#domain/forwarder/chat";
import { type NamedPlace, namedPlace } from "#domain/forwarder/named-place";
import { Unusable } from "#domain/forwarder/refusals/refusals";
import type { TroubleKind } from "#domain/forwarder/trouble";
import { allChatIds, type ChatQuestion, findChat, listChats, saveChat } from "../database/forwarder/chats.ts";
import { mendMappings } from "../database/forwarder/mappings.ts";
import type { Parted } from "../database/part.ts";
import { asked, type BotAccess, botApi } from "../telegram/bot-api.ts";
import { botInfo } from "../telegram/bot-info.ts";
import { accessOf } from "./access.ts";
import { toldPlace } from "./told-place.ts";
import type { ChatFullInfo, Message } from "grammy/types";

/** A place that the bot was shown, and what is known of its chat. */
export interface Recognised {
  readonly chat: Chat;
  readonly place: Place;
}

/** A chat as it is now, and as it was when it was last looked at. */
export interface Checked {
  readonly chat: Chat;
  readonly before: Chat | undefined;
}

interface Needs {
  readonly config: ForwarderConfig;
  readonly log: Log;
}

/** The chats that the bot knows, and what it may do there. What Telegram does not answer throws as `asked` says. */
export class ChannelService {
  readonly #config: ForwarderConfig;
  readonly #log: Log;
  readonly #access: BotAccess;

  constructor({ config, log }: Needs) {
    this.#config = config;
    this.#log = log;
    this.#access = { token: config.TELEGRAM_FORWARDER_TOKEN, apiRoot: config.TELEGRAM_API_ROOT };
  }

  /**
   * Finds the chat that somebody means: `@name`, a link, an id, each with `#topic` if one is meant; or a message that he
   * has forwarded, or in which he has chosen a chat. Notes what it is. Throws Unusable, which says why it cannot be one.
   */
  async recognise(input: string | Message): Promise<Recognised> {
    const { topic, ...named } = typeof input === "string" ? namedPlace(input) : toldPlace(input);
    const chat = await this.#seen(named);
    if (topic !== undefined && !chat.hasTopics) throw new Unusable("no-topics", { title: chat.title, topic });
    await this.#save(chat);
    return { chat, place: { chat: chat.id, ...(topic !== undefined && { topic }) } };
  }

  /** Looks at a chat again, and notes what has become of it: its name, its rights, or why it cannot be used. */
  async check(chatId: string): Promise<Checked> {
    const before = await findChat(this.#config.DATABASE_URL, chatId);
    const chat = await this.#seen({ chat: chatId, input: chatId }).catch((error: unknown) => {
      if (!(error instanceof Unusable) || !before) throw error;
      return lost(before, troubleOf(error), this.#now());
    });
    await this.#save(chat);
    return { chat, before };
  }

  /** Looks at every chat, whoever was looked at longest ago first; gives those that have changed for the bot. */
  async checkAll(): Promise<readonly Checked[]> {
    const changed: Checked[] = [];
    for (const id of await allChatIds(this.#config.DATABASE_URL)) {
      try {
        const checked = await this.check(id);
        if (isNews(checked)) changed.push(checked);
      } catch (error) {
        // Tomorrow is another day.
        this.#log.warn("forwarder.chat-not-checked", { chat: id, ...described(error) });
      }
    }
    return changed;
  }

  /** What is known without asking Telegram. */
  find(chatId: string): Promise<Chat | undefined> {
    return findChat(this.#config.DATABASE_URL, chatId);
  }

  list(question: ChatQuestion): Promise<Parted<Chat> & { readonly total: number }> {
    return listChats(this.#config.DATABASE_URL, question);
  }

  /** Throws Unusable. */
  async #seen({ chat, input }: NamedPlace): Promise<Chat> {
    const api = botApi(this.#access);
    const full = await meaning(asked(api.getChat(chat)), input, input);
    const title = titleOf(full);
    if (full.type === "private") throw new Unusable("person", { title });
    const me = await botInfo(this.#access);
    const member = await meaning(asked(api.getChatMember(full.id, me.id)), input, title);
    const access = accessOf(member, {
      isChannel: full.type === "channel",
      permissions: full.permissions,
      seesGroups: me.can_read_all_group_messages,
    });
    if (access.status === "kicked") throw new Unusable("bot-kicked", { title });
    if (access.status === "left") throw new Unusable("bot-not-there", { title });
    return seenAs(full, title, access, this.#now());
  }

  async #save(chat: Chat): Promise<void> {
    await saveChat(this.#config.DATABASE_URL, chat);
    if (chat.access.canPost && !chat.trouble)
      await mendMappings(this.#config.DATABASE_URL, chat.id, ["no_rights", "not_member", "chat_not_found"]);
  }

  #now(): Instant {
    return instant(Date.now());
  }
}

/** Says in our words what Telegram's no to a chat means; what is no answer to the question stays what it is. */
async function meaning<T>(answer: Promise<T>, input: string, title: string): Promise<T> {
  return answer.catch((error: unknown) => {
    if (!(error instanceof UpstreamError) || error.retry || error.status === 401) throw error;
    if (/kicked|banned/i.test(error.said)) throw new Unusable("bot-kicked", { title });
    if (/not a member|inaccessible|user not found|participant/i.test(error.said))
      throw new Unusable("bot-not-there", { title });
    throw new Unusable("no-such-chat", { input });
  });
}

const troubleOf = ({ refusal }: Unusable): TroubleKind =>
  refusal.code === "no-such-chat" ? "chat_not_found" : "not_member";

const titleOf = (chat: ChatFullInfo): string => chat.title ?? chat.first_name ?? String(chat.id);

const seenAs = (full: ChatFullInfo, title: string, access: Access, now: Instant): Chat => ({
  id: String(full.id),
  type: full.type,
  title,
  ...(full.username && { username: full.username }),
  hasTopics: full.is_forum === true,
  isProtected: full.has_protected_content === true,
  access,
  ...(!access.canRead && !access.canPost && { trouble: "no_rights" satisfies TroubleKind }),
  checkedAt: now,
});

/** A chat that the bot is not in any more. */
const lost = (chat: Chat, trouble: TroubleKind, now: Instant): Chat => ({
  ...chat,
  access: { status: "left", canRead: false, canPost: false, canEdit: false, canDelete: false, canPin: false },
  trouble,
  checkedAt: now,
});

const rightsOf = ({ access: { status: _, ...rights }, trouble, isProtected }: Chat) =>
  JSON.stringify([Object.entries(rights).toSorted(), trouble, isProtected]);

const isNews = ({ chat, before }: Checked) => before === undefined || rightsOf(chat) !== rightsOf(before);
