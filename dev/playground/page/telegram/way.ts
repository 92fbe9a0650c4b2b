/** How a link reaches the bot. */
export type Way = "message" | "inline" | "guest";
