import { type Answer, refusedByStatus } from "../answer.ts";
import { jsonStringBehind, objectsIn, parsed } from "../embedded-json.ts";
import { type Found, refused } from "../media.ts";
import type { Post } from "../post.ts";
import { type Embedded, embeddedItem } from "./item.ts";
import { mediaOf, openFile, type Picture } from "./media.ts";
import { codeOf } from "./shortcode.ts";

/** What the embeddable page (`https://www.instagram.com/p/CODE/embed/captioned/`) says of a post. */
export function readInstagramEmbedPage(answer: Answer, { id }: Post): Found {
  const byStatus = refusedByStatus(answer);
  if (byStatus) return byStatus;
  const own = [...objectsIn(parsed(jsonStringBehind(answer.body, "contextJSON") ?? ""))].find(
    (object) => object["shortcode"] === codeOf(id) && "is_video" in object,
  );
  if (!own) return refused("upstream-changed", "the embeddable page holds no data of the post");
  const {
    owner,
    edge_media_to_caption: captions,
    edge_sidecar_to_children: children,
    ...alone
  } = embeddedItem.parse(own);
  if (alone.is_video && alone.video_url === "")
    return refused("login-required", "its owner lets nobody embed it");
  const embedded: readonly Embedded[] =
    children.edges.length > 0 ? children.edges.map(({ node }) => node) : [alone];
  return mediaOf({
    caption: captions.edges[0]?.node.text ?? "",
    author: owner.username,
    duration: alone.video_duration,
    pictures: embedded.map(pictureOf),
  });
}

function pictureOf({ is_video: isVideo, video_url, display_url, dimensions }: Embedded): Picture {
  return {
    isVideo,
    videos: isVideo ? openFile("video", { url: video_url, ...dimensions }) : [],
    photos: openFile("photo", { url: display_url, ...dimensions }),
  };
}
