import { asc, count, eq, ilike, inArray, or, sql } from "drizzle-orm";
import { instant } from "#kernel/clock";
import type { Secret } from "#kernel/secret";
import type { Chat } from "#domain/forwarder/chat";
import { ask } from "../ask.ts";
import { likePattern } from "../like-pattern.ts";
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

/** Which part of a list is wanted; pages count from 1. */
export interface Page {
  readonly page: number;
  readonly pageSize: number;
  readonly search?: string;
}

/** By title. `total` is of all pages. */
export async function listChats(databaseUrl: Secret, { page, pageSize, search }: Page) {
  const isMeant = search ? matching(search) : undefined;
  return ask(databaseUrl, async (db) => {
    const [rows, counted] = await db.batch([
      db
        .select()
        .from(forwardChats)
        .where(isMeant)
        .orderBy(sql`lower(${forwardChats.title})`, forwardChats.id)
        .limit(pageSize)
        .offset((page - 1) * pageSize),
      db.select({ total: count() }).from(forwardChats).where(isMeant),
    ]);
    return { chats: rows.map(chatOf), total: counted[0]?.total ?? 0 };
  });
}

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
