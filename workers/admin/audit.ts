import { lastChanges } from "#adapters/database/audit";
import { auditApi } from "#domain/admin/api/audit";
import { BadInput } from "#kernel/errors";
import { deskAlone, served } from "./serve.ts";

/** Who has changed what. */
export const auditOperations = served(auditApi, deskAlone, {
  async list({ query: { limit, cursor, who, what } }, { env, config }) {
    // What was changed a moment ago is looked for here first.
    await env.ADMIN.getByName("admin").flush();
    const rows = await lastChanges(config.DATABASE_URL, {
      limit: limit + 1,
      ...(cursor !== undefined && { before: numberOf(cursor) }),
      ...(who !== undefined && { who }),
      ...(what !== undefined && { what }),
    });
    const items = rows
      .slice(0, limit)
      .map(({ key: _, at, ...row }) => ({ ...row, at: new Date(at).toISOString() }));
    const last = items.at(-1);
    return { items, ...(rows.length > limit && last && { next: String(last.id) }) };
  },
});

function numberOf(cursor: string): number {
  if (!/^\d{1,15}$/.test(cursor)) throw new BadInput("cursor: wants `next` of the list before");
  return Number(cursor);
}
