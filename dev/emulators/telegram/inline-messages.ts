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
  readonly #ids = new Map<Conversation, Map<number, string>>();

  remember(place: InlineMessage): string {
    const id = `BAAAA${Buffer.from(randomId()).toString("base64url")}`;
    const { conversation, messageId } = place;
    this.#places.set(id, place);
    this.#ids.set(conversation, (this.#ids.get(conversation) ?? new Map()).set(messageId, id));
    return id;
  }

  find(id: string, botId: number): InlineMessage | undefined {
    const place = this.#places.get(id);
    return place?.botId === botId ? place : undefined;
  }

  idOf(conversation: Conversation, messageId: number): string | undefined {
    return this.#ids.get(conversation)?.get(messageId);
  }

  forget(): void {
    this.#places.clear();
    this.#ids.clear();
  }
}
