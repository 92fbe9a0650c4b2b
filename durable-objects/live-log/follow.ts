import type { Follower } from "./followers.ts";

const header = "X-Follower";

/** How the door asks the room for a socket; a header has no other letters than Latin ones. */
export const followRequest = (follower: Follower): Request =>
  new Request("https://live-log/", {
    headers: { Upgrade: "websocket", [header]: encodeURIComponent(JSON.stringify(follower)) },
  });

/** Nobody but the door knocks at the room. */
export const followerOf = ({ headers }: Request): Follower =>
  JSON.parse(decodeURIComponent(headers.get(header) ?? "")) as Follower;
