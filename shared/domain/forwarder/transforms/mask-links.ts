import { hostOf, isAddress, isAmong, type Link, linksIn } from "../links.ts";
import { type Replacement, replaced, type StyledText } from "../styled-text.ts";
import type { Transform } from "./settings.ts";

type MaskLinks = Extract<Transform, { is: "mask-links" }>;

/**
 * The text without links to the hosts that are meant. Where an address could be read there is `with`; words that had one
 * beneath them stay and lose it, unless they would be read as an address themselves. Of Telegram's own, `t.me` is a host
 * like others, and @mentions are no links.
 */
export function withMasked(whole: StyledText, { with: by, keep, only }: MaskLinks): StyledText {
  const isMeant = (host: string) => !isAmong(keep, host) && (only.length === 0 || isAmong(only, host));
  const masked = linksIn(whole).filter(({ url }) => isMeant(hostOf(url)));
  const entities = whole.entities.filter(
    ({ type, offset }) => !(isLink(type) && masked.some(({ at }) => at === offset)),
  );
  const isRead = ({ at, length, isHidden }: Link) =>
    !isHidden || isAddress(whole.text.slice(at, at + length));
  return replaced(
    { text: whole.text, entities },
    masked
      .filter(isRead)
      .map((link) => (by === "" ? removal(whole.text, link) : { ...placeOf(link), with: by })),
  );
}

const isLink = (type: string) => type === "url" || type === "text_link";
const placeOf = ({ at, length }: Link) => ({ at, length });

/** Takes the space before the address along, or the line that held nothing else. */
function removal(text: string, { at, length }: Link): Replacement {
  const end = at + length;
  const next = text.charAt(end);
  let start = at;
  if (next === "" || /[\s.,:;!?]/.test(next)) while (/[ \t]/.test(text.charAt(start - 1))) start--;
  if (next === "" || next === "\n") if (text.charAt(start - 1) === "\n") start--;
  return { at: start, length: end - start, with: "" };
}
