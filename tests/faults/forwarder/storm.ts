import { setTimeout as wait } from "node:timers/promises";
import { type Deed, type Item, type SourceScript, targets, wordsOf } from "./script.ts";
import { type Findings, look, type Shown } from "./readers.ts";

/** Asks the world's control API; a body makes it a POST. */
export type AskWorld = <T>(path: string, body?: unknown) => Promise<T>;

/** The ids of the storm's chats. */
export const sourceChat = (source: number): number => -1_003_000_000_000 - source;
export const targetChat = (target: number): number => -1_004_000_000_000 - target;
export const targetOf = (chat: string): number => targetChat(0) - Number(chat);

/** A post that stands in its source. `at`: when it was there, in milliseconds. */
export interface Posted {
  readonly source: number;
  readonly post: number;
  readonly messageIds: readonly number[];
  readonly at: number;
}

/** The storm's people: they post and edit whatever befalls the bot, and read what comes. */
export class Storm {
  readonly #ask: AskWorld;
  readonly #script: readonly SourceScript[];
  readonly posted: Posted[] = [];

  constructor(ask: AskWorld, script: readonly SourceScript[]) {
    this.#ask = ask;
    this.#script = script;
  }

  /** Channels in which the bot is an administrator. */
  async open(): Promise<void> {
    const ids = [
      ...this.#script.map(({ source }) => sourceChat(source)),
      ...Array.from({ length: targets }, (_, target) => targetChat(target)),
    ];
    for (const id of ids)
      await this.#ask("/telegram/chats", {
        id,
        type: "channel",
        title: `Channel ${-id}`,
        botRights: "administrator",
      });
  }

  /** Everything that people do, in all sources at once. */
  async rage(): Promise<void> {
    await Promise.all(this.#script.map((each) => this.#play(each)));
  }

  async look(): Promise<Findings> {
    const shown = new Map<number, readonly Shown[]>();
    for (let target = 0; target < targets; target++) shown.set(target, await this.messagesIn(target));
    return look(this.#script, shown);
  }

  async messagesIn(target: number): Promise<readonly Shown[]> {
    const { chats } = await this.#ask<{ readonly chats: readonly { readonly messages: readonly Shown[] }[] }>(
      `/telegram/state?chat=${targetChat(target)}`,
    );
    return chats[0]?.messages ?? [];
  }

  async #play({ source, deeds }: SourceScript): Promise<void> {
    const chat = `/telegram/chats/${sourceChat(source)}/posts`;
    const ids = new Map<number, readonly number[]>();
    for (const deed of deeds) {
      await wait(deed.waitMs);
      if (deed.is === "post") ids.set(deed.post, await this.#post(chat, source, deed));
      else await this.#edit(`${chat}/${ids.get(deed.item.post)?.[deed.item.item - 1]}`, deed.item);
    }
  }

  async #post(chat: string, source: number, { post, items }: Extract<Deed, { is: "post" }>) {
    const at = Date.now();
    const [first, ...others] = items.map(contentOf);
    const content = others.length > 0 ? { album: [first, ...others], gapMs: 20 } : first;
    const { message_ids: messageIds } = await this.#ask<{ readonly message_ids: readonly number[] }>(
      `${chat}?wait=false`,
      content,
    );
    this.posted.push({ source, post, messageIds, at });
    return messageIds;
  }

  #edit(message: string, item: Item): Promise<unknown> {
    return this.#ask(`${message}?wait=false`, isText(item) ? { text: wordsOf(item) } : wording(item));
  }
}

/** Every other post of one message is a text. */
const isText = ({ of, post }: Item): boolean => of === 1 && post % 2 === 0;
const wording = (item: Item) => ({ caption: wordsOf(item) });
const contentOf = (item: Item) =>
  isText(item)
    ? { text: wordsOf(item) }
    : { [item.item % 3 === 0 ? "video" : "photo"]: {}, ...wording(item) };

/** Telegram as it is in a storm: shares of all its answers. */
export async function storm(ask: AskWorld): Promise<void> {
  const [tooMany, failed, lost] = [0.3, 0.05, 0.02];
  // They are asked one after another: the later ones see what the others have left.
  const faults = [
    { retryAfter: [1, 5], share: tooMany },
    { status: 502, share: failed / (1 - tooMany) },
    { late: true, reset: true, share: lost / (1 - tooMany - failed) },
  ];
  for (const fault of faults) await ask("/faults", { service: "telegram", ...fault });
  // Thirty a second, and a 429 for whoever wants more, is what Telegram always does.
  await ask("/telegram/limits", { global: null });
}
