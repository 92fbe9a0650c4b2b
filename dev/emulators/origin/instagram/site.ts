/** Instagram's site: pages of posts, links that lead to them, and an API that answers browsers alone. */
import { htmlPage, notFound, type Origin, redirectTo, type Site } from "../origin.ts";
import { embedPage, homePage, postPage } from "./pages.ts";

export const instagramSite =
  (origin: Origin): Site =>
  (request, { pathname }) => {
    if (pathname === "/") return homePage();
    if (pathname.startsWith("/accounts/login")) return htmlPage("<title>Login • Instagram</title>");
    // It knows a browser by its TLS handshake, which nobody here has.
    if (pathname.startsWith("/api/")) return Response.json(pleaseWait, { status: 401 });
    const code = /^\/share\/(?:(?:p|reel)\/)?([\w-]+)\/?$/.exec(pathname)?.[1];
    if (code) return shareLink(origin, code, request);
    const [, id, embed] =
      /^\/(?:[\w.]+\/)?(?:p|reel|reels|tv)\/([\w-]+)\/?(embed(?:\/captioned)?\/?)?$/.exec(pathname) ?? [];
    if (id === undefined) return notFound();
    const media = origin.store.media({ platform: "instagram", id });
    return embed === undefined ? postPage(origin, media, request) : embedPage(origin, media);
  };

const pleaseWait = {
  message: "Please wait a few minutes before you try again.",
  require_login: true,
  status: "fail",
};

/** A browser gets a page that finds the way by itself; curl gets a redirect. */
function shareLink({ store }: Origin, code: string, request: Request): Response {
  if (!request.headers.get("User-Agent")?.startsWith("curl/"))
    return htmlPage("<!DOCTYPE html><html><head><title>Instagram</title></head><body></body></html>");
  const { post, redirect } = store.target("instagram", code);
  const { id, kind } = store.media(post);
  return redirectTo(
    redirect ?? `https://www.instagram.com/${kind === "video" ? "reel" : "p"}/${id}/?igsh=embedded`,
  );
}
