import { and, desc, eq, getTableColumns, ilike, or, sql } from "drizzle-orm";
import type { Secret } from "#kernel/secret";
import { ask } from "./ask.ts";
import { likePattern } from "./like-pattern.ts";
import { comesAfter, type Part, partOf, placeIn } from "./part.ts";
import { telegramUsers } from "./schema.ts";

const { id, name, username, seenAt } = telegramUsers;
const seen = sql`${seenAt}`;
const number = sql`${id}`;

/**
 * Who has asked the downloader bot for something, whoever was seen last first; `search` finds names and ids.
 * Throws BadInput (cursor), and what `ask` throws.
 */
export async function findTelegramUsers(databaseUrl: Secret, search: string, { limit, cursor }: Part) {
  const pattern = likePattern(search);
  const isMeant = search ? or(eq(id, search), ilike(name, pattern), ilike(username, pattern)) : undefined;
  const isNext = cursor === undefined ? undefined : comesAfter(cursor, seen, number, "text");
  const rows = await ask(databaseUrl, (db) =>
    db
      .select({ ...getTableColumns(telegramUsers), place: placeIn(seen, number) })
      .from(telegramUsers)
      .where(and(isMeant, isNext))
      .orderBy(desc(seenAt), desc(id))
      .limit(limit + 1),
  );
  const part = partOf(rows, limit, ({ place }) => place);
  return { ...part, items: part.items.map(({ place: _, ...user }) => user) };
}
