/** What Taproom leans on, and can be asked whether it is there. */
export const services = ["postgres", "redis", "qstash", "rooms"] as const;
export type Service = (typeof services)[number];

/** In a word: it answered, it said no, it said nothing in time, something else went wrong; or it is not configured. */
export const conditions = ["ok", "refused", "silent", "failed", "off"] as const;
export type Condition = (typeof conditions)[number];

/** Whether what is there answers. What is not configured is not missed. */
export const isWell = (condition: Condition): boolean => condition === "ok" || condition === "off";
