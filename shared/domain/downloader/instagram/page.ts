import { type Answer, refusedByStatus } from "../answer.ts";
import { jsonScripts, objectsIn, parsed } from "../embedded-json.ts";
import { type Found, refused } from "../media.ts";
import type { Post } from "../post.ts";
import { gate, type Item, item, type Pictured } from "./item.ts";
import { mediaOf, openFile, type Picture } from "./media.ts";
import { codeOf, isOfPrivatePost, pkOf } from "./shortcode.ts";

/** What a post's page (`https://www.instagram.com/p/CODE/`) says of it. */
export function readInstagramPage(answer: Answer, post: Post): Found {
  const byStatus = refusedByStatus(answer);
  if (byStatus) return byStatus;
  const told = toldOf(jsonScripts(answer.body, "data-sjs"), post);
  if (told) return told;
  const { body } = answer;
  if (body.includes("polaris.privatePostPage") || isOfPrivatePost(post.id))
    return refused("private", "the page of a private post");
  if (/<title>[^<]*(?:challenge|checkpoint)/i.test(body))
    return refused("bot-check", "a challenge as the page");
  return refused("upstream-changed", "the page holds no data of the post");
}

/** What the logged-out GraphQL says of a post. */
export function readInstagramGraphql(answer: Answer, post: Post): Found {
  const byStatus = refusedByStatus(answer);
  if (byStatus) return byStatus;
  return toldOf(parsed(answer.body), post) ?? refused("upstream-changed", "an answer without the post");
}

/** The post, or why it is not shown, wherever that lies in the data. The author's other posts lie there too. */
function toldOf(data: unknown, { id }: Post): Found | undefined {
  const names: readonly unknown[] = [codeOf(id), pkOf(id)];
  const objects = [...objectsIn(data)];
  const own = objects.filter(({ code, pk }) => names.includes(code) || names.includes(pk));
  const post = own.find(shows);
  if (post) return mediaOfItem(item.parse(post));
  const gates = [...own, ...objects.filter(({ code, pk }) => code === undefined && pk === undefined)];
  const ruling = gates.map((object) => gate.safeParse(object)).find(({ success }) => success);
  return ruling?.data && refusedByRuling(ruling.data.gating_ruling.title);
}

/** The wrapper around a post bears its code as well, and nothing to see. */
const shows = (object: Readonly<Record<string, unknown>>) =>
  ["video_versions", "image_versions2", "carousel_media"].some((part) => object[part] != null);

function refusedByRuling(title: string): Found {
  if (/region|country/i.test(title)) return refused("geo-blocked", "gated by region");
  if (/restricted/i.test(title)) return refused("age-restricted", "gated as restricted");
  return refused("login-required", "gated");
}

function mediaOfItem({
  carousel_media: carousel,
  caption,
  user,
  video_duration: duration,
  ...alone
}: Item): Found {
  const pictures = (carousel.length > 0 ? carousel : [alone]).map(pictureOf);
  return mediaOf({ caption: caption.text, author: user.username, duration, pictures });
}

const pictureOf = (pictured: Pictured): Picture => ({
  // 2 is a video, also one without a file.
  isVideo: pictured.media_type === 2 || pictured.video_versions.length > 0,
  videos: pictured.video_versions.flatMap((file) =>
    openFile("video", {
      url: file.url,
      width: file.width ?? pictured.original_width,
      height: file.height ?? pictured.original_height,
    }),
  ),
  photos: pictured.image_versions2.candidates.flatMap((file) => openFile("photo", file)),
});
