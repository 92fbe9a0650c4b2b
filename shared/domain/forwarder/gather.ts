import { after, between, type Instant, latest, millis, minutes, seconds } from "#kernel/clock";
import type { Arrival } from "./arrival.ts";
import type { Message } from "./message.ts";
import type { Post } from "./post.ts";

/** An arrival that has not been worked on. `order` rises within a source, also when clocks do not. */
export interface Waiting {
  readonly order: Instant;
  readonly arrival: Arrival;
}

/** What comes next in a source chat. `of`: the arrivals that are over with it. */
export type Next =
  | { readonly is: "nothing" }
  /** An album may get another message. */
  | { readonly is: "wait"; readonly until: Instant }
  | { readonly is: "post"; readonly post: Post; readonly of: readonly Waiting[] }
  | {
      readonly is: "arrival";
      readonly arrival: Exclude<Arrival, { is: "message" }>;
      readonly of: readonly Waiting[];
    };

/** Nobody says how many messages an album has, and none is marked as the last: https://github.com/tdlib/telegram-bot-api/issues/643 */
const quiet = millis(1_500);
const longest = seconds(10);
const mostMessages = 10;
/** Telegram tries again after twice the wait each time: about as long after an outage as it has lasted. */
const broughtAgain = seconds(3);
const longestOutage = minutes(1);
const longestWait = millis(longestOutage + broughtAgain);
/** An alarm that comes later than this has waited for the end of an outage. */
const alarmIsLate = seconds(5);

/**
 * The first arrival, or the post that it belongs to. An album is complete when it has been quiet for 1.5 s, has ten messages
 * or is ten seconds old; whatever comes after it waits for it. Edits of messages that are waiting still are taken in.
 *
 * `awakenings`: when whoever gathers has woken up, the last time at the end. Before that he may have been dead, and in the
 * middle of an album have missed some of it.
 */
export function nextOf(waiting: readonly Waiting[], now: Instant, awakenings: readonly Instant[]): Next {
  const [first] = waiting;
  if (!first) return { is: "nothing" };
  const { arrival } = first;
  if (arrival.is !== "message") return { is: "arrival", arrival, of: [first] };
  const { groupId } = arrival.message;
  if (groupId === undefined) return postOf([first], waiting);
  const items = itemsOf(waiting, groupId).slice(0, mostMessages);
  const until = completeAt(first.order, latest(first.order, ...items.map(({ order }) => order)), awakenings);
  if (items.length < mostMessages && between(now, until) > 0) return { is: "wait", until };
  return postOf(items, waiting);
}

/** When an album with its first and its last message at these moments will have been waited for long enough. */
function completeAt(first: Instant, last: Instant, awakenings: readonly Instant[]): Instant {
  const [awoke, ...again] = awakenings.filter((moment) => moment > last);
  if (awoke === undefined) return earlier(after(latest(first, ...awakenings), longest), after(last, quiet));
  return again.reduce<Waited>((waited, moment) => waitedAgain(waited, last, moment), {
    since: awoke,
    until: broughtBy(last, awoke),
  }).until;
}

/** Since when somebody has waited for the rest of an album, and until when. */
interface Waited {
  readonly since: Instant;
  readonly until: Instant;
}

/** A room that only waits is put to sleep, and its alarm wakes it up: that is no outage, and must not be waited for anew. */
function waitedAgain(waited: Waited, last: Instant, awoke: Instant): Waited {
  if (awoke > after(waited.until, alarmIsLate)) return { since: awoke, until: broughtBy(last, awoke) };
  if (awoke >= waited.until) return waited;
  return { ...waited, until: earlier(broughtBy(last, awoke), after(waited.since, longestWait)) };
}

/** When Telegram will have brought what it could not bring from the last message on until somebody awoke. */
const broughtBy = (last: Instant, awoke: Instant): Instant =>
  after(awoke, millis(Math.min(between(last, awoke), longestOutage) + broughtAgain));

const earlier = (left: Instant, right: Instant): Instant => (left < right ? left : right);

const itemsOf = (waiting: readonly Waiting[], groupId: string): readonly Waiting[] =>
  waiting.filter(({ arrival }) => arrival.is === "message" && arrival.message.groupId === groupId);

function postOf(items: readonly Waiting[], waiting: readonly Waiting[]): Next {
  const edits = waiting.filter(({ arrival }) => arrival.is === "edit" && isOfOne(arrival.message, items));
  const messages = items.flatMap(({ arrival }) =>
    arrival.is === "message" ? [latestOf(arrival.message, edits)] : [],
  );
  const [first, ...others] = messages.toSorted((left, right) => left.id - right.id);
  if (!first) return { is: "nothing" };
  const hops = Math.max(...items.map(({ arrival }) => (arrival.is === "message" ? arrival.hops : 0)));
  return { is: "post", post: { messages: [first, ...others], hops }, of: [...items, ...edits] };
}

const isOfOne = ({ id }: Message, items: readonly Waiting[]): boolean =>
  items.some(({ arrival }) => arrival.is === "message" && arrival.message.id === id);

function latestOf(message: Message, edits: readonly Waiting[]): Message {
  const last = edits.findLast(({ arrival }) => arrival.is === "edit" && arrival.message.id === message.id);
  return last?.arrival.is === "edit" ? last.arrival.message : message;
}
