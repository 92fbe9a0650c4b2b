import { and, count, eq, gt, ilike, isNotNull, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Secret } from "#kernel/secret";
import type { Mapping } from "#domain/forwarder/mapping";
import { ask } from "../ask.ts";
import { likePattern } from "../like-pattern.ts";
import { numberIn, type Part, type Parted, partOf } from "../part.ts";
import { mappingOf } from "./mappings.ts";
import { forwardChats, forwardMappings } from "./schema.ts";

/** A mapping with the names of its chats; the id where a name is not known. */
export type ListedMapping = Mapping & { readonly sourceTitle: string; readonly targetTitle: string };

export interface MappingQuestion extends Part {
  readonly search?: string | undefined;
  /** Ids of chats. */
  readonly source?: string | undefined;
  readonly target?: string | undefined;
  readonly enabled?: boolean | undefined;
  /** Only what does not work. */
  readonly isTroubled?: boolean | undefined;
}

const source = alias(forwardChats, "source");
const target = alias(forwardChats, "target");

/** The newest last, so that parts keep what is in them. `total` is of all parts. Throws BadInput (cursor), and what `ask` throws. */
export async function listMappings(
  databaseUrl: Secret,
  { limit, cursor, ...question }: MappingQuestion,
): Promise<Parted<ListedMapping> & { readonly total: number }> {
  const isMeant = conditionOf(question);
  return ask(databaseUrl, async (db) => {
    const [rows, counted] = await db.batch([
      db
        .select({
          mapping: forwardMappings,
          sourceTitle: sql<string>`coalesce(${source.title}, ${forwardMappings.sourceChat})`.as(
            "source_title",
          ),
          targetTitle: sql<string>`coalesce(${target.title}, ${forwardMappings.targetChat})`.as(
            "target_title",
          ),
        })
        .from(forwardMappings)
        .leftJoin(source, eq(source.id, forwardMappings.sourceChat))
        .leftJoin(target, eq(target.id, forwardMappings.targetChat))
        .where(and(isMeant, cursor === undefined ? undefined : gt(forwardMappings.id, numberIn(cursor))))
        .orderBy(forwardMappings.id)
        .limit(limit + 1),
      db
        .select({ total: count() })
        .from(forwardMappings)
        .leftJoin(source, eq(source.id, forwardMappings.sourceChat))
        .leftJoin(target, eq(target.id, forwardMappings.targetChat))
        .where(isMeant),
    ]);
    const listed = rows.map(({ mapping, ...titles }) => ({ ...mappingOf(mapping), ...titles }));
    return { ...partOf(listed, limit, ({ id }) => String(id)), total: counted[0]?.total ?? 0 };
  });
}

const conditionOf = (question: Omit<MappingQuestion, keyof Part>) =>
  and(
    question.source === undefined ? undefined : eq(forwardMappings.sourceChat, question.source),
    question.target === undefined ? undefined : eq(forwardMappings.targetChat, question.target),
    question.enabled === undefined ? undefined : eq(forwardMappings.enabled, question.enabled),
    question.isTroubled ? isNotNull(forwardMappings.trouble) : undefined,
    question.search ? matching(question.search) : undefined,
  );

function matching(search: string) {
  const pattern = likePattern(search.replace(/^@/, ""));
  return or(
    ...[forwardMappings.label, source.title, source.username, target.title, target.username].map((column) =>
      ilike(column, pattern),
    ),
    ...[forwardMappings.sourceChat, forwardMappings.targetChat].map((column) => eq(column, search)),
  );
}
