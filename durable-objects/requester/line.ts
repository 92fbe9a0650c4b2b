import { after, type Clock, earliest, type Instant, latest, millis, minutes, seconds } from "#kernel/clock";
import { UpstreamError } from "#kernel/errors";
import { described, type Log } from "#kernel/log";
import { means } from "#adapters/telegram/bot-api";
import type { UploadCache } from "#adapters/upload-cache";
import { usualChatSettings } from "#domain/downloader/chat-settings";
import type { Outcome, Progress } from "#domain/downloader/flight";
import type { Post } from "#domain/downloader/post";
import type { Reason } from "#domain/downloader/reason";
import { placeOf, type Request, type Stage } from "#domain/downloader/request";
import { nameOf } from "#domain/downloader/wanted";
import type { Answerable, Answers } from "./answers.ts";
import type { ChatWishes } from "./chat-wishes.ts";
import type { Requests } from "./requests.ts";

/** How a request ended: shared/adapters/database/schema.ts, `downloads.outcome`. */
export type Ending = "delivered" | "cancelled" | Reason;

export interface LineNeeds {
  /** Of the room. */
  readonly id: string;
  readonly env: Pick<Env, "DOWNLOAD" | "SHORT_LINK" | "REQUESTER">;
  readonly requests: Requests;
  readonly answers: Answers;
  readonly cache: UploadCache;
  readonly wishes: ChatWishes;
  readonly clock: Clock;
  readonly log: Log;
  /** A request is over; in the moment in which that is written down. */
  readonly ended: (request: Request, ending: Ending, cached: boolean) => void;
  readonly bury: (request: Request, why: string) => void;
  /** The room stays awake for it. */
  readonly stayFor: (doing: Promise<void>) => void;
  /** The next moment may be another one. */
  readonly changed: () => void;
}

/** Somebody who waits looks for himself now and then, should nobody have told him. */
const patience = seconds(90);
/** After this nobody can want the answer any more. */
const givenUpAfter = minutes(60);
const soon = seconds(2);

/** The line of what one person has asked for: each request is taken on, step by step, until it is answered. */
export class Line {
  readonly #needs: LineNeeds;
  /** Requests that are being worked on, by their ids. */
  readonly #busy = new Set<string>();
  /** Requests that have joined those who wait, and have not been told so yet. */
  readonly #unshown = new Set<string>();
  /** Requests whose answer nobody can have begun to give. */
  readonly #untried = new Set<string>();

  constructor(needs: LineNeeds) {
    this.#needs = needs;
  }

  /** Somebody does not want it any more. False: there is nothing to end. */
  cancel(requestId: string): boolean {
    const request = this.#needs.requests.get(requestId);
    if (!request || isSettled(request)) return false;
    const post = "post" in request.stage ? request.stage.post : undefined;
    const stage = { is: "cancelled", ...(post && { post }) } as const;
    this.#change(request, { stage, failures: 0, due: this.#needs.clock() });
    this.#needs.ended(request, "cancelled", false);
    this.#moveUp();
    this.work();
    return true;
  }

  /** A download has come to its end. Can be repeated. */
  told(requestId: string, outcome: Outcome): void {
    const request = this.#needs.requests.get(requestId);
    if (request?.stage.is === "flying" || request?.stage.is === "queued")
      this.#answerable(request, request.stage.post, outcome, false);
    this.work();
  }

