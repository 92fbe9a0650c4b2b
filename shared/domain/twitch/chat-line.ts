/** Twitch refuses a longer message: https://dev.twitch.tv/docs/api/reference/#send-chat-message */
export const longestLine = 500;

/**
 * Makes a text fit to be said: one line (Twitch drops line breaks without leaving a space), never read as a
 * chat command (Twitch eats what begins with `/` or `.`), never longer than Twitch takes.
 */
export function chatLine(words: string): string {
  const line = words.replaceAll(/\s+/g, " ").trim();
  const harmless = /^[/.]/.test(line) ? `\u200B${line}` : line;
  return harmless.length <= longestLine ? harmless : `${cut(harmless, longestLine - 1)}…`;
}

/** Never cuts a surrogate pair in two: half an emoji is not text. */
const cut = (line: string, length: number) => line.slice(0, length).replace(/[\uD800-\uDBFF]$/, "");
