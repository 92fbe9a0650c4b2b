import { iso, type Clock, type Instant } from "#kernel/clock";
import type { Person } from "#domain/downloader/person";
import { type Post, postKey } from "#domain/downloader/post";
import { bonusForReferral } from "#domain/downloader/referral";
import { emptyTally, oneMore, type Tally } from "#domain/downloader/tally";
import type { WriteBehind } from "../write-behind.ts";

/** What is known of a person. */
export interface Card {
  readonly person: Person | undefined;
  readonly firstSeenAt: Instant | undefined;
  readonly blocked: boolean;
  readonly tally: Tally;
  /** Free downloads besides the usual ones. */
  readonly bonus: number;
  /** By whose link this person came. */
  readonly cameBy?: string;
  /** Who came by this person's link. */
  readonly referred: readonly string[];
}

const blank: Card = {
  person: undefined,
  firstSeenAt: undefined,
  blocked: false,
  tally: emptyTally,
  bonus: 0,
  referred: [],
};

/** More than that is no friends any more. */
const mostReferred = 200;

/** Keeps a person's card, and notes for Postgres what others want to count. */
export class Cards {
  readonly #kv: SyncKvStorage;
  readonly #history: WriteBehind;
  readonly #clock: Clock;
  #card: Card;

  constructor(kv: SyncKvStorage, history: WriteBehind, clock: Clock) {
    this.#kv = kv;
    this.#history = history;
    this.#clock = clock;
    this.#card = kv.get<Card>("card") ?? blank;
  }

  card(): Card {
    return this.#card;
  }

  /** Somebody has written. Whoever comes as before costs nothing. */
  meet(person: Person): Card {
    const known = this.#card.person;
    const isKnown =
      known && (["name", "username", "language"] as const).every((key) => known[key] === person[key]);
    if (!isKnown) this.#keep({ ...this.#card, person, firstSeenAt: this.#card.firstSeenAt ?? this.#clock() });
    return this.#card;
  }

  delivered(): void {
    this.#keep({ ...this.#card, tally: oneMore(this.#card.tally, this.#clock()) });
  }

  /** False: nobody knows this person. */
  block(blocked: boolean): boolean {
    if (!this.#card.person) return false;
    this.#keep({ ...this.#card, blocked });
    return true;
  }

  /** Whoever has got a video before is no newcomer, and nobody comes twice. */
  comesBy(referrer: string): boolean {
    if (this.#card.cameBy === referrer) return true;
    if (this.#card.cameBy !== undefined || this.#card.tally.total > 0) return false;
    this.#keep({ ...this.#card, cameBy: referrer });
    return true;
  }

  /** A newcomer counts once. */
  referred(newcomer: string): void {
    const { referred, bonus } = this.#card;
    if (referred.includes(newcomer) || referred.length >= mostReferred) return;
    this.#keep({ ...this.#card, referred: [...referred, newcomer], bonus: bonus + bonusForReferral });
    const row = { userId: newcomer, referrerId: this.#card.person?.id ?? "", at: iso(this.#clock()) };
    this.#history.note(newcomer, { table: "referrals", row }, this.#clock());
  }

  clicked(id: string, kind: "button" | "deep-link", post: Post | undefined): void {
    const userId = this.#card.person?.id;
    if (userId === undefined) return;
    const row = { id, userId, post: post ? postKey(post) : null, kind, at: iso(this.#clock()) };
    this.#history.note(id, { table: "clicks", row }, this.#clock());
  }

  #keep(card: Card): void {
    this.#card = card;
    this.#kv.put("card", card);
    const { person, firstSeenAt, blocked, bonus } = card;
    if (!person || firstSeenAt === undefined) return;
    const row = {
      id: person.id,
      name: person.name,
      username: person.username ?? null,
      language: person.language,
      blocked,
      bonus,
      firstSeenAt: iso(firstSeenAt),
      seenAt: iso(this.#clock()),
    };
    this.#history.note(person.id, { table: "telegramUsers", row }, this.#clock());
  }
}
