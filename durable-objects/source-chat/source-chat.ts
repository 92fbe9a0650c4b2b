import { DurableObject } from "cloudflare:workers";
import { after, type Clock, hours, instant, type Instant, seconds } from "#kernel/clock";
import { type ForwarderConfig, forwarderConfig, readConfig } from "#kernel/config";
import { TaproomError } from "#kernel/errors";
import { described, type Log } from "#kernel/log";
import { followMigration } from "#adapters/database/forwarder/lines-of-jobs";
import type { Wish } from "#adapters/database/forwarder/put-jobs";
import { ChannelService } from "#adapters/forwarder/channel-service";
import { logOf } from "#adapters/log";
import type { Arrival } from "#domain/forwarder/arrival";
import { type Next, nextOf } from "#domain/forwarder/gather";
import type { Mapping } from "#domain/forwarder/mapping";
import type { Post } from "#domain/forwarder/post";
import { Unusable } from "#domain/forwarder/refusals/refusals";
import { AlarmClock } from "../alarm-clock.ts";
import { type DeadLetter, RoomMemory } from "../room-memory.ts";
import { Arrivals } from "./arrivals.ts";
import { HandOver } from "./hand-over.ts";
import { type Known, KnownMappings } from "./known-mappings.ts";
import { wishOfEdit } from "./edit-wish.ts";
import type { Occasion } from "./job-frame.ts";
import { wishOfPin } from "./pin-wish.ts";
import { wishOfPost } from "./post-wish.ts";

/** A reader does not tell the same after so long: Telegram keeps an update for a day. */
const remembered = hours(48);
/** So many posts are handed over in one request, and no more arrivals are looked through for the rest of an album. */
const atOnce = 20;
const lookedThrough = 60;

type Unit = Exclude<Next, { is: "nothing" | "wait" }>;

/**
 * A chat that posts are carried from. What a reader tells is on disk before he is answered; then it is put in order, albums are
 * put together, and what each mapping makes of it is handed to Postgres. Whatever cannot be done now is done later, in the same order.
 */
