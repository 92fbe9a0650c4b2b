import type { Millis } from "#kernel/clock";

/** Comes back after a while. */
export const passed = (wait: Millis): Promise<void> => new Promise((resolve) => setTimeout(resolve, wait));
