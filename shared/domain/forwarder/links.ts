import { endOf, type StyledText } from "./styled-text.ts";

/** An address in a text. @mentions and mails are none. */
export interface Link {
  readonly at: number;
  readonly length: number;
  readonly url: string;
  /** It lies under words, rather than being read. */
  readonly isHidden: boolean;
}

/** Endings by which an address is known that says neither `https://` nor `www.`, and that nobody has marked. */
const endings =
  "com|net|org|info|biz|ru|su|рф|by|ua|kz|uz|eu|de|fr|uk|us|cn|jp|br|me|tv|gg|io|ai|co|cc|to|ly|be|app|dev|xyz|top|pro|site|online|shop|store|club|live|link|news|games";
const written = new RegExp(
  String.raw`(?:https?|tg)://[^\s<>]+|(?<![\p{L}\p{N}@._/-])(?:www\.[^\s<>]+|(?:[\p{L}\p{N}-]+\.)+(?:${endings})(?![\p{L}\p{N}@_-])(?:[/?#:][^\s<>]*)?)`,
  "giu",
);
/** A mark may have outlived the address, where other words were put in its place. */
const stillAddress = /^\S+(?:\.|:\/\/)\S+$/;
const endsSentence = /[.,:;!?…)\]}'"»”]/;

/**
 * Every address of a text, in order: those that Telegram has marked, and those that it has not, such as in a `code`.
 * Words with an address beneath them count for that one, whatever they look like.
 */
export function linksIn({ text, entities }: StyledText): readonly Link[] {
  const marked = entities
    .filter(({ type }) => type === "url" || type === "text_link")
    .map((entity): Link => {
      const { offset: at, length } = entity;
      const shown = text.slice(at, endOf(entity));
      return { at, length, url: entity.url ?? shown, isHidden: entity.type === "text_link" };
    })
    .filter(({ url, isHidden }) => isHidden || stillAddress.test(url));
  const unmarked = addressesIn(text).filter((link) => !marked.some((other) => overlap(link, other)));
  return [...marked, ...unmarked].toSorted((left, right) => left.at - right.at);
}

/** Whether words would themselves be read as an address. */
export const isAddress = (words: string): boolean =>
  addressesIn(words).some(({ at, length }) => at === 0 && length === words.length);

/** Lower case; of `tg://…`, which leads into Telegram, `t.me`. */
export function hostOf(url: string): string {
  if (/^tg:/i.test(url)) return "t.me";
  const authority = url.replace(/^[a-z][a-z\d+.-]*:[/\\]+/i, "").split(/[/\\?#]/, 1)[0] ?? "";
  return authority
    .slice(authority.lastIndexOf("@") + 1)
    .replace(/:\d*$/, "")
    .replace(/\.$/, "")
    .toLowerCase();
}

/** Whether one of the hosts is this one, or a domain that it belongs to. */
export const isAmong = (hosts: readonly string[], host: string): boolean =>
  hosts.some((one) => host === one || host.endsWith(`.${one}`));

const addressesIn = (text: string): readonly Link[] =>
  [...text.matchAll(written)].map((found) => {
    const url = withoutEnd(found[0]);
    return { at: found.index, length: url.length, url, isHidden: false };
  });

/** Without what ends the sentence rather than the address. */
function withoutEnd(address: string): string {
  let end = address.length;
  while (endsSentence.test(address.charAt(end - 1))) end--;
  return address.slice(0, end);
}

const overlap = (left: Link, right: Link): boolean =>
  left.at < right.at + right.length && right.at < left.at + left.length;
