import { lastChanges } from "#adapters/database/audit";
import { numberIn, partOf } from "#adapters/database/part";
import { auditApi } from "#domain/admin/api/audit";
import { deskAlone, served } from "./serve.ts";

/** Who has changed what. */
export const auditOperations = served(auditApi, deskAlone, {
  async list({ query: { limit, cursor, who, what } }, { env, config }) {
    // What was changed a moment ago is looked for here first.
    await env.ADMIN.getByName("admin").flush();
    const rows = await lastChanges(config.DATABASE_URL, {
      limit: limit + 1,
      ...(cursor !== undefined && { before: numberIn(cursor) }),
      ...(who !== undefined && { who }),
      ...(what !== undefined && { what }),
    });
    const shown = rows.map(({ key: _, at, ...row }) => ({ ...row, at: new Date(at).toISOString() }));
    return partOf(shown, limit, ({ id }) => String(id));
  },
});
