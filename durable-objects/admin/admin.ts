import { DurableObject } from "cloudflare:workers";
import { type Clock, instant, type Instant, iso } from "#kernel/clock";
import { type Config, readConfig } from "#kernel/config";
import { described, type Log } from "#kernel/log";
import { writeHistory } from "#adapters/database/history";
import { logOf } from "#adapters/log";
import type { Ending } from "#domain/admin/api/audit";
import type { ScryptHash } from "#domain/admin/password";
import type { Person } from "#domain/admin/rights";
import { endOf } from "#domain/admin/session";
import { AlarmClock } from "../alarm-clock.ts";
import { RoomMemory } from "../room-memory.ts";
import { WriteBehind } from "../write-behind.ts";
import { type Known, People } from "./people.ts";
import { type Origin, type Session, Sessions } from "./sessions.ts";
import { Tries, type Try, type Verdict } from "./tries.ts";

/** A session, and whose it is. */
export interface Admitted {
  readonly session: string;
  readonly person: Person;
  /** If it is not used before. */
  readonly expiresAt: Instant;
}

/** A change that somebody makes, as the audit tells it. */
export interface Change {
  /** The same one is the same row. */
  readonly key: string;
  readonly at: Instant;
  readonly who: string;
  readonly name: string;
  readonly what: string;
  readonly subject: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly ending: Ending;
}

/** Who bears the admin token is an owner, and nobody's name is on it. */
export const tokenBearer: Person = { id: "token", name: "Admin token", role: "owner", rights: {} };

/** Who may come into the panel, who is in, who has failed to, and what was changed there. One room for all of Taproom. */
export class AdminDO extends DurableObject<Env> {
  readonly #config: Config = readConfig(this.env);
  readonly #clock: Clock = () => instant(Date.now());
  readonly #log: Log = logOf(this.#config, { room: "admin" });
  readonly #memory = new RoomMemory(this.ctx.storage.sql);
  readonly #people = new People(this.#memory);
  readonly #sessions = new Sessions(this.#memory);
  readonly #tries = new Tries(this.#memory);
  readonly #audit = new WriteBehind(
    this.#memory,
    (rows) => writeHistory(this.#config.DATABASE_URL, rows),
    this.#log,
    this.#clock(),
  );
  readonly #alarms = new AlarmClock(this.ctx.storage, this.#clock, [() => this.#audit.nextDue()]);

  people(): Known[] {
    return this.#people.list();
  }

  person(id: string): Person | undefined {
    return id === tokenBearer.id ? tokenBearer : this.#people.find(id);
  }

  /** Lets somebody in from now on, or changes what they may. False: nobody would be left who may everything. */
  put(person: Person): boolean {
    if (person.role !== "owner" && this.#isLastOwner(person.id)) return false;
    this.#people.put(person, this.#clock());
    // What they see now may be what they may see no more: they are asked again at the door.
    for (const session of this.#sessionsOf(person.id)) this.#hangUp(session.key);
    return true;
  }

  /** False: nobody would be left who may everything. */
  remove(id: string): boolean {
    if (this.#isLastOwner(id)) return false;
    this.#people.remove(id);
    this.endSessionsOf(id);
    return true;
  }

  hasPasswords(): boolean {
    return this.#people.list().some(({ hasPassword }) => hasPassword);
  }

  password(id: string): ScryptHash | undefined {
    return this.#people.password(id);
  }

  /** undefined takes it away. Whoever is in by the old one has to come in again. */
  setPassword(id: string, hash: ScryptHash | undefined): void {
    this.#people.setPassword(id, hash);
    this.endSessionsOf(id);
  }

  /** Somebody is about to prove who they are; counted as a failure until `succeeded`. */
  try(tried: Try): Verdict {
    return this.#tries.begin(tried, this.#clock());
  }

  succeeded(tried: Try): void {
    this.#tries.succeeded(tried, this.#clock());
  }

  /** Somebody has proved who they are. `key`: the hash of what their cookie will hold. */
  begin(key: string, person: Person, origin: Origin): Admitted {
    const now = this.#clock();
    const session: Session = { key, person: person.id, ...origin, begunAt: now, usedAt: now };
    this.#sessions.begin(session);
    this.#people.seen(person.id, person.name, now);
    this.#log.info("session.begun", { person: person.id, way: origin.way });
    return { session: key, person, expiresAt: endOf(session) };
  }

  /** Whose cookie this is; undefined: nobody's any more. */
  admit(key: string): Admitted | undefined {
    const now = this.#clock();
    const found = this.#sessions.find(key, now);
    const person = found && this.person(found.person);
    if (!found || !person) return undefined;
    return { session: key, person, expiresAt: endOf(this.#sessions.use(found, now)) };
  }

  /** Of these sessions, those that are not over. Asking is no use. */
  whoseAreAlive(keys: readonly string[]): string[] {
    const now = this.#clock();
    return keys.filter((key) => {
      const found = this.#sessions.find(key, now);
      return found !== undefined && this.person(found.person) !== undefined;
    });
  }

  sessions(): Session[] {
    return this.#sessions.list(this.#clock());
  }

  end(key: string): void {
    this.#sessions.end(key);
    this.#hangUp(key);
    this.#log.info("session.ended");
  }

  endSessionsOf(person: string): void {
    for (const session of this.#sessionsOf(person)) this.end(session.key);
  }

  /** Written down before this answers, and in Postgres soon. What is told again under the same key replaces it. */
  note({ key, at, ...change }: Change): void {
    const row = { key, at: iso(at), before: null, after: null, ...change };
    this.#audit.note(key, { table: "audit", row }, this.#clock());
    this.#audit.keep();
    this.#alarms.rearm();
  }

  /** Writes to Postgres what has not been: somebody wants to read it there. */
  async flush(): Promise<void> {
    await this.#audit.flushNow(this.#clock);
    this.#alarms.rearm();
  }

  override async alarm({ scheduledTime }: AlarmInvocationInfo): Promise<void> {
    this.#alarms.rang(instant(scheduledTime));
    await this.#audit.flush(this.#clock);
    this.#alarms.rearm();
  }

  #sessionsOf = (id: string) => this.sessions().filter(({ person }) => person === id);

  /** Where that fails, the log looks for itself within a minute. */
  #hangUp(key: string): void {
    const hungUp = this.env.LIVE_LOG.getByName("log").hangUp(key);
    this.ctx.waitUntil(
      hungUp.catch((error: unknown) => this.#log.warn("admin.not-hung-up", described(error))),
    );
  }

  #isLastOwner(id: string): boolean {
    return this.#people.find(id)?.role === "owner" && this.#people.owners() === 1;
  }
}
