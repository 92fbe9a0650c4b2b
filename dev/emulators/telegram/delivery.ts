/**
 * Delivery: how Telegram brings updates to a webhook. Updates of one chat, or of one person and kind, go strictly one
 * after another: one that fails is tried again and holds up the others, while other chats go on.
 * Waits, expiry and order as in Telegram's own server (tdlib/telegram-bot-api, WebhookActor.cpp and Client.cpp).
 */
import { setMaxListeners } from "node:events";
import { STATUS_CODES } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { isPlainObject } from "../../world/plain-object.ts";
import { type Attempt, post, unanswered } from "./attempt.ts";
import { Connections } from "./connections.ts";
import type { Update } from "./entities.ts";
import type { Bot } from "./bot.ts";
import type { Store } from "./store.ts";

/** What came of an update so far: what the first attempt was answered (0: nobody did), or that it waits its turn. */
export type Outcome =
  | { readonly update_id: number; readonly status: number }
  | { readonly update_id: number; readonly queued: true };

export interface DeliveryParts {
  readonly store: Store;
  /** A webhook may answer with a method to be called. */
  readonly execute: (bot: Bot, reply: Readonly<Record<string, unknown>>) => Promise<void>;
  /** The waits between attempts, in milliseconds; the last one is repeated. */
  readonly retryWaits?: readonly number[];
  /** How long an answer may take, in milliseconds. */
  readonly patience?: number;
}

interface Pending {
  readonly bot: Bot;
  readonly update: Update;
  readonly expiresAt: number;
  readonly tell: (outcome: Outcome) => void;
}

export interface WebhookError {
  readonly last_error_date: number;
  readonly last_error_message: string;
}

const usualWaits = [0, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000];
const usualPatience = 60_000;

export class Delivery {
  readonly #parts: DeliveryParts;
  /** By chat: who waits. The first one is on its way. */
  readonly #lines = new Map<string, Pending[]>();
  readonly #retrying = new Set<string>();
  readonly #connections = new Map<number, Connections>();
  readonly #errors = new Map<number, WebhookError>();
  #cancelled = cancellation();

  constructor(parts: DeliveryParts) {
    this.#parts = parts;
  }

  /** Resolves with the first attempt, or at once where an earlier update of the same chat is still being retried. */
  deliver(bot: Bot, update: Update): Promise<Outcome> {
    const { update_id } = update;
    const key = `${bot.id}:${lineOf(update)}`;
    return new Promise((tell) => {
      if (this.#retrying.has(key)) tell({ update_id, queued: true });
      const expiresAt = this.#parts.store.now() + lifetimeOf(update);
      const line = this.#lines.get(key);
      const pending = { bot, update, expiresAt, tell };
      if (line) line.push(pending);
      else {
        this.#lines.set(key, [pending]);
        void this.#serve(key);
      }
    });
  }

  /** How many updates of this bot are still to come. */
  pending({ id }: Bot): number {
    return [...this.#lines.values()].flat().filter(({ bot }) => bot.id === id).length;
  }

  /** Why an update was not taken lately, as `getWebhookInfo` says it. */
  lastError({ id }: Bot): WebhookError | undefined {
    return this.#errors.get(id);
  }

  /** What waits is forgotten, as after `drop_pending_updates`; what is on its way ends. */
  cancel(): void {
    this.#cancelled.abort();
    this.#cancelled = cancellation();
    for (const { update, tell } of [...this.#lines.values()].flat())
      tell({ update_id: update.update_id, status: 0 });
    this.#lines.clear();
    this.#retrying.clear();
    this.#connections.clear();
  }

  async #serve(key: string): Promise<void> {
    const { signal } = this.#cancelled;
    const line = this.#lines.get(key) ?? [];
    for (let first = line[0]; first && !signal.aborted; first = line[0]) {
      await this.#bring(key, line, first, signal);
      line.shift();
    }
    if (!signal.aborted) this.#lines.delete(key);
  }

  /** Until it is accepted, or too old for anybody. */
  async #bring(key: string, line: readonly Pending[], pending: Pending, signal: AbortSignal): Promise<void> {
    const { store, retryWaits = usualWaits } = this.#parts;
    for (let tried = 0; store.now() < pending.expiresAt && !signal.aborted; tried++) {
      const { status, retryAfter, reply } = await this.#attempt(pending, signal);
      if (signal.aborted) return;
      pending.tell({ update_id: pending.update.update_id, status });
      if (isAccepted(status)) {
        this.#retrying.delete(key);
        if (isPlainObject(reply) && typeof reply["method"] === "string") {
          await this.#parts.execute(pending.bot, reply);
        }
        return;
      }
      this.#errors.set(pending.bot.id, errorOf(status, Math.floor(store.now() / 1_000)));
      this.#holdUp(key, line);
      const wait = retryAfter ?? retryWaits[tried] ?? retryWaits.at(-1) ?? 0;
      await sleep(wait, undefined, { signal, ref: false }).catch(() => undefined);
    }
    if (!signal.aborted) this.#retrying.delete(key);
  }

  /** Whoever stands behind a failing update should not wait to hear of their own. */
  #holdUp(key: string, [, ...behind]: readonly Pending[]): void {
    this.#retrying.add(key);
    for (const { update, tell } of behind) tell({ update_id: update.update_id, queued: true });
  }

  async #attempt({ bot, update }: Pending, signal: AbortSignal): Promise<Attempt> {
    const { store, patience = usualPatience } = this.#parts;
    const url = store.webhookUrl(bot);
    if (!url) return unanswered;
    const connections = this.#connectionsOf(bot);
    await connections.take();
    try {
      return await post(url, bot, update, AbortSignal.any([signal, AbortSignal.timeout(patience)]));
    } finally {
      connections.leave();
    }
  }

  #connectionsOf({ id, webhook }: Bot): Connections {
    const known = this.#connections.get(id) ?? new Connections();
    known.most = webhook.maxConnections;
    this.#connections.set(id, known);
    return known;
  }
}

/** The member of an update that says what it is, such as `callback_query`. */
export function kindOf(update: Update): string {
  return Object.keys(update).find((name) => name !== "update_id") ?? "";
}

const byPerson = new Set(["inline_query", "chosen_inline_result", "callback_query"]);

function lineOf(update: Update): string {
  const kind = kindOf(update);
  const about = update[kind];
  if (!isPlainObject(about)) return kind;
  return byPerson.has(kind) ? `${kind}:${idOf(about["from"])}` : `chat:${idOf(about["chat"])}`;
}

function idOf(value: unknown): string {
  return isPlainObject(value) ? String(value["id"]) : "";
}

const day = 86_400_000;
const lifetimes = new Map([
  ["callback_query", 150_000],
  ["inline_query", 30_000],
  ["chosen_inline_result", 600_000],
]);

function lifetimeOf(update: Update): number {
  return lifetimes.get(kindOf(update)) ?? day;
}

function errorOf(status: number, last_error_date: number): WebhookError {
  const last_error_message =
    status === 0
      ? "Connection timed out"
      : `Wrong response from the webhook: ${status} ${STATUS_CODES[status] ?? ""}`.trim();
  return { last_error_date, last_error_message };
}

function isAccepted(status: number): boolean {
  return status >= 200 && status < 300;
}

// Any number of updates may be on their way.
function cancellation(): AbortController {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  return controller;
}
