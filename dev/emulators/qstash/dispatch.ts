/**
 * Dispatch: which message goes out next, and what becomes of it.
 * After everything that happens all that waits is looked through, oldest first; one alarm rings for what is due later.
 */
import { setMaxListeners } from "node:events";
import type { Happenings } from "../../world/happenings.ts";
import { callbackBody } from "./callbacks.ts";
import { Alarm, type Clock } from "./clock.ts";
import { DeadLetters } from "./dead-letters.ts";
import { deliver } from "./delivery.ts";
import { type Event, Events, type EventState } from "./events.ts";
import { FlowControl } from "./flow-control.ts";
import { newId } from "./ids.ts";
import { type Answer, type Message, type Order, plainUrl, type State } from "./message.ts";
import { Queues } from "./queues.ts";
import type { SigningKeys } from "./signature.ts";
import { isAccepted, verdictOn } from "./verdict.ts";

export interface DispatchParts {
  readonly clock: Clock;
  readonly random: () => number;
  readonly happenings?: Happenings | undefined;
  readonly keys: () => SigningKeys;
}

export interface Published {
  readonly messageId: string;
  readonly url: string;
  readonly deduplicated?: true;
}

const deduplicationWindow = 600_000;
/** How many of those that are over can still be looked at. */
const remembered = 1_000;

export class Dispatch {
  readonly queues = new Queues();
  readonly flows = new FlowControl();
  readonly deadLetters = new DeadLetters();
  readonly events = new Events();
  readonly #parts: DispatchParts;
  readonly #alarm: Alarm;
  /** In the order of publication. */
  readonly #pending = new Map<string, Message>();
  readonly #recent = new Map<string, { readonly messageId: string; readonly until: number }>();
  #over: Message[] = [];
  #isHeld = false;
  #twice = 0;
  #ended = ending();

  constructor(parts: DispatchParts) {
    this.#parts = parts;
    this.#alarm = new Alarm(parts.clock, () => this.look());
  }

  publish(order: Order): Published {
    const now = this.#parts.clock.now();
    const known = this.#duplicateOf(order, now);
    if (known !== undefined) return { messageId: known, url: order.url, deduplicated: true };
    const { id } = this.#add(order);
    if (order.deduplication !== undefined)
      this.#recent.set(order.deduplication, { messageId: id, until: now + deduplicationWindow });
    this.look();
    return { messageId: id, url: order.url };
  }

