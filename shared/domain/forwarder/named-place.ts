import type { Place } from "./chat.ts";
import { Unusable } from "./refusals/refusals.ts";

/** What a person or a program calls a place. `chat` is an id or an @name, as the Bot API takes both. */
export interface NamedPlace extends Place {
  /** In its own words, to answer with. */
  readonly input: string;
}

const hosts = new Set(["t.me", "telegram.me", "telegram.dog"]);
/** https://core.telegram.org/method/account.checkUsername, and four letters for what was bought. */
const username = /^[a-z]\w{3,31}$/i;
const chatId = /^-?\d{1,15}$/;
/** A link has a channel's id as MTProto counts, the Bot API's are below this: https://core.telegram.org/api/bots/ids */
const channelZero = -1_000_000_000_000;
/** What stands where a link has a name, and is none. */
const reserved = new Set(["joinchat", "addlist", "addstickers", "proxy", "share", "iv", "login", "boost"]);

/**
 * Reads `@name`, `-1001234567890`, `t.me/name/45`, `t.me/c/123/45`, each with `#topic` if one is meant; a link to a post
 * in a topic, `t.me/c/123/7/45`, means the topic. Throws Unusable (not-a-chat, invite-link).
 */
export function namedPlace(input: string): NamedPlace {
  const said = input.trim();
  const [, name = "", topic] = /^(.*?)(?:#(\d{1,9}))?$/s.exec(said) ?? [];
  const place = /[./]/.test(name) ? placeOfLink(name, said) : placeOfName(name);
  if (!place) throw new Unusable("not-a-chat", { input: shortened(said) });
  return { ...place, ...(topic && { topic: Number(topic) }), input: shortened(said) };
}

const shortened = (said: string) => (said.length > 80 ? `${said.slice(0, 79)}…` : said);

function placeOfName(name: string): Place | undefined {
  const bare = name.replace(/^@/, "");
  if (chatId.test(name)) return { chat: name };
  return username.test(bare) ? { chat: `@${bare}` } : undefined;
}

/** https://core.telegram.org/api/links */
function placeOfLink(link: string, said: string): Place | undefined {
  const [, host = "", path = ""] = /^(?:https?:\/\/)?(?:www\.)?([^/?#]+)\/([^?#]*)/i.exec(link) ?? [];
  if (!hosts.has(host.toLowerCase())) return undefined;
  const [first = "", ...rest] = path.split("/").filter(Boolean);
  if (first.startsWith("+") || first === "joinchat")
    throw new Unusable("invite-link", { input: shortened(said) });
  if (first === "c") return placeOfPath(String(channelZero - Number(rest[0])), rest.slice(1));
  if (first === "s") return placeOfPath(`@${rest[0]}`, []);
  return reserved.has(first) ? undefined : placeOfPath(`@${first}`, rest);
}

/** Two numbers after the chat are a topic and a post, one is a post. */
function placeOfPath(chat: string, numbers: readonly string[]): Place | undefined {
  const place = placeOfName(chat);
  if (!place || numbers.length > 2 || !numbers.every((number) => /^\d{1,9}$/.test(number))) return undefined;
  return numbers.length === 2 ? { ...place, topic: Number(numbers[0]) } : place;
}