export class SourceChatDO extends DurableObject<Env> {
  readonly #config: ForwarderConfig = forwarderConfig(readConfig(this.env));
  readonly #chat = this.ctx.id.name ?? "";
  readonly #clock: Clock = () => instant(Date.now());
  readonly #log: Log = logOf(this.#config, { source: this.#chat });
  readonly #memory = new RoomMemory(this.ctx.storage.sql);
  readonly #arrivals = new Arrivals(this.#memory, this.#clock());
  readonly #forwarder = this.env.FORWARDER.getByName("forwarder");
  readonly #mappings = new KnownMappings(this.#config.DATABASE_URL, this.#chat, this.#clock);
  readonly #handOver = new HandOver({
    config: this.#config,
    log: this.#log,
    clock: this.#clock,
    forwarder: this.#forwarder,
    bury: (key, what, why) => this.bury(key, what, why),
  });
  readonly #alarms = new AlarmClock(this.ctx.storage, this.#clock, [() => this.#wakesAt]);
  #working: Promise<void> | undefined;
  #failures = 0;
  /** Undefined: there is nothing to do. */
  #wakesAt: Instant | undefined = this.#arrivals.hasAny() ? this.#clock() : undefined;

  /** Keeps what a reader tells, once. Answers before anything is done about it. */
  receive(arrival: Arrival): void {
    const now = this.#clock();
    // Most chats that a bot is in are nobody's source: their messages cost no row.
    const isOfChat = arrival.is === "migrated" || arrival.is === "access";
    if (this.#mappings.areNone && !isOfChat) return;
    this.ctx.storage.transactionSync(() => {
      if (this.#memory.see(arrival.key, now)) this.#arrivals.add(arrival, now);
    });
    // Should the room die before it has worked.
    this.#wakesAt ??= after(now, seconds(2));
    this.#alarms.rearm();
    this.ctx.waitUntil(this.#work());
  }

  /** Somebody has changed a mapping of this chat. */
  mappingsChanged(): void {
    this.#mappings.changed();
  }

  /** An update that nobody could read. */
  bury(key: string, what: unknown, why: string): void {
    this.#memory.bury({ key, at: this.#clock(), what, why });
  }

  deadLetters(limit: number): DeadLetter[] {
    return this.#memory.deadLetters(limit);
  }

  override async alarm(invocation?: AlarmInvocationInfo): Promise<void> {
    this.#alarms.rang(instant(invocation?.scheduledTime ?? 0));
    if (this.#arrivals.hasAny()) this.#wakesAt = after(this.#clock(), seconds(2));
    this.#alarms.rearm();
    await this.#work();
    const longAgo = instant(this.#clock() - remembered);
    this.#memory.forgetSeenBefore(longAgo);
    this.#arrivals.forgetAlbumsBefore(longAgo);
  }

  #work(): Promise<void> {
    this.#working ??= this.#workOn().finally(() => {
      this.#working = undefined;
      this.#alarms.rearm();
    });
    return this.#working;
  }

  async #workOn(): Promise<void> {
    try {
      while (await this.#handOverSome());
      this.#failures = 0;
    } catch (error) {
      this.#failures += 1;
      const wait = seconds(Math.min(60, 2 ** this.#failures));
      this.#wakesAt = after(this.#clock(), wait);
      this.#log.warn("source.not-handed-over", { failures: this.#failures, wait, ...described(error) });
    }
  }

  /** Hands over what is complete; false when there is no more of it. */
  async #handOverSome(): Promise<boolean> {
    const { units, next } = this.#complete();
    this.#wakesAt = next.is === "wait" ? next.until : undefined;
    if (units.length === 0) return false;
    // Should it fail half-way: soon again.
    this.#wakesAt = after(this.#clock(), seconds(2));
    const known = await this.#mappings.look();
    // One after the other: what one does may change what the next one needs.
    const wishes: Wish[] = [];
    for (const unit of units) wishes.push(...(await this.#wishOf(unit, known)));
    await this.#handOver.put(wishes);
    this.ctx.storage.transactionSync(() => {
      for (const unit of units) this.#isOver(unit);
    });
    return true;
  }

  /** What can be handed over now, in order, and what comes after it. */
  #complete(): { readonly units: readonly Unit[]; readonly next: Next } {
    let waiting = this.#arrivals.first(lookedThrough);
    const units: Unit[] = [];
    for (;;) {
      const next = nextOf(waiting, this.#clock(), this.#arrivals.awakenings);
      if (next.is === "nothing" || next.is === "wait") return { units, next };
      if (units.length === atOnce) return { units, next };
      units.push(next);
      waiting = waiting.filter((each) => !next.of.includes(each));
    }
  }

  /** One that makes our own code fail is buried, and holds nobody up. */
  async #wishOf(unit: Unit, { list: mappings, onward }: Known): Promise<Wish[]> {
    const [first] = unit.of;
    const occasion = {
      order: first?.order ?? this.#clock(),
      traceId: crypto.randomUUID().slice(0, 8),
      onward,
    };
    try {
      return unit.is === "post"
        ? [await this.#wishOfPost(this.#late(unit.post), mappings, occasion)]
        : await this.#wishOfArrival(unit.arrival, mappings, occasion);
    } catch (error) {
      if (error instanceof TaproomError) throw error;
      this.#log.error("source.poison", { key: first?.arrival.key, ...described(error) });
      this.bury(first?.arrival.key ?? occasion.traceId, first?.arrival, String(error));
      return [];
    }
  }

  async #wishOfPost(post: Post, mappings: readonly Mapping[], occasion: Occasion): Promise<Wish> {
    const { wish, discards } = await wishOfPost(post, mappings, occasion);
    for (const { mapping, by } of discards)
      this.#log.info("post.discarded", { ...logged(post, occasion), mapping: mapping.id, by });
    if (discards.some(({ by }) => by === "protected"))
      await this.#forwarder.alarmed({ is: "protected", chat: this.#chat });
    this.#log.info("post.received", { ...logged(post, occasion), jobs: wish.jobs.length });
    return wish;
  }

  /** A message of an album that has gone already follows it as an answer. */
  #late(post: Post): Post {
    const [message, ...others] = post.messages;
    const [first] = this.#arrivals.album(message.groupId) ?? [];
    if (!first) return post;
    this.#log.warn("album.late", { message: message.id, album: first.id });
    return { ...post, messages: [{ ...message, replyTo: { id: first.id } }, ...others] };
  }

  async #wishOfArrival(
    arrival: Extract<Unit, { is: "arrival" }>["arrival"],
    mappings: readonly Mapping[],
    occasion: Occasion,
  ): Promise<Wish[]> {
    switch (arrival.is) {
      case "edit":
        return [await wishOfEdit(this.#edited(arrival), { ...arrival, mappings }, occasion)];
      case "pin":
        return [wishOfPin(this.#chat, arrival, mappings, occasion)];
      case "access":
        await this.#lookAgain();
        return [];
      case "migrated":
        await this.#moveTo(arrival.to);
        return [];
    }
  }

  /** The post that an edited message is of: of an album all of it, for it is judged as a whole. */
  #edited({ message, hops }: Extract<Arrival, { is: "edit" }>): Post {
    return { messages: this.#arrivals.editedAlbum(message, this.#clock()) ?? [message], hops };
  }

  /** The bot was invited, shown out, or given other rights. */
  async #lookAgain(): Promise<void> {
    try {
      const { chat } = await new ChannelService({ config: this.#config, log: this.#log }).check(this.#chat);
      const { list } = await this.#mappings.look();
      await this.#forwarder.seen(chat, list.length > 0);
    } catch (error) {
      if (!(error instanceof Unusable)) throw error;
      this.#log.info("source.unusable", { chat: this.#chat, ...described(error) });
    }
  }

  async #moveTo(chat: string): Promise<void> {
    this.#log.info("source.migrated", { to: chat });
    await followMigration(this.#config.DATABASE_URL, this.#chat, chat);
    this.#mappings.changed();
    await this.env.SOURCE_CHAT.getByName(chat).mappingsChanged();
    await this.#forwarder.wake(this.#clock(), { isOrderLost: true });
  }

  #isOver(unit: Unit): void {
    this.#arrivals.remove(unit.of);
    if (unit.is !== "post") return;
    const { messages } = unit.post;
    const [{ groupId }] = messages;
    if (groupId !== undefined && !this.#arrivals.album(groupId))
      this.#arrivals.albumHasGone(groupId, messages, this.#clock());
  }
}

/** Which post, and never what it says. */
const logged = ({ messages: [first], ...post }: Post, { traceId }: Occasion) => ({
  traceId,
  message: first.id,
  ...(post.hops > 0 && { hops: post.hops }),
});
