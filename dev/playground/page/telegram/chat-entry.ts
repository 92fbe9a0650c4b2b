/** The chats of a person, as a list of chats shows them; a room is any group or channel that the forwarder is about. */
export type ChatName = "bot" | "group" | "friend" | "store" | "room";

export interface ChatEntry {
  readonly name: ChatName;
  /** As the world keys it. */
  readonly key: string;
  /** As requests name it; the private chat with the bot needs no name. */
  readonly chatId: number | undefined;
  /** Whether the bot hears what is written there. */
  readonly hasBot: boolean;
  /** Of a forum, where only this topic is looked at. */
  readonly topic?: number;
}
