/** Messages that a bot may edit though it never was in the chat: sent inline, or as a guest. */
import type { Conversation } from "./conversation.ts";
import { randomId } from "./store.ts";

export interface InlineMessage {
  readonly botId: number;
  readonly conversation: Conversation;
  readonly messageId: number;
}

export class InlineMessages {
  readonly #places = new Map<string, InlineMessage>();

  remember(place: InlineMessage): string {
    const id = `BAAAA${Buffer.from(randomId()).toString("base64url")}`;
    this.#places.set(id, place);
    return id;
  }

  find(id: string, botId: number): InlineMessage | undefined {
    const place = this.#places.get(id);
    return place?.botId === botId ? place : undefined;
  }

  idOf(conversation: Conversation, messageId: number): string | undefined {
    for (const [id, place] of this.#places) {
      if (place.conversation === conversation && place.messageId === messageId) return id;
    }
    return undefined;
  }

  forget(): void {
    this.#places.clear();
  }
}
