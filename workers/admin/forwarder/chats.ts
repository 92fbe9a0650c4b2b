import { chatsApi } from "#domain/admin/api/forwarder/chats";
import { placeName } from "#domain/forwarder/chat";
import { shownLetters } from "../dead-letters.ts";
import { served } from "../serve.ts";
import { shownChat } from "./shown.ts";
import { toolsOf } from "./tools.ts";

/** The chats that the bot knows, and what came from them that nobody could read. */
export const chatOperations = served(chatsApi, toolsOf, {
  async list({ query }, { channels }) {
    const { items, ...told } = await channels.list(query);
    return { items: items.map(shownChat), ...told };
  },
  async recognise({ body }, { channels }) {
    const { place, chat } = await channels.recognise(body.chat);
    return { place: placeName(place), chat: shownChat(chat) };
  },
  check: async ({ inPath: { id } }, { channels }) => shownChat((await channels.check(id)).chat),
  unreadable: async ({ query: { chat = "nobody" } }, { env }) =>
    shownLetters(await env.SOURCE_CHAT.getByName(chat).deadLetters(100)),
});
