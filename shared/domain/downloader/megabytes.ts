/** Of a size for people: `12.3`, `0.1` at least. Telegram's limits count a megabyte as a million bytes. */
export const megabytes = (bytes: number) => Math.max(0.1, Math.round(bytes / 100_000) / 10);
