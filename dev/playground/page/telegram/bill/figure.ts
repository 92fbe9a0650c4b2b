/** The figures of a bill, in the order in which they are shown. */
export const figureNames = ["origin", "uploads", "redis", "sql", "telegram", "qstash"] as const;
export type Figure = (typeof figureNames)[number];