  /** A download is on its way. */
  progressed(requestId: string, progress: Progress): void {
    const request = this.#needs.requests.get(requestId);
    if (request?.stage.is !== "flying") return;
    this.#needs.requests.remember({ ...request, stage: { ...request.stage, progress } });
    // Who is being told something is told this right behind it.
    if (!this.#busy.has(requestId)) this.#occupy(requestId, this.#showOn(requestId, progress));
  }

  /** Begins everything that can be begun. */
  work(): void {
    for (const request of this.#needs.requests.all()) if (this.#mayGoOn(request)) this.#goOn(request);
    this.#needs.changed();
  }

  #mayGoOn({ id, due }: Request): boolean {
    return due <= this.#needs.clock() && !this.#busy.has(id);
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
      this.work();
    });
    this.#needs.stayFor(done);
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
      lead.is === "post"
        ? lead
        : await this.#needs.env.SHORT_LINK.getByName(lead.short.url).target(lead.short);
    if (found.is === "refused") {
      this.#answerable(request, undefined, { is: "refused", reason: found.reason, errorId: "" }, false);
      return;
    }
    const { post } = found;
    const upload = request.stale === undefined ? await this.#needs.cache.find(post, quality) : undefined;
    if (upload) this.#answerable(request, post, { is: "landed", upload }, true);
    else {
      const { language = request.language } = await this.#wishesOf(request);
      this.#lineUp({ ...request, language }, post);
    }
  }

  /** It has to be downloaded: at once, unless another one of the same person is under way. */
  #lineUp(request: Request, post: Post): void {
    const isFirst = placeOf(request, this.#needs.requests.all()) === 1;
    const stage: Stage = isFirst
      ? { is: "flying", post, progress: { is: "queued" } }
      : { is: "queued", post };
    this.#change(request, { language: request.language, stage, failures: 0, due: this.#needs.clock() });
  }

  /** One at a time: who is not the first in line is told so. */
  async #queue(request: Request, post: Post): Promise<void> {
    const place = placeOf(request, this.#needs.requests.all());
    if (place <= 1) {
      const progress = { is: "queued" } as const;
      this.#change(request, { stage: { is: "flying", post, progress }, due: this.#needs.clock() });
      return;
    }
    this.#needs.requests.remember({ ...request, due: after(this.#needs.clock(), patience) });
    await this.#show(request.id, { is: "queued" }, place);
  }

  /** Joins those who wait for it, and tells how far it is: at once, or in a crowd a little later. */
  async #fly(request: Request, post: Post, progress: Progress): Promise<void> {
    this.#needs.requests.remember({ ...request, due: after(this.#needs.clock(), patience) });
    const toldAt = this.#unshown.delete(request.id) ? undefined : await this.#join(request, post);
    const current = this.#needs.requests.get(request.id);
    if (current?.stage.is !== "flying") return;
    if (current.status === undefined && toldAt !== undefined && toldAt > this.#needs.clock()) {
      this.#unshown.add(request.id);
      this.#needs.requests.remember({ ...current, due: toldAt });
    } else await this.#showOn(request.id, progress);
  }

  /** Gives when to tell how far it is; what there is to answer is answered instead. */
  async #join(request: Request, post: Post): Promise<Instant | undefined> {
    const room = this.#needs.env.DOWNLOAD.getByName(nameOf({ post, quality: request.quality }));
    const joined = await room.join({ requester: this.#needs.id, request: request.id }, request.stale);
    if ("progress" in joined) return after(request.at, crowdsWait(joined.ahead));
    this.told(request.id, joined.outcome);
    return undefined;
  }

  /** Tells how far it is, and then what has come to pass meanwhile. */
  async #showOn(id: string, progress: Progress): Promise<void> {
    await this.#show(id, progress, 1);
    const request = this.#needs.requests.get(id);
    if (request?.stage.is !== "flying" || request.stage.progress === progress) return;
    await this.#showOn(id, request.stage.progress);
  }

  /** Telling how far it is must not keep anything from going on. */
  async #show(id: string, progress: Progress, place: number): Promise<void> {
    const request = this.#needs.requests.get(id);
    if (!request) return;
    try {
      const shown = await this.#needs.answers.progress(request, progress, place);
      const latestState = this.#needs.requests.get(id);
      if (!latestState || shown.status === request.status) return;
      if (shown.statusId === request.statusId) this.#needs.requests.remember({ ...latestState, ...shown });
      else this.#needs.requests.put({ ...latestState, ...shown });
    } catch (error) {
      this.#needs.log.info("request.progress-not-told", { request: id, ...described(error) });
      this.#showLater(id, error);
    }
  }

  /** Who has not been told anything yet waits in silence: that is made up for as soon as Telegram lets us. */
  #showLater(id: string, error: unknown): void {
    const request = this.#needs.requests.get(id);
    const isUnderWay = request?.stage.is === "queued" || request?.stage.is === "flying";
    if (!request || !isUnderWay || request.status !== undefined) return;
    const due = error instanceof UpstreamError ? error.retryAt : undefined;
    this.#needs.requests.remember({ ...request, due: due ?? after(this.#needs.clock(), seconds(5)) });
  }

  async #answer(request: Answerable): Promise<void> {
    const { outcome, cached, post } = request.stage;
    const settings = await this.#wishesOf(request);
    const { language = request.language } = settings;
    let statusIsAnswer: boolean;
    try {
      statusIsAnswer = await this.#needs.answers.answer({ ...request, language }, settings, {
        isFirst: this.#untried.delete(request.id),
        onGiven: (files) => this.#given(request.id, files),
      });
    } catch (error) {
      if (outcome.is !== "landed" || !means(error, "file is gone") || !post) throw error;
      await this.#heal(request, post, outcome.upload.files[0]?.fileId);
      return;
    }
    const delivered = outcome.is === "landed";
    this.#needs.ended(request, delivered ? "delivered" : outcome.reason, cached);
    const deleteLink =
      delivered && settings.deleteLinks && request.target.is === "chat" && !request.target.isPrivate;
    const deleteStatus = !statusIsAnswer && request.statusId !== undefined;
    if (deleteStatus || deleteLink)
      this.#change(request, {
        stage: { is: "tidying", deleteStatus, deleteLink },
        failures: 0,
        due: this.#needs.clock(),
      });
    else this.#needs.requests.remove(request.id);
    this.#moveUp();
  }

  /** What of an album stands there is not given again. */
  #given(id: string, files: number): void {
    const request = this.#needs.requests.get(id);
    if (request?.stage.is === "answering")
      this.#needs.requests.put({ ...request, stage: { ...request.stage, given: files } });
  }

  async #tidy(request: Request): Promise<void> {
    await this.#needs.answers.tidy(request);
    this.#needs.requests.remove(request.id);
  }

  /** Telegram does not know the file any more: it is downloaded again, and its person sees only the video. */
  async #heal(request: Request, post: Post, stale: string | undefined): Promise<void> {
    this.#needs.log.warn("upload.gone", { post });
    await this.#needs.cache.forget(post, request.quality);
    this.#change(request, stale === undefined ? {} : { stale });
    this.#lineUp(request, post);
  }

  /** Whatever was being done when it was cancelled has come to its end, so this is the last word. */
  async #sayCancelled(request: Request, post: Post | undefined): Promise<void> {
    if (post) await this.#leave(request, post);
    try {
      await this.#needs.answers.cancelled(request);
    } catch (error) {
      // Nobody looks at it any more.
      if (!means(error, "message is gone") && !means(error, "chat is closed")) throw error;
    }
    this.#needs.requests.remove(request.id);
  }

  async #leave({ id, quality }: Request, post: Post): Promise<void> {
    const room = this.#needs.env.DOWNLOAD.getByName(nameOf({ post, quality }));
    await room.leave({ requester: this.#needs.id, request: id });
  }

  /** A group's wishes are in the group's own room. Nobody waits for an answer because of a wish. */
  async #wishesOf({ target }: Request) {
    if (target.is !== "chat" || String(target.chatId) === this.#needs.id) return this.#needs.wishes.all();
    try {
      return await this.#needs.env.REQUESTER.getByName(String(target.chatId)).wishes();
    } catch (error) {
      this.#needs.log.warn("request.wishes-unknown", described(error));
      return usualChatSettings;
    }
  }

  #answerable(request: Request, post: Post | undefined, outcome: Outcome, cached: boolean): void {
    const current = this.#needs.requests.get(request.id);
    if (!current || current.stage.is === "cancelled") return;
    this.#untried.add(request.id);
    this.#unshown.delete(request.id);
    const stage = { is: "answering", ...(post && { post }), outcome, cached } as const;
    const { stale: _, ...rest } = current;
    const next = { ...rest, stage, failures: 0, due: this.#needs.clock() };
    // What was found in the cache can be found there again.
    if (cached) this.#needs.requests.remember(next);
    else this.#needs.requests.put(next);
  }

  /** Changes what is still wanted. */
  #change(request: Request, change: Partial<Request>): void {
    const current = this.#needs.requests.get(request.id);
    if (!current || (current.stage.is === "cancelled" && change.stage)) return;
    this.#needs.requests.put({ ...current, ...change });
  }

  /** Something went wrong on the way; it is tried again, at Telegram's own pace where it says so. */
  #failed(request: Request, error: unknown): void {
    const current = this.#needs.requests.get(request.id);
    this.#needs.log.warn("request.failed", {
      request: request.id,
      stage: request.stage.is,
      ...described(error),
    });
    if (!current) return;
    // Telegram's no is certain: nothing has been given.
    if (error instanceof UpstreamError && current.stage.is === "answering") this.#untried.add(current.id);
    if (means(error, "chat is closed") || this.#isTooLate(current)) this.#giveUp(current, error);
    else if (error instanceof UpstreamError && error.retryAt !== undefined)
      this.#change(current, { due: error.retryAt });
    else this.#change(current, { failures: current.failures + 1, due: this.#later(current.failures) });
  }

  #later = (failures: number): Instant => after(this.#needs.clock(), seconds(Math.min(120, 2 ** failures)));

  #isTooLate = ({ at, failures }: Request) => failures > 3 && after(at, givenUpAfter) < this.#needs.clock();

  /** Nobody is left who could be answered. */
  #giveUp(request: Request, error: unknown): void {
    this.#needs.log.error("request.given-up", { request: request.id, ...described(error) });
    this.#needs.bury(request, String(described(error)["error"]));
    this.#end(request, "telegram-failed");
    if (request.stage.is === "flying")
      this.#needs.stayFor(this.#leave(request, request.stage.post).catch(() => {}));
  }

  #end(request: Request, ending: Reason): void {
    this.#needs.ended(request, ending, false);
    this.#needs.requests.remove(request.id);
    this.#moveUp();
  }

  /** The line has moved: whoever stands in it looks where. */
  #moveUp(): void {
    for (const request of this.#needs.requests.all())
      if (request.stage.is === "queued")
        this.#needs.requests.remember({ ...request, due: this.#needs.clock() });
  }

  /** While something is being done, the alarm stands a little ahead, should the room die. */
  nextDue(): Instant | undefined {
    const inTwo = after(this.#needs.clock(), soon);
    return earliest(this.#needs.requests.all().map(({ due }) => latest(due, inTwo)));
  }
}

/** So many are told at once how far it is. */
const mostToldAtOnce = 5;

/**
 * In a crowd most have their video before they could read that they wait for it, and Telegram takes no more than about
 * thirty messages a second: whoever comes later is told some seconds later, one by one.
 */
const crowdsWait = (ahead: number) =>
  ahead < mostToldAtOnce ? millis(0) : millis(3_000 + (ahead - mostToldAtOnce) * 50);

/** What becomes of it is certain. */
const isSettled = ({ stage }: Request) =>
  stage.is === "answering" || stage.is === "cancelled" || stage.is === "tidying";
