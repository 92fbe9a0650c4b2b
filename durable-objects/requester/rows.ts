import { type Instant, iso } from "#kernel/clock";
import type { HistoryRow } from "#adapters/database/history";
import { type Post, postKey } from "#domain/downloader/post";
import type { Request } from "#domain/downloader/request";

/** How a request ended. */
export function downloadRow(
  userId: string,
  request: Pick<Request, "id" | "quality" | "source" | "at"> & { readonly post: Post },
  outcome: string,
  cached: boolean,
  now: Instant,
): HistoryRow {
  const { id, post, quality, source, at } = request;
  return {
    table: "downloads",
    row: {
      id,
      userId,
      post: postKey(post),
      platform: post.platform,
      quality,
      source,
      outcome,
      cached,
      askedAt: iso(at),
      endedAt: iso(now),
    },
  };
}

/** What a request is about, as far as anybody knows. */
export function postOf({ lead, stage }: Request): Post | undefined {
  if ("post" in stage && stage.post) return stage.post;
  return lead.is === "post" ? lead.post : undefined;
}
