import { DurableObject } from "cloudflare:workers";
import {
  after,
  type Clock,
  earliest,
  hours,
  instant,
  type Instant,
  latest,
  millis,
  minutes,
  seconds,
} from "#kernel/clock";
import { type DownloaderConfig, downloaderConfig, readConfig } from "#kernel/config";
import { UpstreamError } from "#kernel/errors";
import type { Language } from "#kernel/i18n";
import { described, type Log } from "#kernel/log";
import { writeHistory } from "#adapters/database/history";
import { consoleLog } from "#adapters/log";
import { botApi, means } from "#adapters/telegram/bot-api";
import { UploadCache } from "#adapters/upload-cache";
import type { ChatSettings } from "#domain/downloader/chat-settings";
import type { Outcome, Progress } from "#domain/downloader/flight";
import type { Person } from "#domain/downloader/person";
import type { Post } from "#domain/downloader/post";
import type { Reason } from "#domain/downloader/reason";
import { type Ask, mostWaiting, placeOf, type Request, type Stage } from "#domain/downloader/request";
import { freeLeft, tallyAt } from "#domain/downloader/tally";
import { nameOf } from "#domain/downloader/wanted";
import { AlarmClock } from "../alarm-clock.ts";
import { type DeadLetter, RoomMemory } from "../room-memory.ts";
import { WriteBehind } from "../write-behind.ts";
import { type Answerable, Answers } from "./answers.ts";
import { type Card, Cards } from "./cards.ts";
import { ChatWishes, type Wish } from "./chat-wishes.ts";
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
/** Somebody who waits looks for himself now and then, should nobody have told him. */
const patience = seconds(90);
/** After this nobody can want the answer any more. */
const givenUpAfter = minutes(60);
const soon = seconds(2);

/**
 * Whoever asks for videos: a person, or a channel that posts links. Keeps what they have asked for, in order, until each
 * is answered; one download of theirs is under way at a time. What was acknowledged is on disk and outlives everything.
 */
