/** What Taproom cannot do without: it takes work on and keeps it with these. */
export const needed = ["postgres", "redis", "qstash", "rooms"] as const;

/** Where work comes from and goes to. While they are away it waits, there or here. */
export const outside = ["twitch", "telegram"] as const;

/** What Taproom leans on, and can be asked whether it is there. */
export const services = [...needed, ...outside] as const;
export type Service = (typeof services)[number];

/** In a word: it answered, it said no, it said nothing in time, something else went wrong; or it is not configured. */
export const conditions = ["ok", "refused", "silent", "failed", "off"] as const;
export type Condition = (typeof conditions)[number];

/** Whether what is there answers. What is not configured is not missed. */
export const isWell = (condition: Condition): boolean => condition === "ok" || condition === "off";
