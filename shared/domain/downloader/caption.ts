import { pageOf, type Post } from "./post.ts";
import type { Upload } from "./upload.ts";

/** https://core.telegram.org/bots/api#sendvideo */
const longestCaption = 1_024;

/** Title, author and link, as plain text; the title gives way where it is too much for Telegram. */
export function captionOf({ title, author }: Pick<Upload, "title" | "author">, post: Post): string {
  const foot = [author, pageOf(post)].filter(Boolean).join("\n");
  const room = longestCaption - foot.length - 2;
  return title ? `${cut(title, room)}\n\n${foot}` : foot;
}

/** Telegram counts UTF-16 units; half a pair of them is no character. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
