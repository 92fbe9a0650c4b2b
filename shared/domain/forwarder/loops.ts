import type { Place } from "./chat.ts";

export interface Edge {
  readonly source: Place;
  readonly target: Place;
}

/** What is sent to a forum without a topic stands in General: https://core.telegram.org/api/forum */
const general = 1;

/** Whether what is sent to `target` is a post of `source`. */
const feeds = (target: Place, source: Place): boolean =>
  target.chat === source.chat && (source.topic === undefined || source.topic === (target.topic ?? general));

/** Whether a post could come back to where it came from if `wanted` joined `edges`, over any number of them. */
export function closesLoop(edges: readonly Edge[], wanted: Edge): boolean {
  const reached = [wanted.target];
  const left = new Set(edges);
  for (const place of reached) {
    if (feeds(place, wanted.source)) return true;
    for (const edge of left) {
      if (!feeds(place, edge.source)) continue;
      left.delete(edge);
      reached.push(edge.target);
    }
  }
  return false;
}
