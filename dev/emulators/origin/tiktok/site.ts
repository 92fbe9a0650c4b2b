/** TikTok's site: pages of posts, and links that lead to them. */
import { htmlPage, notFound, type Origin, redirectTo, type Site } from "../origin.ts";
import { embedPage, videoPage } from "./pages.ts";

export const tiktokSite =
  (origin: Origin): Site =>
  (request, { pathname }) => {
    const postId = /^\/@[^/]*\/(?:video|photo)\/(\d+)\/?$/.exec(pathname)?.[1];
    if (postId) return videoPage(origin, mediaOf(origin, postId), request);
    const embeddedId = /^\/embed\/v2\/(\d+)\/?$/.exec(pathname)?.[1];
    if (embeddedId) return embedPage(origin, mediaOf(origin, embeddedId));
    const code = /^\/t\/(\w+)\/?$/.exec(pathname)?.[1];
    if (code) return shortLink(origin, code);
    const otherId = /^\/(?:share\/video|embed|v)\/(\d+)(?:\.html)?\/?$/.exec(pathname)?.[1];
    if (otherId) return redirectTo(pageUrl(mediaOf(origin, otherId)), 301);
    return pathname === "/" || pathname.startsWith("/login") ? htmlPage(home) : notFound();
  };

/** `vm.tiktok.com/CODE` and `vt.tiktok.com/CODE`. */
export const tiktokShortLinks =
  (origin: Origin): Site =>
  (_request, { pathname }) => {
    const code = /^\/(\w+)\/?$/.exec(pathname)?.[1];
    return code ? shortLink(origin, code) : notFound();
  };

function shortLink({ store }: Origin, code: string): Response {
  const { post, redirect } = store.target("tiktok", code);
  const location = redirect ?? `${pageUrl(store.media(post))}?_r=1&_t=ZS-${code}`;
  return redirectTo(
    location,
    301,
    `<a href="${location.replaceAll("&", "&amp;")}">Moved Permanently</a>.\n\n`,
  );
}

const mediaOf = ({ store }: Origin, id: string) => store.media({ platform: "tiktok", id });
const pageUrl = ({ id, author, kind }: ReturnType<typeof mediaOf>) =>
  `https://www.tiktok.com/@${author}/${kind === "video" ? "video" : "photo"}/${id}`;

const home = "<!DOCTYPE html><html><head><title>TikTok - Make Your Day</title></head><body></body></html>";
