import { text } from "#kernel/text";
import { type Message, textOf } from "../message.ts";
import type { Post } from "../post.ts";
import { noText } from "../styled-text.ts";
import { byExtension, byKind, bySize } from "./files.ts";
import { discard, type Filter, type Verdict } from "./filter.ts";
import { byKeywords } from "./keywords.ts";
import { byLinks, byMentions } from "./links.ts";
import { byAutomaticForward, byOrigin, byRepost } from "./origins.ts";
import { bySender } from "./senders.ts";
import type { FilterSettings } from "./settings.ts";

/** In the order in which they are asked. */
const filters = {
  automaticForwards: byAutomaticForward,
  reposts: byRepost,
  origins: byOrigin,
  senders: bySender,
  links: byLinks,
  mentions: byMentions,
  keywords: byKeywords,
  media: byKind,
  size: bySize,
  extensions: byExtension,
} satisfies Record<keyof FilterSettings, Filter>;

export type FilterName = keyof typeof filters;
export const filterNames = Object.keys(filters) as readonly FilterName[];

export type Filtered =
  /** `droppedMedia`: messages whose file stays behind while their text, if they have one, goes. */
  | { readonly is: "pass"; readonly droppedMedia: readonly number[] }
  | { readonly is: "discard"; readonly by: FilterName };

export type Opinion = Verdict & { readonly filter: FilterName };

/** Whether a mapping carries a post: the first filter that discards it decides. */
export function filtered(post: Post, settings: FilterSettings): Filtered {
  const opinions = explained(post, settings);
  const last = opinions.at(-1);
  if (last?.says === "discard") return { is: "discard", by: last.filter };
  return {
    is: "pass",
    droppedMedia: opinions.flatMap((each) => (each.says === "drop-media" ? each.of : [])),
  };
}

/** What each filter says, and why, up to the one that decides. */
export function explained(post: Post, settings: FilterSettings): readonly Opinion[] {
  const opinions: Opinion[] = [];
  let rest = post;
  for (const filter of filterNames) {
    let verdict = filters[filter](rest, settings);
    if (verdict.says === "drop-media") {
      rest = withoutFiles(rest, verdict.of);
      if (isNothing(rest)) verdict = discard(text("filtered-nothing-left", { why: verdict.why }));
    }
    opinions.push({ ...verdict, filter });
    if (verdict.says === "discard") break;
  }
  return opinions;
}

function withoutFiles({ messages: [first, ...others], hops }: Post, ids: readonly number[]): Post {
  const left = (message: Message): Message =>
    ids.includes(message.id)
      ? { ...message, content: { is: "text", text: textOf(message) ?? noText, hasPreview: false } }
      : message;
  return { messages: [left(first), ...others.map(left)], hops };
}

const isNothing = ({ messages }: Post): boolean =>
  messages.every(({ content }) => content.is === "text" && content.text.text.trim() === "");
