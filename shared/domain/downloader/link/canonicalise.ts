import { type Address, parseAddress } from "./address.ts";
import { readInstagram } from "./instagram-forms.ts";
import { type Link, refusedLink } from "./link.ts";
import { readTiktok, readTiktokShort } from "./tiktok-forms.ts";
import { readYoutuBe, readYoutube } from "./youtube-forms.ts";

const readVm = readTiktokShort("vm.tiktok.com");
const readVt = readTiktokShort("vt.tiktok.com");

/** Who reads the links of which host. A host is in this list by its whole name, or it is none of ours. */
const readers: ReadonlyMap<string, (address: Address) => Link> = new Map([
  ["tiktok.com", readTiktok],
  ["www.tiktok.com", readTiktok],
  ["m.tiktok.com", readTiktok],
  ["t.tiktok.com", readTiktok],
  ["pro.tiktok.com", readTiktok],
  ["vm.tiktok.com", readVm],
  ["vt.tiktok.com", readVt],
  ["tiktokv.com", readTiktok],
  ["www.tiktokv.com", readTiktok],
  ["m.tiktokv.com", readTiktok],
  // Mirrors, which people paste for their previews. Nothing is ever fetched from them: only the id is taken.
  ["vxtiktok.com", readTiktok],
  ["www.vxtiktok.com", readTiktok],
  ["vm.vxtiktok.com", readVm],
  ["vt.vxtiktok.com", readVt],
  ["instagram.com", readInstagram],
  ["www.instagram.com", readInstagram],
  ["ddinstagram.com", readInstagram],
  ["www.ddinstagram.com", readInstagram],
  ["d.ddinstagram.com", readInstagram],
  ["g.ddinstagram.com", readInstagram],
  ["youtube.com", readYoutube],
  ["www.youtube.com", readYoutube],
  ["m.youtube.com", readYoutube],
  ["music.youtube.com", readYoutube],
  ["youtube-nocookie.com", readYoutube],
  ["www.youtube-nocookie.com", readYoutube],
  ["youtu.be", readYoutuBe],
  ["www.youtu.be", readYoutuBe],
]);

const mostCharacters = 2_048;
/** Parsers drop these, or turn them into something else, so that a person and a program read two addresses. */
const trickery = /[\s\\\p{Cc}\p{Cf}]/u;
/** Also of `javascript:…` and `tiktok.com:443`. */
const scheme = /^\s*[a-z][a-z\d+.-]*:(?!\s)/i;
/** A name with a dot in it, and what begins a path, a query or a fragment: a link as people type it. */
const bare = /^[^/?#@:]+\.[^/?#@:]+(?:[/?#]|$)/;
/** The host as it is written, before any parser has made it nicer. */
const authority = /^https?:\/\/([^/?#]+)/i;

/**
 * What a text is, without asking anybody: a post, a short link that leads to one, or nothing Taproom takes. With or
 * without `https://`. Nothing of the text lives on in the answer but an id or a code that passed its pattern.
 *
 * The forms are those of facts/downloader.md, 1.1–1.3 and 4.1.
 */
export function canonicalise(text: string): Link {
  const hasScheme = scheme.test(text);
  if (text.length > mostCharacters || trickery.test(text))
    return refusedLink(hasScheme ? "unsafe" : "not-a-link");
  if (hasScheme) return readWhole(text);
  return bare.test(text) ? readWhole(`https://${text}`) : refusedLink("not-a-link");
}

function readWhole(text: string): Link {
  const [, written] = authority.exec(text) ?? [];
  // A colon is a port, be it the usual one, or IPv6; an @ ends a name and a password.
  if (written === undefined || /[@:]/.test(written)) return refusedLink("unsafe");
  const address = parseAddress(text);
  if (!address || address.username || address.password || address.port) return refusedLink("unsafe");
  return readers.get(address.hostname)?.(address) ?? refusedLink("unsupported-host");
}
