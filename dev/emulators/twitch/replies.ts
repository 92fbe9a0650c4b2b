import type { Channel } from "./channel.ts";
import type { ChatLine, Reply } from "./entities.ts";

/** A line that answers another one. Twitch writes the name of whoever is answered in front of it. */
export function asReply(line: ChatLine, parent: ChatLine): ChatLine {
  const { id, user, text } = parent;
  const reply: Reply = { parent: { id, user, text }, thread: parent.reply?.thread ?? { id, user } };
  return { ...line, text: `@${user.name} ${line.text}`, reply };
}

export function findLine(channel: Channel, id: string): ChatLine | undefined {
  return channel.chat.find((line) => line.id === id);
}
