import type { Role } from "#domain/admin/rights";

export const roles = ["moderator", "owner"] as const satisfies readonly Role[];
