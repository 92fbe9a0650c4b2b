import { DurableObject } from "cloudflare:workers";
import { type Clock, hours, instant } from "#kernel/clock";
import { type DownloaderConfig, downloaderConfig, readConfig } from "#kernel/config";
import type { Language } from "#kernel/i18n";
import type { Log } from "#kernel/log";
import { writeHistory } from "#adapters/database/history";
import { logOf } from "#adapters/log";
import { botApi } from "#adapters/telegram/bot-api";
import { UploadCache } from "#adapters/upload-cache";
import type { ChatSettings } from "#domain/downloader/chat-settings";
import type { Outcome, Progress } from "#domain/downloader/flight";
import type { Person } from "#domain/downloader/person";
import type { Post } from "#domain/downloader/post";
import type { Reason } from "#domain/downloader/reason";
import { type Ask, mostWaiting, type Request, type Stage } from "#domain/downloader/request";
import { freeLeft, tallyAt } from "#domain/downloader/tally";
import { AlarmClock } from "../alarm-clock.ts";
import { type DeadLetter, RoomMemory } from "../room-memory.ts";
import { WriteBehind } from "../write-behind.ts";
import { Answers } from "./answers.ts";
import { type Card, Cards } from "./cards.ts";
import { ChatWishes, type Wish } from "./chat-wishes.ts";
import { type Ending, Line } from "./line.ts";
import { Requests } from "./requests.ts";
import { downloadRow, postOf } from "./rows.ts";

/** What somebody has sent, in the words of the rules. */
export interface Receipt {
  /** Of the Telegram update. */
  readonly updateId: number;
  readonly person: Person;
  readonly asks: readonly Ask[];
}

/** Somebody who says something. */
export interface Met extends Card {
  /** The update was seen to before. */
  readonly seen: boolean;
  /** The language of their own chat, where they have chosen one. */
  readonly chosenLanguage: Language | undefined;
}

/** Updates are delivered for a day at most: https://github.com/tdlib/telegram-bot-api, Client.cpp */
const rememberedUpdates = hours(25);

/**
 * Whoever asks for videos: a person, or a channel that posts links. Keeps what they have asked for, in order, until each
 * is answered; one download of theirs is under way at a time. What was acknowledged is on disk and outlives everything.
 */
