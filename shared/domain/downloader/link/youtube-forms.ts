import { postOf } from "../post.ts";
import { type Address, segmentsOf } from "./address.ts";
import { type Link, toPost } from "./link.ts";

const withIdInPath = new Set(["shorts", "watch", "embed", "v", "e", "live"]);

/** `/watch?v=…`: of two ids the first counts, and a playlist beside it does not. */
function idIn(address: Address): string | undefined {
  const [page = "", id] = segmentsOf(address);
  if (id !== undefined) return withIdInPath.has(page) ? id : undefined;
  return page === "watch" || page === "watch_popup"
    ? (address.searchParams.get("v") ?? undefined)
    : undefined;
}

/** The forms of www.youtube.com and its sisters. */
export const readYoutube = (address: Address): Link => toPost(postOf("youtube", idIn(address)));

/** The forms of youtu.be: the id, whatever stands behind it. */
export const readYoutuBe = (address: Address): Link => toPost(postOf("youtube", segmentsOf(address)[0]));
