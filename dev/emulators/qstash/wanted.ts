/** Wanted: which of many a request asks for, a hundred at a time. */
import { Refused } from "./refused.ts";

export interface Page<T> {
  readonly items: readonly T[];
  /** Where to go on; absent at the end. */
  readonly cursor: string | undefined;
}

/** Query parameter, and the field of a shown message it is about. */
const fields = new Map([
  ["messageId", "messageId"],
  ["messageIds", "messageId"],
  ["dlqId", "dlqId"],
  ["dlqIds", "dlqId"],
  ["url", "url"],
  ["queueName", "queueName"],
  ["label", "label"],
  ["flowControlKey", "flowControlKey"],
  ["scheduleId", "scheduleId"],
  ["responseStatus", "responseStatus"],
  ["state", "state"],
]);

export class Wanted {
  readonly #query: URLSearchParams;

  constructor(query: URLSearchParams) {
    this.#query = query;
  }

  page<T>(all: readonly T[], show: (item: T) => object): Page<T> {
    const from = this.#number("cursor") ?? 0;
    const end = from + Math.min(this.#number("count") ?? 100, 100);
    const matching = all.filter((item) => this.matches(show(item)));
    return { items: matching.slice(from, end), cursor: end < matching.length ? String(end) : undefined };
  }

  matches(shown: object): boolean {
    return [...fields].every(([parameter, field]) => {
      const values = this.#query.getAll(parameter);
      return values.length === 0 || values.includes(String(Reflect.get(shown, field)));
    });
  }

  #number(name: string): number | undefined {
    const text = this.#query.get(name);
    if (text === null) return undefined;
    if (!/^\d+$/.test(text)) throw new Refused(`invalid ${name}: "${text}" is no whole number`);
    return Number(text);
  }
}
