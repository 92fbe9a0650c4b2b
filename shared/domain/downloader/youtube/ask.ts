import * as z from "zod";
import { type Answer, refusedByStatus } from "../answer.ts";
import { parsed } from "../embedded-json.ts";
import { type Found, refused } from "../media.ts";
import type { Post } from "../post.ts";
import type { YoutubeClient } from "./settings.ts";

/** A question to InnerTube, as one of YouTube's own apps asks it: facts/downloader.md, 1.3. */
export interface Asking {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Asks for a visitor's name; InnerTube mistrusts whoever comes without one. */
export const visitorAsking = (client: YoutubeClient): Asking => asking(client, "visitor_id", undefined, {});

/** Asks for a video in the name of that visitor. */
export const playerAsking = (client: YoutubeClient, visitor: string, { id }: Post): Asking =>
  asking(client, "player", visitor, { videoId: id, contentCheckOk: true, racyCheckOk: true });

function asking(client: YoutubeClient, what: string, visitorData: string | undefined, more: object): Asking {
  const { name: clientName, version: clientVersion, device } = client;
  const context = { client: { clientName, clientVersion, ...device, hl: "en", visitorData } };
  return {
    url: `https://${client.host}/youtubei/v1/${what}?prettyPrint=false`,
    headers: {
      "Content-Type": "application/json",
      "User-Agent": client.userAgent,
      Origin: `https://${client.host}`,
      "X-YouTube-Client-Name": `${client.id}`,
      "X-YouTube-Client-Version": client.version,
      ...(visitorData !== undefined && { "X-Goog-Visitor-Id": visitorData }),
    },
    body: JSON.stringify({ context, ...more }),
  };
}

const named = z.object({
  // It goes back in a header.
  responseContext: z.object({ visitorData: z.string().regex(/^[\x21-\x7e]{1,1024}$/) }),
});

/** The visitor's name in an answer to `visitorAsking`. */
export function readVisitor(answer: Answer): string | Found {
  const byStatus = refusedByStatus(answer);
  if (byStatus) return byStatus;
  const read = named.safeParse(parsed(answer.body));
  return read.success
    ? read.data.responseContext.visitorData
    : refused("upstream-changed", "nobody is given a visitor's name");
}
