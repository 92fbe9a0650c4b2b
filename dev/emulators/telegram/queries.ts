/** Queries: questions to a bot that wait for an answer, and not for long. */
import type { Conversation } from "./conversation.ts";
import type { TelegramUser } from "./entities.ts";
import { badRequest } from "./telegram-error.ts";

export type QueryKind = "inline" | "callback" | "guest";

export interface Query {
  readonly id: string;
  readonly kind: QueryKind;
  readonly botId: number;
  readonly from: TelegramUser;
  /** Where a guest was called to. */
  readonly conversation?: Conversation | undefined;
  /** What was typed. */
  readonly text?: string | undefined;
}

interface Open extends Query {
  readonly expiresAt: number;
  answer?: unknown;
}

/** How long each kind may be answered, in milliseconds. */
const lifetimes = { inline: 30_000, callback: 150_000, guest: 86_400_000 } as const;

export class Queries {
  readonly #now: () => number;
  readonly #open = new Map<string, Open>();
  readonly #listeners = new Map<string, (answer: unknown) => void>();

  constructor(now: () => number) {
    this.#now = now;
  }

  ask(query: Query): void {
    this.#open.set(query.id, { ...query, expiresAt: this.#now() + lifetimes[query.kind] });
  }

  /** A query that may still be answered; an inline one even again. */
  answerable(id: string | undefined, kind: QueryKind, botId: number): Query {
    const query = this.#open.get(id ?? "");
    const isOpen = query?.kind === kind && query.botId === botId && query.expiresAt > this.#now();
    if (!isOpen || (query.answer !== undefined && kind !== "inline")) {
      throw badRequest("query is too old and response timeout expired or query ID is invalid");
    }
    return query;
  }

  answer(id: string, answer: unknown): void {
    const query = this.#open.get(id);
    if (query) query.answer = answer;
    this.#listeners.get(id)?.(answer);
  }

  /** What a query has been answered; undefined where it has not. */
  answerTo(id: string): unknown {
    return this.#open.get(id)?.answer;
  }

  /** What was typed into an inline query. */
  textOf(id: string): string {
    return this.#open.get(id)?.text ?? "";
  }

  /** Resolves with the answer, or with undefined when nobody has answered by then. */
  awaitAnswer(id: string, patienceMs: number): Promise<unknown> {
    const given = this.answerTo(id);
    if (given !== undefined) return Promise.resolve(given);
    return new Promise((resolve) => {
      const end = (answer: unknown) => {
        clearTimeout(timer);
        this.#listeners.delete(id);
        resolve(answer);
      };
      const timer = setTimeout(end, patienceMs, undefined);
      timer.unref();
      this.#listeners.set(id, end);
    });
  }

  forget(): void {
    this.#open.clear();
  }
}
