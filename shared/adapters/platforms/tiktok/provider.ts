import { isPageHost } from "#domain/downloader/hosts";
import type { Found } from "#domain/downloader/media";
import { type Post, pageOf } from "#domain/downloader/post";
import { Refusal } from "#domain/downloader/refusal";
import { readTiktokEmbedPage } from "#domain/downloader/tiktok/embed-page";
import { readTiktokPage } from "#domain/downloader/tiktok/page";
import type { Headers } from "#domain/downloader/tiktok/renditions";
import type { TiktokSettings } from "#domain/downloader/tiktok/settings";
import { firstAnswer } from "../first-answer.ts";
import { askFor, type Page } from "../page.ts";
import type { Provider } from "../provider.ts";

type Browser = TiktokSettings["browsers"][number];

/** TikTok, as anybody sees it who has not signed in. A page that wants a proof of being human ends that way of asking. */
export const tiktok: Provider<"tiktok"> = ({ post, settings }) =>
  firstAnswer(
    settings.paths.flatMap((path) =>
      path === "page"
        ? settings.browsers.map((browser) => () => askPage(post, browser, settings))
        : [() => askEmbedPage(post, settings)],
    ),
  );

async function askPage(post: Post, browser: Browser, settings: TiktokSettings): Promise<Found> {
  const page = await askFor(guard, pageOf(post), { headers: browser });
  return readTiktokPage(page, post, mediaHeaders(page, settings));
}

async function askEmbedPage(post: Post, settings: TiktokSettings): Promise<Found> {
  const [headers = {}] = settings.browsers;
  const page = await askFor(guard, `https://www.tiktok.com/embed/v2/${post.id}`, { headers });
  return readTiktokEmbedPage(page, post, mediaHeaders(page, settings));
}

function guard(url: URL): boolean {
  const isOurs = isPageHost("tiktok", url);
  if (isOurs && /^\/login(?:\/|$)/.test(url.pathname))
    throw new Refusal("login-required", "sent to the login");
  return isOurs;
}

/** The CDN serves whoever brings back the anonymous cookie of the page that named the file, and nobody else. */
function mediaHeaders({ cookie }: Page, { mediaHeaders: always, mediaCookie }: TiktokSettings): Headers {
  const value = cookie(mediaCookie);
  return value === undefined ? always : { ...always, Cookie: `${mediaCookie}=${value}` };
}
