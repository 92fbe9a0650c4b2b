/** HTML: Telegram's own small HTML, read into a text and its entities. */
import type { Entity } from "./entities.ts";
import { badRequest } from "./telegram-error.ts";

interface Open {
  readonly tag: string;
  readonly offset: number;
  readonly entity: Readonly<Record<string, unknown>> & { readonly type: string };
}

export function readHtml(html: string): { readonly text: string; readonly entities: Entity[] } {
  const entities: Entity[] = [];
  const open: Open[] = [];
  let text = "";
  for (const [piece] of html.matchAll(/<[^>]*>|&[^;\s]{1,10};|[^<&]+|[<&]/gu)) {
    if (piece === "<") throw unreadable(`Unclosed start tag at byte offset ${Buffer.byteLength(text)}`);
    if (piece.startsWith("</")) text = close(piece.slice(2, -1).trim().toLowerCase(), open, text, entities);
    else if (piece.startsWith("<")) open.push(opened(piece.slice(1, -1), text.length));
    else text += piece.startsWith("&") ? character(piece) : piece;
  }
  const [unclosed] = open;
  if (unclosed) throw unreadable(`Can't find end tag corresponding to start tag "${unclosed.tag}"`);
  return { text, entities };
}

function opened(inside: string, offset: number): Open {
  const [, name = "", attributes = ""] = /^([a-z0-9-]+)\s*(.*)$/is.exec(inside) ?? [];
  const tag = name.toLowerCase();
  const type = types.get(tag);
  if (tag === "a") return { tag, offset, entity: { type: "text_link", url: attribute(attributes, "href") } };
  if (tag === "blockquote" && /\bexpandable\b/.test(attributes)) {
    return { tag, offset, entity: { type: "expandable_blockquote" } };
  }
  if (type === undefined) throw unreadable(`Unsupported start tag "${tag}" at byte offset ${offset}`);
  return { tag, offset, entity: { type } };
}

function close(tag: string, open: Open[], text: string, entities: Entity[]): string {
  const last = open.pop();
  if (!last) throw unreadable(`Unexpected end tag at byte offset ${Buffer.byteLength(text)}`);
  if (last.tag !== tag) throw unreadable(`Unmatched end tag, expected "</${last.tag}>", found "</${tag}>"`);
  const length = text.length - last.offset;
  if (length > 0) entities.push({ ...last.entity, offset: last.offset, length });
  return text;
}

const types = new Map([
  ["b", "bold"],
  ["strong", "bold"],
  ["i", "italic"],
  ["em", "italic"],
  ["u", "underline"],
  ["ins", "underline"],
  ["s", "strikethrough"],
  ["strike", "strikethrough"],
  ["del", "strikethrough"],
  ["tg-spoiler", "spoiler"],
  ["code", "code"],
  ["pre", "pre"],
  ["blockquote", "blockquote"],
]);

function attribute(attributes: string, name: string): string {
  const found = new RegExp(`${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, "i").exec(attributes);
  return (found?.[1] ?? found?.[2] ?? "").replace(/&[^;\s]{1,10};/g, character);
}

function character(escaped: string): string {
  const number = /^&#(?:x([\da-f]+)|(\d+));$/i.exec(escaped);
  if (number) return String.fromCodePoint(number[1] ? Number.parseInt(number[1], 16) : Number(number[2]));
  return named.get(escaped) ?? escaped;
}

const named = new Map([
  ["&lt;", "<"],
  ["&gt;", ">"],
  ["&amp;", "&"],
  ["&quot;", '"'],
]);

function unreadable(what: string) {
  return badRequest(`can't parse entities: ${what}`);
}