  /** Everything that is not over yet, and what was over lately. */
  get messages(): readonly Message[] {
    return [...this.#over, ...this.#pending.values()];
  }

  get pending(): readonly Message[] {
    return [...this.#pending.values()];
  }

  get isHeld(): boolean {
    return this.#isHeld;
  }

  find(id: string): Message | undefined {
    return this.#pending.get(id);
  }

  /** Nothing is tried again; what is in flight cannot be called back. */
  cancel(messages: readonly Message[]): number {
    const at = this.#parts.clock.now();
    for (const message of messages) {
      this.#finish(message, { is: "cancelled", at });
      this.#record(message, "CANCELED");
    }
    this.look();
    return messages.length;
  }

  /** Publishes are taken, and nothing goes out. */
  hold(isHeld: boolean): void {
    this.#isHeld = isHeld;
    this.look();
  }

  /** The next deliveries are made twice, at once, under the same id. */
  twice(times: number): void {
    this.#twice = times;
  }

  /** Whatever waits for its time is due now. */
  hurry(): void {
    const nextAt = this.#parts.clock.now();
    for (const message of this.#pending.values())
      if (message.state.is === "waiting" && message.state.nextAt > nextAt)
        this.#pending.set(message.id, { ...message, state: { is: "waiting", nextAt } });
    this.look();
  }

  /** Cuts what is in flight, and forgets everything. */
  reset(): void {
    this.#ended.abort(new Error("QStash has forgotten this message"));
    this.#ended = ending();
    this.#alarm.set(Infinity);
    for (const forgetful of [this.queues, this.flows, this.deadLetters, this.events]) forgetful.forget();
    for (const collection of [this.#pending, this.#recent]) collection.clear();
    this.#over = [];
    this.#isHeld = false;
    this.#twice = 0;
  }

  /** Sends what may go now. Whoever opens a queue or a flow calls this. */
  look(): void {
    const now = this.#parts.clock.now();
    let next = Infinity;
    if (!this.#isHeld) {
      const places = this.#placesInQueues();
      for (const message of this.#pending.values()) {
        const at = this.#mayGoAt(message, places, now);
        if (at <= now) this.#send(message, now);
        else next = Math.min(next, at);
      }
    }
    this.#alarm.set(next);
  }

  /** How many messages of each queue are in front: the others are waiting in line. */
  #placesInQueues(): Map<string, number> {
    const places = new Map(this.queues.list().map(({ name, parallelism }) => [name, parallelism]));
    for (const { holdsUp } of this.#pending.values())
      if (holdsUp !== undefined) places.set(holdsUp, (places.get(holdsUp) ?? 1) - 1);
    return places;
  }

  #mayGoAt({ order, state }: Message, places: Map<string, number>, now: number): number {
    const isInFront = order.queue === undefined || takePlace(places, order.queue);
    if (state.is !== "waiting" || !isInFront) return Infinity;
    if (order.queue !== undefined && this.queues.open(order.queue, now).paused) return Infinity;
    if (state.nextAt > now || !order.flow) return state.nextAt;
    return this.flows.opensAt(order.flow.key, now);
  }

  #send(waiting: Message, now: number): void {
    const { id, order } = waiting;
    const message: Message = {
      ...waiting,
      attempts: waiting.attempts + 1,
      state: { is: "in flight", since: now },
    };
    this.#pending.set(id, message);
    if (order.flow) this.flows.begin(order.flow.key, now);
    this.#record(message, "ACTIVE");
    void this.#attempt(message, this.#ended.signal);
  }

  async #attempt(message: Message, ended: AbortSignal): Promise<void> {
    const { clock, random, keys } = this.#parts;
    const isTwice = this.#twice > 0;
    if (isTwice) this.#twice -= 1;
    const once = () =>
      deliver(message, { key: keys().current, now: clock.now(), jwtId: newId("jwt", random), ended });
    const answers = await Promise.all([once(), ...(isTwice ? [once()] : [])]);
    if (ended.aborted) return;
    const { flow } = message.order;
    if (flow) this.flows.end(flow.key);
    // It may have been cancelled meanwhile.
    if (this.#pending.get(message.id) === message)
      this.#settle(message, answers.find(isAccepted) ?? answers[0] ?? nothing);
    this.look();
  }

  #settle(message: Message, answer: Answer): void {
    const { order, attempts } = message;
    const now = this.#parts.clock.now();
    const { status } = answer;
    const verdict = verdictOn(answer, order, attempts, now);
    if (verdict.is !== "delivered") this.#record(message, "ERROR", answer);
    switch (verdict.is) {
      case "delivered":
        this.#finish(message, { is: "delivered", at: now, status });
        this.#record(message, "DELIVERED", answer);
        break;
      case "again":
        this.#pending.set(message.id, { ...message, state: { is: "waiting", nextAt: verdict.at } });
        this.#record(message, "RETRY", answer, verdict.at);
        break;
      case "dead":
        this.#bury(message, answer, now);
    }
    if (order.callback) this.#call(order.callback, message, callbackBody(message, answer));
  }

  #bury(message: Message, answer: Answer, now: number): void {
    const dlqId = newId("dlq", this.#parts.random);
    this.#finish(message, { is: "dead", at: now, status: answer.status });
    this.#record(message, "FAILED", answer);
    this.deadLetters.add({ dlqId, message, answer });
    const { failureCallback } = message.order;
    if (failureCallback) this.#call(failureCallback, message, callbackBody(message, answer, dlqId));
  }

  #call(callback: Order, source: Message, body: Buffer): void {
    this.#add({ ...callback, body }, source.order.queue);
  }

  #add(order: Order, holdsUp?: string): Message {
    const now = this.#parts.clock.now();
    const id = newId("msg", this.#parts.random);
    const nextAt = Math.max(now + order.delayMs, order.notBefore);
    const message: Message = {
      id,
      order,
      createdAt: now,
      attempts: 0,
      state: { is: "waiting", nextAt },
      holdsUp,
    };
    if (order.queue !== undefined) this.queues.open(order.queue, now);
    if (order.flow) this.flows.learn(order.flow);
    this.#pending.set(id, message);
    this.#record(message, "CREATED", undefined, nextAt);
    return message;
  }

  #finish(message: Message, state: State): void {
    this.#pending.delete(message.id);
    this.#over.push({ ...message, state });
    if (this.#over.length >= remembered * 2) this.#over = this.#over.slice(-remembered);
  }

  #duplicateOf({ deduplication }: Order, now: number): string | undefined {
    if (deduplication === undefined) return undefined;
    for (const [key, { until }] of this.#recent) if (until <= now) this.#recent.delete(key);
    return this.#recent.get(deduplication)?.messageId;
  }

  #record(
    { id, order, attempts }: Message,
    state: EventState,
    answer?: Answer,
    nextDeliveryTime?: number,
  ): void {
    const { url, queue, label, flow, scheduleId } = order;
    const time = this.#parts.clock.now();
    const event: Event = {
      time,
      state,
      messageId: id,
      url,
      queueName: queue,
      label,
      flowControlKey: flow?.key,
      scheduleId,
      nextDeliveryTime,
      responseStatus: answer?.status,
      error: answer?.error,
    };
    this.events.record(event);
    const news = {
      id,
      url: plainUrl(url),
      state,
      attempts,
      status: answer?.status,
      nextAt: nextDeliveryTime,
      at: time,
    };
    this.#parts.happenings?.tell("job", { broadcasterId: null, ...news });
  }
}

const nothing: Answer = { status: 0, headers: {}, body: Buffer.alloc(0) };

function takePlace(places: Map<string, number>, queue: string): boolean {
  const left = places.get(queue) ?? 1;
  places.set(queue, left - 1);
  return left > 0;
}

// Any number of messages may be in flight.
function ending(): AbortController {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  return controller;
}
