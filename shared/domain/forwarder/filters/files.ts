import { type Text, text } from "#kernel/text";
import { kindOf, type Message } from "../message.ts";
import type { Post } from "../post.ts";
import { discard, type Filter, pass, type Verdict } from "./filter.ts";

/** Why a message's file is not wanted; undefined: it is. */
type Objection = (message: Message) => Text | undefined;

export const byKind: Filter = (post, { media: { allow, deny, otherwise } }) =>
  judgedFiles(post, otherwise, (message) => {
    const kind = kindOf(message);
    return isListed(kind, allow, deny) ? undefined : text("filtered-kind", { kind: text(`kind-${kind}`) });
  });

export const bySize: Filter = (post, { size: { mostBytes = Infinity, otherwise } }) =>
  judgedFiles(post, otherwise, ({ content }) =>
    content.is === "media" && (content.bytes ?? 0) > mostBytes
      ? text("filtered-size", { size: megabytes(content.bytes ?? 0), most: megabytes(mostBytes) })
      : undefined,
  );

export const byExtension: Filter = (post, { extensions: { allow, deny, otherwise } }) =>
  judgedFiles(post, otherwise, (message) => {
    const extension = extensionOf(message);
    return extension === undefined || isListed(extension, allow, deny)
      ? undefined
      : text("filtered-extension", { extension: extension || "none" });
  });

/** Discards a post for any file it could not keep the text without. */
function judgedFiles({ messages }: Post, otherwise: "discard" | "keep-text", objection: Objection): Verdict {
  const unwanted = messages.flatMap((message) => {
    const why = objection(message);
    return why ? [{ message, why }] : [];
  });
  const [first] = unwanted;
  if (first === undefined) return pass;
  return otherwise === "keep-text" && unwanted.every(({ message }) => message.content.is === "media")
    ? { says: "drop-media", of: unwanted.map(({ message }) => message.id), why: first.why }
    : discard(first.why);
}

const isListed = <Item>(item: Item, allow: readonly Item[] | undefined, deny: readonly Item[]): boolean =>
  (allow === undefined || allow.includes(item)) && !deny.includes(item);

/** Without its dot; nothing if it has none. Undefined: of such a file nobody gives a name, as of a photo. */
function extensionOf({ content }: Message): string | undefined {
  if (content.is !== "media") return undefined;
  if (content.fileName === undefined) return content.kind === "document" ? "" : undefined;
  return /\.([^.]+)$/.exec(content.fileName)?.[1]?.toLowerCase() ?? "";
}

const megabytes = (bytes: number): number => Math.round(bytes / 10_000) / 100;
