/** Twitch refuses a longer message: https://dev.twitch.tv/docs/api/reference/#send-chat-message */
export const longestLine = 500;

/**
 * Makes a text fit to be said: on one line each (Twitch drops line breaks without leaving a space), never read as a
 * chat command (Twitch eats what begins with `/` or `.`), never longer than Twitch takes. A text that is too long
 * becomes several lines, broken between words where there is a space.
 */
export function chatLines(words: string): string[] {
  const lines: string[] = [];
  let rest = words.replaceAll(/\s+/g, " ").trim();
  while (rest !== "") {
    const line = cut(harmless(rest));
    lines.push(line);
    rest = harmless(rest).slice(line.length).trimStart();
  }
  return lines;
}

/** The same for what is certainly short, and for a line that comes back from chat. */
export const chatLine = (words: string): string => chatLines(words)[0] ?? "";

const harmless = (line: string) => (/^[/.]/.test(line) ? `\u200B${line}` : line);

function cut(line: string): string {
  if (line.length <= longestLine) return line;
  const space = line.lastIndexOf(" ", longestLine);
  // Never cuts a surrogate pair in two: half an emoji is not text.
  return space > 0 ? line.slice(0, space) : line.slice(0, longestLine).replace(/[\uD800-\uDBFF]$/, "");
}
