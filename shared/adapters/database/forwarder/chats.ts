import { and, asc, count, eq, ilike, inArray, or, type SQL, sql } from "drizzle-orm";
import { instant } from "#kernel/clock";
import type { Secret } from "#kernel/secret";
import type { Chat } from "#domain/forwarder/chat";
import { ask } from "../ask.ts";
import { likePattern } from "../like-pattern.ts";
import { type Part, type Parted, partOf } from "../part.ts";
import { storable } from "../storable.ts";
import { forwardChats } from "./schema.ts";

/** Writes down what is known of a chat now. */
export async function saveChat(databaseUrl: Secret, chat: Chat): Promise<void> {
  const { id, ...known } = storable(rowOf(chat));
  await ask(databaseUrl, (db) =>
    db
      .insert(forwardChats)
      .values({ id, ...known })
      .onConflictDoUpdate({ target: forwardChats.id, set: known }),
  );
}

export async function findChats(databaseUrl: Secret, ids: readonly string[]): Promise<readonly Chat[]> {
  if (ids.length === 0) return [];
  const rows = await ask(databaseUrl, (db) =>
    db
      .select()
      .from(forwardChats)
      .where(inArray(forwardChats.id, [...ids])),
  );
  return rows.map(chatOf);
}

export async function findChat(databaseUrl: Secret, id: string): Promise<Chat | undefined> {
  const [chat] = await findChats(databaseUrl, [id]);
  return chat;
}

export async function allChatIds(databaseUrl: Secret): Promise<readonly string[]> {
  const rows = await ask(databaseUrl, (db) =>
    db.select({ id: forwardChats.id }).from(forwardChats).orderBy(asc(forwardChats.checkedAt)),
  );
  return rows.map(({ id }) => id);
}

export interface ChatQuestion extends Part {
  readonly search?: string | undefined;
}

/** By title. `total` is of all parts. Throws what `ask` throws. */
export async function listChats(
  databaseUrl: Secret,
  { limit, cursor, search }: ChatQuestion,
): Promise<Parted<Chat> & { readonly total: number }> {
  const isMeant = search ? matching(search) : undefined;
  return ask(databaseUrl, async (db) => {
    const [rows, counted] = await db.batch([
      db
        .select()
        .from(forwardChats)
        .where(and(isMeant, cursor === undefined ? undefined : comesAfter(cursor)))
        .orderBy(sql`lower(${forwardChats.title})`, forwardChats.id)
        .limit(limit + 1),
      db.select({ total: count() }).from(forwardChats).where(isMeant),
    ]);
    return { ...partOf(rows.map(chatOf), limit, ({ id }) => id), total: counted[0]?.total ?? 0 };
  });
}

/** The cursor is the last chat's id: its title may be longer than a cursor. */
const comesAfter = (cursor: string): SQL =>
  sql`(lower(${forwardChats.title}), ${forwardChats.id}) > (select lower(last.title), last.id from ${forwardChats} last where last.id = ${cursor})`;

function matching(search: string) {
  const pattern = likePattern(search.replace(/^@/, ""));
  return or(
    eq(forwardChats.id, search),
    ilike(forwardChats.title, pattern),
    ilike(forwardChats.username, pattern),
  );
}

type Row = typeof forwardChats.$inferSelect;

const rowOf = ({ username, trouble, checkedAt, ...chat }: Chat): Row => ({
  ...chat,
  username: username ?? null,
  trouble: trouble ?? null,
  checkedAt: new Date(checkedAt).toISOString(),
});

const chatOf = ({ username, trouble, checkedAt, ...row }: Row): Chat => ({
  ...row,
  ...(username !== null && { username }),
  ...(trouble !== null && { trouble }),
  checkedAt: instant(Date.parse(checkedAt)),
});
