import * as z from "zod";
import { type Answer, refusedByStatus } from "../answer.ts";
import { jsonScripts } from "../embedded-json.ts";
import { known, listOf, wording } from "../loose.ts";
import { type Found, refused } from "../media.ts";
import { authorOf, titleOf } from "../plain-text.ts";
import type { Post } from "../post.ts";
import { photoAt } from "./page.ts";
import { fileAt, type Headers } from "./renditions.ts";

const videoData = z.object({
  itemInfos: z.object({ text: wording }).catch({ text: "" }),
  authorInfos: z.object({ uniqueId: wording, nickName: wording }).catch({ uniqueId: "", nickName: "" }),
  musicInfos: z.object({ playUrl: listOf(z.string()) }).catch({ playUrl: [] }),
  imagePostInfo: z
    .object({ displayImages: listOf(z.object({ urlList: listOf(z.string()) })) })
    .catch({ displayImages: [] }),
});

const pageData = z.object({
  source: z.object({
    data: z.record(z.string(), z.object({ videoData: videoData.optional() }).catch({})),
  }),
});

/** What the embeddable page (`https://www.tiktok.com/embed/v2/ID`) says: enough for a slideshow, never for a video. */
export function readTiktokEmbedPage(answer: Answer, { id }: Post, headers: Headers): Found {
  const byStatus = refusedByStatus(answer);
  if (byStatus) return byStatus;
  const read = pageData.safeParse(jsonScripts(answer.body, '"__FRONTITY_CONNECT_STATE__"')[0]);
  const data = read.success ? read.data.source.data[`/embed/v2/${id}`]?.videoData : undefined;
  const images = data?.imagePostInfo.displayImages ?? [];
  const items = images.flatMap(({ urlList }) => photoAt(urlList, headers));
  if (!data || items.length === 0 || items.length < images.length)
    return refused("upstream-changed", "the embeddable page names no photos");
  const { itemInfos, authorInfos, musicInfos } = data;
  const media = known({
    title: titleOf(itemInfos.text),
    author: authorOf(authorInfos.uniqueId || authorInfos.nickName),
    sound: fileAt("audio", musicInfos.playUrl, headers),
    content: { is: "album" as const, items },
  });
  return { is: "media", media };
}
