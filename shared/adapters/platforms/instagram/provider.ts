import { isPageHost } from "#domain/downloader/hosts";
import { readInstagramEmbedPage } from "#domain/downloader/instagram/embed-page";
import { lsdIn } from "#domain/downloader/instagram/home-page";
import { readInstagramGraphql, readInstagramPage } from "#domain/downloader/instagram/page";
import type { InstagramSettings } from "#domain/downloader/instagram/settings";
import { pkOf } from "#domain/downloader/instagram/shortcode";
import { type Found, refused } from "#domain/downloader/media";
import { type Post, pageOf } from "#domain/downloader/post";
import { Refusal } from "#domain/downloader/refusal";
import { firstAnswer } from "../first-answer.ts";
import type { Guard } from "../guarded-fetch.ts";
import { askFor, mostJson } from "../page.ts";
import type { Provider } from "../provider.ts";

type Ask = (post: Post, settings: InstagramSettings) => Promise<Found>;

const home = "https://www.instagram.com/";

/** Instagram, as anybody sees it who has not signed in. */
export const instagram: Provider<"instagram"> = ({ post, settings }) =>
  firstAnswer(settings.paths.map((path) => () => ways[path](post, settings)));

const ways: Readonly<Record<InstagramSettings["paths"][number], Ask>> = {
  page: async (post, { browser }) =>
    readInstagramPage(await askFor(guard, pageOf(post), { headers: browser }), post),

  embed: async (post, { browser }) =>
    readInstagramEmbedPage(
      await askFor(guard, `${pageOf(post)}embed/captioned/`, { headers: browser }),
      post,
    ),

  graphql: async (post, { browser, graphql }) => {
    const page = await askFor(homeGuard, home, { headers: browser });
    const lsd = lsdIn(page.body);
    if (lsd === undefined) return refused("upstream-changed", "the home page holds no token");
    const csrf = page.cookie("csrftoken");
    const answer = await askFor(
      guard,
      `${home}api/graphql`,
      {
        method: "POST",
        headers: {
          "User-Agent": browser["User-Agent"] ?? "",
          "Content-Type": "application/x-www-form-urlencoded",
          "X-IG-App-ID": graphql.appId,
          "X-ASBD-ID": graphql.asbdId,
          "X-FB-LSD": lsd,
          "X-FB-Friendly-Name": graphql.friendlyName,
          ...(csrf !== undefined && { "X-CSRFToken": csrf, Cookie: `csrftoken=${csrf}` }),
        },
        body: new URLSearchParams({
          lsd,
          fb_api_req_friendly_name: graphql.friendlyName,
          variables: JSON.stringify({ media_id: pkOf(post.id) }),
          doc_id: graphql.docId,
        }).toString(),
      },
      mostJson,
    );
    return readInstagramGraphql(answer, post);
  },
};

const homeGuard: Guard = (url) => {
  const isOurs = isPageHost("instagram", url);
  if (isOurs && url.pathname.startsWith("/accounts/login"))
    throw new Refusal("rate-limited", "sent to the login");
  return isOurs;
};

/** Instagram sends an address away, to its home page or to the login, when that address has asked too much. */
const guard: Guard = (url) => {
  const isOurs = homeGuard(url);
  if (isOurs && url.pathname === "/") throw new Refusal("rate-limited", "sent to the home page");
  return isOurs;
};
