/** State: all the page shows of Telegram. */
import { isPlainObject } from "../../world/plain-object.ts";
import type { Conversation } from "./conversation.ts";
import { fileKinds, type Message } from "./entities.ts";
import type { Telegram } from "./telegram.ts";

/** With `chatId` only the chats of this id. */
export function telegramState(telegram: Telegram, chatId?: number) {
  const { store, throttle } = telegram;
  return {
    bots: store.bots.map((bot) => {
      const { settings, user, commands } = bot;
      return {
        name: settings.name,
        id: user.id,
        username: user.username,
        webhook: store.webhookUrl(bot),
        commands: Object.fromEntries(commands),
      };
    }),
    users: [...store.users.values()]
      .filter(({ is_bot: isBot }) => !isBot)
      .map((user) => ({
        ...user,
        blocked: store.bots
          .filter((bot) => store.hasBlocked(bot, user.id))
          .map(({ settings }) => settings.name),
      })),
    chats: store.conversations
      .filter(([, { chat }]) => chatId === undefined || chat.id === chatId)
      .map(([key, conversation]) => chatState(telegram, key, conversation)),
    limits: throttle.limits,
  };
}

function chatState(telegram: Telegram, key: string, conversation: Conversation) {
  const { chat, botId, members, history, holdsVideosBack, isProtected, topics, migratedTo } = conversation;
  const bot = telegram.store.bots.find(({ id }) => id === botId);
  return {
    key,
    ...chat,
    /** The bot whose private chat it is. */
    ...(bot && { bot: bot.settings.name }),
    members: [...members.keys()].map((id) => ({ id, ...conversation.standingOf(id) })),
    holdsVideosBack,
    isProtected,
    topics: [...topics].map(([id, name]) => ({ id, name })),
    ...(migratedTo !== undefined && { migratedTo }),
    ...(conversation.discussion && { discussion: conversation.discussion.chat.id }),
    messages: history.map(({ message, isDeleted, isPinned, isHeldBack, edits }) => ({
      ...message,
      isDeleted,
      isPinned,
      isHeldBack,
      edits,
      files: filesIn(message),
      inline_message_id: telegram.inlineMessages.idOf(conversation, message.message_id),
    })),
  };
}

/** Where the files of a message may be played. */
function filesIn(message: Message) {
  return fileKinds.flatMap((kind) => {
    // A photo comes in sizes, and an animation as a document besides.
    if (kind === "document" && "animation" in message) return [];
    const [view] = [message[kind]].flat();
    return isPlainObject(view) ? [{ kind, url: `/telegram/files/${String(view["file_unique_id"])}` }] : [];
  });
}
