import { askPostgres, askWorld, callsSince, until } from "../../stories/place.ts";
import { botId, cacheChat, Person, PostOf, type Seen, telegramCalls } from "../../stories/telegram.ts";

/** How many moments to kill at; a small number is CI's, which has time for a part of the suite. */
export const instants = Number(process.env["FAULT_INSTANTS"] ?? 20);
export const isLong = instants > 2;

/** How an update was taken: the status of the first answer (0: there was none), and after how many milliseconds. */
interface Knock {
  readonly status: number;
  readonly took: number;
}

/** What somebody sees of the bot in the end. */
export interface Got {
  readonly person: Person;
  readonly videos: number;
  readonly texts: readonly string[];
}

/** How a request ended, as Postgres keeps it. */
export interface Row {
  readonly user_id: string;
  readonly outcome: string;
}

interface Chat {
  readonly id: number;
  readonly messages: readonly Seen[];
}

const patience = 90_000;

/** People who want the same video, each in a private chat of their own. */
export class Crowd {
  readonly post: PostOf;
  readonly people: readonly Person[];
  readonly knocks: Knock[] = [];
  readonly since = Date.now();

  constructor(size: number, post = new PostOf()) {
    this.post = post;
    this.people = Array.from({ length: size }, () => new Person());
  }

  /** All of them at once; with several addresses, in turn. Comes back when each has been answered once, or not at all. */
  async ask(addresses: readonly string[] = [this.post.url]): Promise<void> {
    await Promise.all(this.people.map((person, n) => this.askOne(person, addresses[n % addresses.length])));
  }

  async askOne(person: Person, address = this.post.url): Promise<void> {
    const begun = Date.now();
    const { status } = await person.say(address);
    this.knocks.push({ status, took: Date.now() - begun });
  }

  async look(): Promise<readonly Got[]> {
    const chats = await chatsById();
    return this.people.map((person) => {
      const said = (chats.get(person.id) ?? []).filter(
        ({ from, isDeleted }) => from?.id === botId && !isDeleted,
      );
      return {
        person,
        videos: said.filter(({ video }) => video).length,
        texts: said.flatMap(({ video, text = "" }) => (video ? [] : [text])),
      };
    });
  }

  /** What Postgres has of them; a request that is written twice is there once. */
  async rows(): Promise<readonly Row[]> {
    const rows = await askPostgres("select user_id, outcome from downloads where post = $1", this.post.key);
    const ids = new Set(this.people.map(({ id }) => String(id)));
    // The cast: the columns that were asked for.
    return (rows as unknown as readonly Row[]).filter((row) => ids.has(row.user_id));
  }

  /** Waits until as many requests as there are people are over, and written down. */
  untilOver(longest = patience): Promise<readonly Row[]> {
    return until(
      () => this.rows(),
      ({ length }) => length >= this.people.length,
      longest,
    );
  }

  /** Everybody sees the video, and nothing of how far it is any more; `strayed` may. */
  untilAllSeeIt(strayed: readonly number[] = []): Promise<readonly Got[]> {
    const isServed = ({ person, videos, texts }: Got) =>
      videos > 0 && (texts.length === 0 || strayed.includes(person.id));
    return until(
      () => this.look(),
      (all) => all.every(isServed),
      patience,
    );
  }

  /** How often it lies in the cache channel. */
  async uploads(): Promise<number> {
    const messages = (await chatsById(cacheChat)).get(cacheChat) ?? [];
    return messages.filter(({ caption = "" }) => caption.includes(this.post.id)).length;
  }

  /** To whom Telegram was being asked for this just then, and nobody had yet noted that it was done. */
  async beingAsked(method: string, moment: number, answersTake: number): Promise<readonly number[]> {
    const ids = new Set(this.people.map(({ id }) => id));
    const calls = (await telegramCalls(this.since)).filter((call) => call.method === method);
    return calls
      .filter(({ at }) => at >= moment - answersTake - noted && at <= moment + arriving)
      .flatMap(({ body }) => (ids.has(Number(body["chat_id"])) ? [Number(body["chat_id"])] : []));
  }

  /** How far it had come by then. */
  async phaseAt(moment: number, answersTake: number): Promise<string> {
    const ids = new Set(this.people.map(({ id }) => id));
    const sent = (await telegramCalls(this.since)).filter(
      ({ method, at }) => method === "sendVideo" && at <= moment,
    );
    const answers = sent.filter(({ body }) => ids.has(Number(body["chat_id"])));
    if (answers.some(({ at }) => at + answersTake > moment)) return "answering";
    if (answers.length > 0) return "answered";
    if (sent.some(({ body }) => String(body["caption"]).includes(this.post.id))) return "uploading";
    const asked = (await callsSince(this.since, "origin")).filter(
      ({ path, at }) => path.includes(this.post.id) && at <= moment,
    );
    if (asked.some(({ host }) => host !== "www.tiktok.com")) return "opening the file";
    return asked.length > 0 ? "looking" : "asked";
  }
}

/** Milliseconds from Telegram's answer to the moment it is on disk, at most, also on a busy machine. */
const noted = 1_000;
/** What was sent by then may arrive a little later. */
const arriving = 200;

async function chatsById(chat?: number): Promise<ReadonlyMap<number, readonly Seen[]>> {
  const which = chat === undefined ? "" : `?chat=${chat}`;
  const { chats } = await askWorld<{ readonly chats: readonly Chat[] }>("GET", `/telegram/state${which}`);
  return new Map(chats.map(({ id, messages }) => [id, messages]));
}
