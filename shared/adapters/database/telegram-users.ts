import { desc, eq, ilike, or } from "drizzle-orm";
import type { Secret } from "#kernel/secret";
import { ask } from "./ask.ts";
import { likePattern } from "./like-pattern.ts";
import { telegramUsers } from "./schema.ts";

/** Who has asked the downloader bot for something, whoever was seen last first; `search` finds names and ids. */
export function findTelegramUsers(databaseUrl: Secret, search: string, limit: number) {
  const pattern = likePattern(search);
  const { id, name, username, seenAt } = telegramUsers;
  const isMeant = search ? or(eq(id, search), ilike(name, pattern), ilike(username, pattern)) : undefined;
  return ask(databaseUrl, (db) =>
    db.select().from(telegramUsers).where(isMeant).orderBy(desc(seenAt)).limit(limit),
  );
}
