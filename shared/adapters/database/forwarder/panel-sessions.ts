import { and, eq, gt, sql } from "drizzle-orm";
import { type Clock, after, type Millis } from "#kernel/clock";
import { type Language, languages } from "#kernel/i18n";
import type { Secret } from "#kernel/secret";
import { ask } from "../ask.ts";
import { storable } from "../storable.ts";
import { panelSessions } from "./schema.ts";

/** Whose session it is. */
export const sessionKey = (userId: string | number): string => `panel:${userId}`;

/** In which language an administrator speaks with the panel; undefined where none is known. Throws what `ask` throws. */
export async function panelLanguage(databaseUrl: Secret, userId: string): Promise<Language | undefined> {
  const [row] = await ask(databaseUrl, (db) =>
    db
      .select({
        language: sql<
          string | null
        >`coalesce(${panelSessions.value} ->> 'language', ${panelSessions.value} ->> 'heard')`,
      })
      .from(panelSessions)
      .where(eq(panelSessions.key, sessionKey(userId))),
  );
  return languages.find((each) => each === row?.language);
}

interface Needs {
  readonly databaseUrl: Secret;
  /** For how long what is not touched is kept. */
  readonly keepFor: Millis;
  readonly now: Clock;
}

/** Where grammY's session plugin keeps what it holds: rows that outlive every version of the code. */
export class PanelSessions<Session> {
  readonly #needs: Needs;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  async read(key: string): Promise<Session | undefined> {
    const [row] = await ask(this.#needs.databaseUrl, (db) =>
      db
        .select({ value: panelSessions.value })
        .from(panelSessions)
        .where(and(eq(panelSessions.key, key), gt(panelSessions.until, sql`now()`))),
    );
    // The cast: only `write` has written it, perhaps in an earlier version; whoever reads is lenient.
    return row?.value as Session | undefined;
  }

  async write(key: string, session: Session): Promise<void> {
    const { databaseUrl, keepFor, now } = this.#needs;
    const until = new Date(after(now(), keepFor)).toISOString();
    const value = storable(session);
    await ask(databaseUrl, (db) =>
      db
        .insert(panelSessions)
        .values({ key, value, until })
        .onConflictDoUpdate({ target: panelSessions.key, set: { value, until } }),
    );
  }

  async delete(key: string): Promise<void> {
    await ask(this.#needs.databaseUrl, (db) => db.delete(panelSessions).where(eq(panelSessions.key, key)));
  }
}
