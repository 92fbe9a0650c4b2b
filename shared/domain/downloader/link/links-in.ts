import { postKey } from "../post.ts";
import { canonicalise } from "./canonicalise.ts";
import type { Fault, Lead } from "./link.ts";

/** What Telegram says of a stretch of a message: https://core.telegram.org/bots/api#messageentity */
export interface TextEntity {
  readonly type: string;
  /** In UTF-16 code units, as JavaScript counts. */
  readonly offset: number;
  readonly length: number;
  /** Of a `text_link`. */
  readonly url?: string | undefined;
}

/** What a message links to. */
export interface LinksFound {
  /** What Taproom takes, in the order of the message, each post once. */
  readonly leads: readonly Lead[];
  /** Why the other links of the message lead nowhere. */
  readonly faults: readonly Fault[];
}

interface Candidate {
  readonly at: number;
  readonly text: string;
  /** Whether it surely is a link; else it only looks like one, as `readme.md` does. */
  readonly isSure: boolean;
}

const mostLeads = 10;
/** What can be a link: from `https://` to the next blank; or a name with dots and a path, if nothing leads up to it. */
const looksLikeLink =
  /https?:\/\/[^\s<>"]+|(?<![\p{L}\p{N}@._:/\\-])[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+[/?][^\s<>"]*/giu;
/** A sentence goes on, or ends, right behind a link. An id may end in `-` or `_`. */
const punctuationBehind = /[.,;:!?'»”’)\]}>…]+$/u;
/** Stretches that are read as what Telegram says they are. */
const settled = new Set(["url", "text_link", "email", "mention"]);

/** The links of a text or a caption: those Telegram has marked, and those it has not. */
export function linksIn(text: string, entities: readonly TextEntity[] = []): LinksFound {
  const candidates = [...marked(text, entities), ...unmarked(text, entities)].toSorted((a, b) => a.at - b.at);
  const leads = new Map<string, Lead>();
  const faults: Fault[] = [];
  for (const { text: candidate, isSure } of candidates) {
    const link = canonicalise(candidate);
    if (link.is !== "refused") leads.set(nameOf(link), leads.get(nameOf(link)) ?? link);
    else if (isSure) faults.push(link.why);
  }
  return { leads: [...leads.values()].slice(0, mostLeads), faults };
}

const nameOf = (lead: Lead) => (lead.is === "post" ? postKey(lead.post) : lead.short.url);

function* marked(text: string, entities: readonly TextEntity[]): Generator<Candidate> {
  for (const { type, offset, length, url } of entities) {
    if (type === "url") yield { at: offset, text: text.slice(offset, offset + length), isSure: true };
    if (type === "text_link" && url !== undefined) yield { at: offset, text: url, isSure: true };
  }
}

function* unmarked(text: string, entities: readonly TextEntity[]): Generator<Candidate> {
  const taken = entities.filter(({ type }) => settled.has(type));
  for (const { index, 0: found } of text.matchAll(looksLikeLink)) {
    const end = index + found.length;
    if (taken.some(({ offset, length }) => index < offset + length && offset < end)) continue;
    yield { at: index, text: found.replace(punctuationBehind, ""), isSure: /^https?:/i.test(found) };
  }
}
