/** A chat line in pieces: emotes and mentions, and the words between them. */
import { createHash } from "node:crypto";
import type { Store } from "./store.ts";

interface Fragment {
  readonly type: "text" | "emote" | "mention";
  readonly text: string;
  readonly cheermote: null;
  readonly emote: object | null;
  readonly mention: object | null;
}

/** `ownEmotes` are words that are emotes of this channel. */
export function fragmentsOf(
  text: string,
  store: Store,
  ownEmotes: readonly string[] = [],
  ownerId = "0",
): Fragment[] {
  const own = new Map(ownEmotes.map((word) => [word, emoteOf(word, ownerId)]));
  return text
    .split(/(\S+)/)
    .map((piece) => {
      const emote = own.get(piece) ?? globalEmotes.get(piece);
      return emote ? emoteFragment(piece, emote) : (mentionFragment(piece, store) ?? textFragment(piece));
    })
    .reduce<Fragment[]>(join, []);
}

// Twitch cuts a line only at emotes and mentions: the words between them stay together.
function join(fragments: readonly Fragment[], next: Fragment): Fragment[] {
  const last = fragments.at(-1);
  if (next.text === "") return [...fragments];
  if (last?.type !== "text" || next.type !== "text") return [...fragments, next];
  return [...fragments.slice(0, -1), textFragment(last.text + next.text)];
}

function textFragment(text: string): Fragment {
  return { type: "text", text, cheermote: null, emote: null, mention: null };
}

interface Emote {
  readonly id: string;
  readonly emote_set_id: string;
  readonly owner_id: string;
  readonly format: readonly string[];
}

const global = (id: string, ...format: readonly string[]): Emote => ({
  id,
  emote_set_id: "0",
  owner_id: "0",
  format: ["static", ...format],
});

const globalEmotes: ReadonlyMap<string, Emote> = new Map([
  ["DinoDance", global("emotesv2_dcd06b30a5c24f6eb871e8f5edbd44f7", "animated")],
  ["HeyGuys", global("30259")],
  ["Kappa", global("25")],
  ["LUL", global("425618")],
  ["PogChamp", global("305954156")],
]);

// The same word is the same emote each time.
function emoteOf(word: string, ownerId: string): Emote {
  const hash = createHash("md5")
    .update(ownerId + word)
    .digest("hex");
  return { id: `emotesv2_${hash}`, emote_set_id: ownerId, owner_id: ownerId, format: ["static"] };
}

function emoteFragment(text: string, emote: Emote): Fragment {
  return { ...textFragment(text), type: "emote", emote };
}

function mentionFragment(text: string, store: Store): Fragment | undefined {
  const mentioned = text.startsWith("@") ? store.findUserByLogin(text.slice(1)) : undefined;
  if (!mentioned) return undefined;
  const { id, login, name } = mentioned;
  return {
    ...textFragment(text),
    type: "mention",
    mention: { user_id: id, user_login: login, user_name: name },
  };
}
