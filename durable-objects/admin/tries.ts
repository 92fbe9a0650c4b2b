import { between, hours, type Instant, latest } from "#kernel/clock";
import {
  type Failures,
  none,
  oneMore,
  recent,
  remembered,
  triesLeft,
  welcomeAt,
} from "#domain/admin/patience";
import type { RoomMemory } from "../room-memory.ts";

/** Whose try it is: from where, and into which account if there are several. */
export interface Try {
  readonly address: string;
  readonly account?: string;
}

export type Verdict =
  | { readonly may: true; readonly triesLeft: number }
  | { readonly may: false; readonly waitUntil: Instant };

interface Row extends Record<string, SqlStorageValue> {
  count: number;
  last_at: number;
}

/** An address from which an account has come in is its own for so long. */
const ownFor = hours(24 * 90);

/**
 * Counts failures to come in, by address, and by account for addresses that it has never come in from: nobody can keep
 * out an owner who comes from where they always come from.
 */
export class Tries {
  readonly #memory: RoomMemory;

  constructor(memory: RoomMemory) {
    this.#memory = memory;
    memory.table(`CREATE TABLE IF NOT EXISTS failure (
      of TEXT PRIMARY KEY, count INTEGER NOT NULL, last_at INTEGER NOT NULL
    ) WITHOUT ROWID`);
    memory.table(`CREATE TABLE IF NOT EXISTS own_address (
      account TEXT NOT NULL, address TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (account, address)
    ) WITHOUT ROWID`);
  }

  /** Counts as failed until it is told otherwise: a hundred at the same moment are a hundred failures. */
  begin(tried: Try, now: Instant): Verdict {
    this.#forgetOld(now);
    const counted = this.#countedBy(tried, now).map((of) => ({ of, failures: this.#failures(of, now) }));
    const waitUntil = latest(now, ...counted.map(({ failures }) => welcomeAt(failures)));
    if (waitUntil > now) return { may: false, waitUntil };
    const more = counted.map(({ of, failures }) => ({ of, failures: oneMore(failures, now) }));
    for (const { of, failures } of more) this.#keep(of, failures);
    return { may: true, triesLeft: Math.min(...more.map(({ failures }) => triesLeft(failures))) };
  }

  /** It was right. */
  succeeded({ address, account }: Try, now: Instant): void {
    for (const of of [byAddress(address), byAccount(account)])
      if (of !== undefined) this.#memory.run("DELETE FROM failure WHERE of = ?", of);
    if (account !== undefined)
      this.#memory.run("INSERT OR REPLACE INTO own_address VALUES (?, ?, ?)", account, address, now);
  }

  #countedBy({ address, account }: Try, now: Instant): readonly string[] {
    const strange = account !== undefined && !this.#isOwn(account, address, now);
    return [byAddress(address), strange ? byAccount(account) : undefined].filter((of) => of !== undefined);
  }

  #isOwn(account: string, address: string, now: Instant): boolean {
    const [row] = this.#memory.run<{ at: number }>(
      "SELECT at FROM own_address WHERE account = ? AND address = ?",
      account,
      address,
    );
    return row !== undefined && between(row.at as Instant, now) < ownFor;
  }

  /** Whoever tries a name after another leaves nothing behind for good. */
  #forgetOld(now: Instant): void {
    this.#memory.run("DELETE FROM failure WHERE last_at < ?", now - remembered);
    this.#memory.run("DELETE FROM own_address WHERE at < ?", now - ownFor);
  }

  #failures(of: string, now: Instant): Failures {
    const [row] = this.#memory.run<Row>("SELECT count, last_at FROM failure WHERE of = ?", of);
    return row ? recent({ count: row.count, lastAt: row.last_at as Instant }, now) : none;
  }

  #keep(of: string, { count, lastAt }: Failures): void {
    this.#memory.run("INSERT OR REPLACE INTO failure VALUES (?, ?, ?)", of, count, lastAt);
  }
}

const byAddress = (address: string) => `address:${address}`;
const byAccount = (account: string | undefined) => account && `account:${account}`;
