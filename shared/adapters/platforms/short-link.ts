import { isPageHost } from "#domain/downloader/hosts";
import { redirected } from "#domain/downloader/link/redirected";
import type { Post, ShortLink } from "#domain/downloader/post";
import { Refusal } from "#domain/downloader/refusal";
import { isBotCheck } from "#domain/downloader/tiktok/page";
import { fetchOnce, textOf } from "./guarded-fetch.ts";
import { mostHtml } from "./page.ts";

const mostHops = 3;

/**
 * The post a short link leads to. Every redirect is read and never followed as it stands: what comes next is a post, or
 * a short link that is made anew by us.
 *
 * Throws Refusal: `dead-link` (no post there), `login-required`, `bot-check`, `rate-limited`, `unreachable`.
 */
export async function followShortLink(
  { platform, url }: ShortLink,
  { shortLinkUserAgent }: { readonly shortLinkUserAgent: string },
): Promise<Post> {
  let next = url;
  for (let hop = 0; hop < mostHops; hop += 1) {
    const response = await fetchOnce((at) => isPageHost(platform, at), new URL(next), {
      headers: { "User-Agent": shortLinkUserAgent, Accept: "*/*" },
    });
    const found = redirected(platform, await targetOf(response), next);
    if (found.is === "post") return found.post;
    // Instagram asks an address to sign in when it has asked too much.
    if (found.is === "login")
      throw new Refusal(
        platform === "instagram" ? "rate-limited" : "login-required",
        "a login, not a redirect",
      );
    if (found.is === "nowhere") throw new Refusal("dead-link", "a short link leads to no post");
    next = found.short.url;
  }
  throw new Refusal("dead-link", `more than ${mostHops} redirects`);
}

/** Where the answer points: by its header, or by the first link of its page. */
async function targetOf(response: Response): Promise<string> {
  const location = response.headers.get("Location");
  if (location !== null) {
    await response.body?.cancel();
    return location;
  }
  const { status } = response;
  const body = await textOf(response, mostHtml);
  if (isBotCheck(body)) throw new Refusal("bot-check", "a challenge instead of a redirect");
  if (status === 401 || status === 403 || status === 429)
    throw new Refusal("rate-limited", `answered ${status}`);
  if (status >= 500) throw new Refusal("unreachable", `answered ${status}`);
  const [, href] = /<a\s[^>]*?href="([^"]+)"/i.exec(body) ?? [];
  if (href === undefined) throw new Refusal("dead-link", `answered ${status}, and points nowhere`);
  return href.replaceAll("&amp;", "&");
}
