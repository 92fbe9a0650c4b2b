/** More words for the downloader bot's stories: chats of several people, and what Telegram puts into any chat for the bot. */
import { randomInt } from "node:crypto";
import { askWorld, until } from "./place.ts";
import type { Person, PostOf, Seen } from "./telegram.ts";

type MemberStatus = "creator" | "administrator" | "member" | "left" | "kicked";

/** A chat nobody has written in before. The bot is there once it has been added, or has heard something. */
export class Chat {
  readonly id = -1_001_000_000_000 - randomInt(1_000_000_000);
  readonly type: "supergroup" | "channel";

  constructor(type: Chat["type"] = "supergroup") {
    this.type = type;
  }

  get card() {
    return { id: this.id, type: this.type, title: `Chat ${-this.id}` };
  }

  /** Says who is what there; the bot is `bots`. */
  async has(
    members: Readonly<Partial<Record<MemberStatus, readonly Person[]>>>,
    bots: MemberStatus = "administrator",
  ): Promise<this> {
    const listed = Object.entries(members).flatMap(([status, people]) =>
      people.map(({ card }) => ({ user: card, status })),
    );
    await askWorld("POST", "/telegram/chats", { chat: this.card, members: listed, bots });
    return this;
  }
}

/** One of the things a bot offers to whoever types its name. */
export interface Offered {
  readonly type: string;
  readonly id: string;
  readonly title?: string;
  readonly video_file_id?: string;
  readonly reply_markup?: Seen["reply_markup"];
  readonly [more: string]: unknown;
}

export interface InlineAnswer {
  readonly results: readonly Offered[];
  readonly cacheTime: number;
  readonly isPersonal: boolean;
  readonly button?: { readonly text: string; readonly start_parameter?: string };
}

/** Somebody has typed the bot's name and this into any chat. */
export const typesInline = (
  { card }: Person,
  query: string,
): Promise<{ readonly query_id: string; readonly answer: InlineAnswer }> =>
  askWorld("POST", "/telegram/downloader/inline", { user: card, query });

/** What has come to stand in a chat by Telegram's own hand. */
export interface Placed {
  readonly message_id: number;
  readonly inline_message_id?: string;
}

/** Types it, and sends the first thing that is offered into a chat. Without `feedback` the bot is not told. */
export async function sendsInline(
  person: Person,
  chat: Chat,
  query: string,
  { feedback = true }: { readonly feedback?: boolean } = {},
): Promise<Placed> {
  const { query_id, answer } = await typesInline(person, query);
  return askWorld("POST", "/telegram/downloader/choose", {
    user: person.card,
    chat: chat.card,
    query: query_id,
    result: answer.results[0]?.id,
    feedback,
  });
}

/** Presses a button of a message that stands somewhere by Telegram's own hand. */
export const pressesInline = (
  { card }: Person,
  { inline_message_id }: Placed,
  button: string,
): Promise<{ readonly answer: unknown }> =>
  askWorld("POST", "/telegram/downloader/press", { user: card, inline_message_id, button });

/** Calls the bot by name in a chat where it is not. */
export const callsGuest = (
  { card }: Person,
  chat: Chat,
  text: string,
): Promise<{ readonly message_id: number; readonly status: number; readonly answer?: unknown }> =>
  askWorld("POST", "/telegram/downloader/mention", { user: card, chat: chat.card, text });

/** Delivers an update as it is written here. */
export const delivers = (update: object): Promise<{ readonly update_id: number; readonly status: number }> =>
  askWorld("POST", "/telegram/downloader/update", update);

/** Waits until a message of a chat looks like it. */
export async function untilMessage(
  person: Person,
  chat: Chat,
  looksSo: (message: Seen) => boolean,
): Promise<Seen> {
  const seen = await until(
    () => person.sees(chat.id),
    (messages) => messages.some(looksSo),
  );
  // The cast: it was waited for.
  return seen.find(looksSo) as Seen;
}

/** The link that opens the bot and gives it this: https://core.telegram.org/bots/features#deep-linking */
export const startParameterOf = ({ platform, id }: PostOf): string =>
  Buffer.from(`${platform.charAt(0)}:${id}`).toString("base64url");