export class RequesterDO extends DurableObject<Env> {
  readonly #config: DownloaderConfig = downloaderConfig(readConfig(this.env));
  readonly #id = this.ctx.id.name ?? "";
  readonly #clock: Clock = () => instant(Date.now());
  readonly #log: Log = consoleLog(this.#config.LOG_LEVEL, { requester: this.#id });
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
  readonly #alarms = new AlarmClock(this.ctx.storage, this.#clock, [
    () => this.#nextDue(),
    () => this.#history.nextDue(),
  ]);
  /** Requests that are being worked on, by their ids. */
  readonly #busy = new Set<string>();
  /** Requests whose answer nobody can have begun to give. */
  readonly #untried = new Set<string>();

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
    const request = this.#requests.get(requestId);
    if (!request || isSettled(request)) return false;
    const post = "post" in request.stage ? request.stage.post : undefined;
    const stage = { is: "cancelled", ...(post && { post }) } as const;
    this.#change(request, { stage, failures: 0, due: this.#clock() });
    this.#note(request, "cancelled", false);
    this.#moveUp();
    return this.#then(true);
  }

  /** A download has come to its end. Can be repeated. */
  told(requestId: string, outcome: Outcome): void {
    const request = this.#requests.get(requestId);
    if (request?.stage.is === "flying" || request?.stage.is === "queued")
      this.#answerable(request, request.stage.post, outcome, false);
    this.#then(undefined);
  }

  /** A download is on its way. */
  progressed(requestId: string, progress: Progress): void {
    const request = this.#requests.get(requestId);
    if (request?.stage.is !== "flying") return;
    this.#requests.remember({ ...request, stage: { ...request.stage, progress } });
    // Who is being told something is told this right behind it.
    if (!this.#busy.has(requestId)) this.#occupy(requestId, this.#showOn(requestId, progress));
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
    this.#work();
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
    this.#work();
    return answer;
  }

  /** Begins everything that can be begun. */
  #work(): void {
    for (const request of this.#requests.all()) if (this.#mayGoOn(request)) this.#goOn(request);
    this.#alarms.rearm();
  }

  #mayGoOn({ id, due }: Request): boolean {
    return due <= this.#clock() && !this.#busy.has(id);
  }

  #goOn(request: Request): void {
    const going = this.#advance(request);
    this.#occupy(
      request.id,
      going.catch((error: unknown) => this.#failed(request, error)),
    );
  }

  /** Of one request one thing is done at a time, so that nothing that is written about it overtakes anything else. */
  #occupy(id: string, doing: Promise<void>): void {
    this.#busy.add(id);
    const done = doing.finally(() => {
      this.#busy.delete(id);
      this.#work();
    });
    this.ctx.waitUntil(done);
  }

  #advance(request: Request): Promise<void> {
    switch (request.stage.is) {
      case "new":
        return this.#look(request);
      case "queued":
        return this.#queue(request, request.stage.post);
      case "flying":
        return this.#fly(request, request.stage.post, request.stage.progress);
      case "answering":
        // The cast: the switch has just seen it.
        return this.#answer(request as Answerable);
      case "cancelled":
        return this.#sayCancelled(request, request.stage.post);
      case "tidying":
        return this.#tidy(request);
    }
  }

  /** Which post is it, and does it lie at Telegram already? */
  async #look(request: Request): Promise<void> {
    const { lead, quality } = request;
    const found =
      lead.is === "post" ? lead : await this.env.SHORT_LINK.getByName(lead.short.url).target(lead.short);
    if (found.is === "refused") {
      this.#answerable(request, undefined, { is: "refused", reason: found.reason, errorId: "" }, false);
      return;
    }
    const { post } = found;
    const upload = request.stale === undefined ? await this.#cache.find(post, quality) : undefined;
    if (upload) this.#answerable(request, post, { is: "landed", upload }, true);
    else {
      const { language = request.language } = await this.#wishesOf(request);
      this.#lineUp({ ...request, language }, post);
    }
  }

  /** It has to be downloaded: at once, unless another one of the same person is under way. */
  #lineUp(request: Request, post: Post): void {
    const isFirst = placeOf(request, this.#requests.all()) === 1;
    const stage: Stage = isFirst
      ? { is: "flying", post, progress: { is: "queued" } }
      : { is: "queued", post };
    this.#change(request, { language: request.language, stage, failures: 0, due: this.#clock() });
  }

  /** One at a time: who is not the first in line is told so. */
  async #queue(request: Request, post: Post): Promise<void> {
    const place = placeOf(request, this.#requests.all());
    if (place <= 1) {
      const progress = { is: "queued" } as const;
      this.#change(request, { stage: { is: "flying", post, progress }, due: this.#clock() });
      return;
    }
    this.#requests.remember({ ...request, due: after(this.#clock(), patience) });
    await this.#show(request.id, { is: "queued" }, place);
  }

  /** Joins those who wait for it, and tells how far it is. */
  async #fly(request: Request, post: Post, progress: Progress): Promise<void> {
    this.#requests.remember({ ...request, due: after(this.#clock(), patience) });
    const room = this.env.DOWNLOAD.getByName(nameOf({ post, quality: request.quality }));
    const joined = await room.join({ requester: this.#id, request: request.id }, request.stale);
    if ("outcome" in joined) {
      this.told(request.id, joined.outcome);
      return;
    }
    const toldAt = after(request.at, crowdsWait(joined.ahead));
    const current = this.#requests.get(request.id);
    if (current && current.status === undefined && toldAt > this.#clock())
      this.#requests.remember({ ...current, due: toldAt });
    else await this.#showOn(request.id, progress);
  }

  /** Tells how far it is, and then what has come to pass meanwhile. */
  async #showOn(id: string, progress: Progress): Promise<void> {
    await this.#show(id, progress, 1);
    const request = this.#requests.get(id);
    if (request?.stage.is !== "flying" || request.stage.progress === progress) return;
    await this.#showOn(id, request.stage.progress);
  }

  /** Telling how far it is must not keep anything from going on. */
  async #show(id: string, progress: Progress, place: number): Promise<void> {
    const request = this.#requests.get(id);
    if (!request) return;
    try {
      const shown = await this.#answers.progress(request, progress, place);
      const latestState = this.#requests.get(id);
      if (!latestState || shown.status === request.status) return;
      if (shown.statusId === request.statusId) this.#requests.remember({ ...latestState, ...shown });
      else this.#requests.put({ ...latestState, ...shown });
    } catch (error) {
      this.#log.info("request.progress-not-told", { request: id, ...described(error) });
      this.#showLater(id, error);
    }
  }

  /** Who has not been told anything yet waits in silence: that is made up for as soon as Telegram lets us. */
  #showLater(id: string, error: unknown): void {
    const request = this.#requests.get(id);
    const isUnderWay = request?.stage.is === "queued" || request?.stage.is === "flying";
    if (!request || !isUnderWay || request.status !== undefined) return;
    const due = error instanceof UpstreamError ? error.retryAt : undefined;
    this.#requests.remember({ ...request, due: due ?? after(this.#clock(), seconds(5)) });
  }

  async #answer(request: Answerable): Promise<void> {
    const { outcome, cached, post } = request.stage;
    const settings = await this.#wishesOf(request);
    const { language = request.language } = settings;
    let statusIsAnswer: boolean;
    try {
      statusIsAnswer = await this.#answers.answer({ ...request, language }, settings, {
        isFirst: this.#untried.delete(request.id),
        onGiven: (files) => this.#given(request.id, files),
      });
    } catch (error) {
      if (outcome.is !== "landed" || !means(error, "file is gone") || !post) throw error;
      await this.#heal(request, post, outcome.upload.files[0]?.fileId);
      return;
    }
    const delivered = outcome.is === "landed";
    // Before the note, which keeps both: what is noted and not kept is lost when the room is put to sleep.
    if (delivered) this.#cards.delivered();
    this.#note(request, delivered ? "delivered" : outcome.reason, cached);
    const deleteLink =
      delivered && settings.deleteLinks && request.target.is === "chat" && !request.target.isPrivate;
    const deleteStatus = !statusIsAnswer && request.statusId !== undefined;
    if (deleteStatus || deleteLink)
      this.#change(request, {
        stage: { is: "tidying", deleteStatus, deleteLink },
        failures: 0,
        due: this.#clock(),
      });
    else this.#requests.remove(request.id);
    this.#moveUp();
  }

  /** What of an album stands there is not given again. */
  #given(id: string, files: number): void {
    const request = this.#requests.get(id);
    if (request?.stage.is === "answering")
      this.#requests.put({ ...request, stage: { ...request.stage, given: files } });
  }

  async #tidy(request: Request): Promise<void> {
    await this.#answers.tidy(request);
    this.#requests.remove(request.id);
  }

  /** Telegram does not know the file any more: it is downloaded again, and its person sees only the video. */
  async #heal(request: Request, post: Post, stale: string | undefined): Promise<void> {
    this.#log.warn("upload.gone", { post });
    await this.#cache.forget(post, request.quality);
    this.#change(request, stale === undefined ? {} : { stale });
    this.#lineUp(request, post);
  }

  /** Whatever was being done when it was cancelled has come to its end, so this is the last word. */
  async #sayCancelled(request: Request, post: Post | undefined): Promise<void> {
    if (post) await this.#leave(request, post);
    try {
      await this.#answers.cancelled(request);
    } catch (error) {
      // Nobody looks at it any more.
      if (!means(error, "message is gone") && !means(error, "chat is closed")) throw error;
    }
    this.#requests.remove(request.id);
  }

  async #leave({ id, quality }: Request, post: Post): Promise<void> {
    const room = this.env.DOWNLOAD.getByName(nameOf({ post, quality }));
    await room.leave({ requester: this.#id, request: id });
  }

  /** A group's wishes are in the group's own room. Nobody waits for an answer because of a wish. */
  async #wishesOf({ target }: Request) {
    if (target.is !== "chat" || String(target.chatId) === this.#id) return this.#wishes.all();
    try {
      return await this.env.REQUESTER.getByName(String(target.chatId)).wishes();
    } catch (error) {
      this.#log.warn("request.wishes-unknown", described(error));
      return this.#wishes.usual();
    }
  }

  #answerable(request: Request, post: Post | undefined, outcome: Outcome, cached: boolean): void {
    const current = this.#requests.get(request.id);
    if (!current || current.stage.is === "cancelled") return;
    this.#untried.add(request.id);
    const stage = { is: "answering", ...(post && { post }), outcome, cached } as const;
    const { stale: _, ...rest } = current;
    const next = { ...rest, stage, failures: 0, due: this.#clock() };
    // What was found in the cache can be found there again.
    if (cached) this.#requests.remember(next);
    else this.#requests.put(next);
  }

  /** Changes what is still wanted. */
  #change(request: Request, change: Partial<Request>): void {
    const current = this.#requests.get(request.id);
    if (!current || (current.stage.is === "cancelled" && change.stage)) return;
    this.#requests.put({ ...current, ...change });
  }

  /** Something went wrong on the way; it is tried again, at Telegram's own pace where it says so. */
  #failed(request: Request, error: unknown): void {
    const current = this.#requests.get(request.id);
    this.#log.warn("request.failed", { request: request.id, stage: request.stage.is, ...described(error) });
    if (!current) return;
    // Telegram's no is certain: nothing has been given.
    if (error instanceof UpstreamError && current.stage.is === "answering") this.#untried.add(current.id);
    if (means(error, "chat is closed") || this.#isTooLate(current)) this.#giveUp(current, error);
    else if (error instanceof UpstreamError && error.retryAt !== undefined)
      this.#change(current, { due: error.retryAt });
    else this.#change(current, { failures: current.failures + 1, due: this.#later(current.failures) });
  }

  #later = (failures: number): Instant => after(this.#clock(), seconds(Math.min(120, 2 ** failures)));

  #isTooLate = ({ at, failures }: Request) => failures > 3 && after(at, givenUpAfter) < this.#clock();

  /** Nobody is left who could be answered. */
  #giveUp(request: Request, error: unknown): void {
    this.#log.error("request.given-up", { request: request.id, ...described(error) });
    this.#memory.bury({
      key: request.id,
      at: this.#clock(),
      what: request,
      why: String(described(error)["error"]),
    });
    this.#end(request, "telegram-failed");
    if (request.stage.is === "flying")
      this.ctx.waitUntil(this.#leave(request, request.stage.post).catch(() => {}));
  }

  #end(request: Request, ending: Reason): void {
    this.#note(request, ending, false);
    this.#requests.remove(request.id);
    this.#moveUp();
  }

  /** The line has moved: whoever stands in it looks where. */
  #moveUp(): void {
    for (const request of this.#requests.all())
      if (request.stage.is === "queued") this.#requests.remember({ ...request, due: this.#clock() });
  }

  #note(request: Request, ending: string, cached: boolean): void {
    const post = postOf(request);
    // Nobody ever knew what it was about.
    if (!post) return;
    const row = downloadRow(this.#id, { ...request, post }, ending, cached, this.#clock());
    this.#history.note(request.id, row, this.#clock());
    this.#history.keep();
  }

  /** While something is being done, the alarm stands a little ahead, should the room die. */
  #nextDue(): Instant | undefined {
    const inTwo = after(this.#clock(), soon);
    return earliest(this.#requests.all().map(({ due }) => latest(due, inTwo)));
  }
}

/** So many are told at once how far it is. */
const mostToldAtOnce = 10;

/**
 * In a crowd most have their video before they could read that they wait for it, and Telegram takes no more than about
 * thirty messages a second: whoever comes later is told some seconds later, one by one.
 */
const crowdsWait = (ahead: number) =>
  ahead < mostToldAtOnce ? millis(0) : millis(3_000 + (ahead - mostToldAtOnce) * 50);

/** What becomes of it is certain. */
const isSettled = ({ stage }: Request) =>
  stage.is === "answering" || stage.is === "cancelled" || stage.is === "tidying";

/** It is, or will be, one of the free ones; what has come to nothing is not. */
const isUnderWay = ({ stage }: Request) =>
  stage.is === "answering"
    ? stage.outcome.is === "landed"
    : stage.is !== "cancelled" && stage.is !== "tidying";