export class RequesterDO extends DurableObject<Env> {
  readonly #config: DownloaderConfig = downloaderConfig(readConfig(this.env));
  readonly #id = this.ctx.id.name ?? "";
  readonly #clock: Clock = () => instant(Date.now());
  readonly #log: Log = logOf(this.#config, { requester: this.#id });
  readonly #memory = new RoomMemory(this.ctx.storage.sql);
  readonly #requests = new Requests(this.#memory);
  readonly #history = new WriteBehind(
    this.#memory,
    (rows) => writeHistory(this.#config.DATABASE_URL, rows),
    this.#log,
    this.#clock(),
  );
  readonly #cards = new Cards(this.ctx.storage.kv, this.#history, this.#clock);
  readonly #wishes = new ChatWishes(this.ctx.storage.kv, this.#history, this.#clock);
  readonly #cache = new UploadCache(this.#config, this.#log);
  readonly #answers = new Answers({
    api: botApi({ token: this.#config.TELEGRAM_DOWNLOADER_TOKEN, apiRoot: this.#config.TELEGRAM_API_ROOT }),
    config: this.#config,
    cache: this.#cache,
    log: this.#log,
    freeDownloads: () => this.#limitOf(this.#cards.card()),
  });
  readonly #line = new Line({
    id: this.#id,
    env: this.env,
    requests: this.#requests,
    answers: this.#answers,
    cache: this.#cache,
    wishes: this.#wishes,
    clock: this.#clock,
    log: this.#log,
    ended: (request, ending, cached) => this.#ended(request, ending, cached),
    bury: (request, why) => this.#memory.bury({ key: request.id, at: this.#clock(), what: request, why }),
    stayFor: (doing) => this.ctx.waitUntil(doing),
    changed: () => this.#alarms.rearm(),
  });
  readonly #alarms = new AlarmClock(this.ctx.storage, this.#clock, [
    () => this.#line.nextDue(),
    () => this.#history.nextDue(),
  ]);

  /** Takes what an update asks for. Once: a second delivery changes nothing. False: this person is not served. */
  receive({ updateId, person, asks }: Receipt): boolean {
    const now = this.#clock();
    if (!this.#memory.see(`update:${updateId}`, now)) return !this.#cards.card().blocked;
    this.#memory.forgetSeenBefore(instant(now - rememberedUpdates));
    const { blocked } = this.#cards.meet(person);
    if (!blocked) for (const ask of asks) this.#take(ask, person);
    return this.#then(!blocked);
  }

  /** Whether an update was seen to before, which is told by `done`. What is merely said again does no harm. */
  meet(updateId: number, person: Person): Met {
    const seen = this.#memory.hasSeen(`update:${updateId}`);
    const card = seen ? this.#cards.card() : this.#cards.meet(person);
    return this.#then({ ...card, seen, chosenLanguage: this.#wishes.all().language });
  }

  done(updateId: number): void {
    this.#memory.see(`update:${updateId}`, this.#clock());
  }

  /** Somebody does not want it any more. False: there is nothing to end. */
  cancel(requestId: string): boolean {
    return this.#line.cancel(requestId);
  }

  /** A download has come to its end. Can be repeated. */
  told(requestId: string, outcome: Outcome): void {
    this.#line.told(requestId, outcome);
  }

  /** A download is on its way. */
  progressed(requestId: string, progress: Progress): void {
    this.#line.progressed(requestId, progress);
  }

  /** What there is to tell a person of themselves. */
  card(): Card & { readonly freeLeft: number; readonly limit: number } {
    const card = this.#cards.card();
    const tally = tallyAt(card.tally, this.#clock());
    return { ...card, tally, freeLeft: this.#freeLeft(card), limit: this.#limitOf(card) };
  }

  /** Telegram has given out what lies there without asking us again. */
  given({ updateId, person, post }: Pick<Receipt, "updateId" | "person"> & { readonly post: Post }): void {
    const now = this.#clock();
    if (!this.#memory.see(`update:${updateId}`, now)) return;
    this.#cards.meet(person);
    this.#cards.delivered();
    const request = { id: `g${updateId}`, post, quality: "best", source: "inline", at: now } as const;
    this.#history.note(request.id, downloadRow(this.#id, request, "delivered", true, now), now);
    this.#then(undefined);
  }

  /** Whether this person is new, and comes by somebody's link; remembered, so that it counts once. */
  comesBy(referrer: string): boolean {
    return this.#then(this.#cards.comesBy(referrer));
  }

  /** Somebody new has come by this person's link. */
  referred(newcomer: string): void {
    this.#cards.referred(newcomer);
    this.#then(undefined);
  }

  block(blocked: boolean): boolean {
    const known = this.#cards.block(blocked);
    return this.#then(known);
  }

  /** What this chat wishes of the bot. */
  wishes(): ChatSettings {
    return this.#wishes.all();
  }

  /** One of them is changed; a second delivery of the same update changes nothing. */
  wish({
    updateId,
    ...change
  }: {
    readonly updateId: number;
    readonly chatId: string;
    readonly wish: Wish;
  }): ChatSettings {
    const isNew = this.#memory.see(`update:${updateId}`, this.#clock());
    return this.#then(isNew ? this.#wishes.change(change) : this.#wishes.all());
  }

  /** An update that fails in our own code is kept for whoever mends it. */
  bury(updateId: number, what: unknown, why: string): void {
    this.#memory.bury({ key: `update:${updateId}`, at: this.#clock(), what, why });
  }

  deadLetters(limit: number): DeadLetter[] {
    return this.#memory.deadLetters(limit);
  }

  /** Somebody has pressed or followed something. */
  clicked(updateId: number, kind: "button" | "deep-link", post: Post | undefined): void {
    this.#cards.clicked(`update:${updateId}`, kind, post);
    this.#then(undefined);
  }

  override async alarm(info?: AlarmInvocationInfo): Promise<void> {
    this.#alarms.rang(instant(info?.scheduledTime ?? this.#clock()));
    this.#line.work();
    await this.#history.flush(this.#clock);
    this.#alarms.rearm();
  }

  #take(ask: Ask, { language }: Person): void {
    if (this.#requests.get(ask.id)) return;
    const at = this.#clock();
    const refusal = this.#refusal();
    const stage: Stage = refusal
      ? { is: "answering", outcome: { is: "refused", reason: refusal, errorId: "" }, cached: false }
      : { is: "new" };
    this.#requests.put({
      ...ask,
      at,
      language: this.#wishes.all().language ?? language,
      stage,
      failures: 0,
      due: at,
    });
  }

  #refusal(): Reason | undefined {
    if (this.#requests.all().length >= mostWaiting) return "too-many";
    const enforced = this.#config.DOWNLOAD_LIMIT_ENFORCED && !this.#isAdmin();
    return enforced && this.#freeLeft(this.#cards.card()) <= 0 ? "over-limit" : undefined;
  }

  #isAdmin = () => this.#config.TELEGRAM_ADMIN_IDS?.includes(this.#id) ?? false;

  #freeLeft({ tally, bonus }: Card): number {
    const underWay = this.#requests.all().filter(isUnderWay).length;
    return freeLeft(tally, underWay, this.#limitOf({ bonus }), this.#clock());
  }

  #limitOf = ({ bonus }: Pick<Card, "bonus">) => this.#config.DOWNLOAD_FREE_LIMIT + bonus;

  /** Whatever has changed is seen to; the caller gets the answer meanwhile. */
  #then<T>(answer: T): T {
    this.#history.keep();
    this.#line.work();
    return answer;
  }

  /** What is noted is kept in the same moment: else it would be lost when the room is put to sleep. */
  #ended(request: Request, ending: Ending, cached: boolean): void {
    if (ending === "delivered") this.#cards.delivered();
    const post = postOf(request);
    // Of some nobody ever knew what they were about.
    if (post) {
      const row = downloadRow(this.#id, { ...request, post }, ending, cached, this.#clock());
      this.#history.note(request.id, row, this.#clock());
    }
    this.#history.keep();
  }
}

/** It is, or will be, one of the free ones; what has come to nothing is not. */
const isUnderWay = ({ stage }: Request) =>
  stage.is === "answering"
    ? stage.outcome.is === "landed"
    : stage.is !== "cancelled" && stage.is !== "tidying";
