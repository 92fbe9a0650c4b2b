/** Dead letters: messages that are tried no more, until somebody retries or deletes them. */
import { isUtf8 } from "node:buffer";
import { type Answer, type Message, shown } from "./message.ts";
import type { Page, Wanted } from "./wanted.ts";

export interface DeadLetter {
  readonly dlqId: string;
  readonly message: Message;
  readonly answer: Answer;
}

export class DeadLetters {
  readonly #letters = new Map<string, DeadLetter>();

  add(letter: DeadLetter): void {
    this.#letters.set(letter.dlqId, letter);
  }

  page(wanted: Wanted): Page<DeadLetter> {
    return wanted.page([...this.#letters.values()], shownLetter);
  }

  /** Takes the letters out. */
  take(wanted: Wanted): Page<DeadLetter> {
    const page = this.page(wanted);
    for (const { dlqId } of page.items) this.#letters.delete(dlqId);
    // What is taken moves the rest up: whoever goes on begins at the front again.
    return { ...page, cursor: page.cursor === undefined ? undefined : "0" };
  }

  forget(): void {
    this.#letters.clear();
  }
}

export function shownLetter({ dlqId, message, answer }: DeadLetter) {
  return {
    ...shown(message),
    dlqId,
    responseStatus: answer.status,
    responseHeader: answer.headers,
    ...(isUtf8(answer.body)
      ? { responseBody: answer.error ?? answer.body.toString() }
      : { responseBodyBase64: answer.body.toString("base64") }),
  };
}
