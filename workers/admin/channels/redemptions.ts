import { instant, iso } from "#kernel/clock";
import type { RedemptionId } from "#kernel/ids";
import type { StandingEntry } from "#durable-objects/channel/owner/redemptions";
import { redemptionsApi } from "#domain/admin/api/channels/redemptions";
import type { Resolution } from "#domain/twitch/redemption";
import { served } from "../serve.ts";
import { cursorAt, partOf, partsOf } from "./cursor.ts";
import { given, type Tools, toolsOf } from "./room.ts";

/** The ledger of channel points. */
export const redemptionsOperations = served(redemptionsApi, toolsOf, {
  async list({ inPath: { id }, query: { limit, cursor, state, reward, viewer } }, { room }) {
    const [at, last] = cursor === undefined ? [] : partsOf(cursor, /^(\d{1,15})~(.+)$/);
    // The casts: a cursor was made of an entry, and RPC's types lose what an answer is made of.
    const found = (await room(id).owner.redemptions.list({
      limit: limit + 1,
      ...(state !== undefined && { state }),
      ...(reward !== undefined && { reward }),
      ...(viewer !== undefined && { viewer }),
      ...(last !== undefined && { before: { at: instant(Number(at)), id: last as RedemptionId } }),
    })) as StandingEntry[];
    return partOf(found, limit, { shown, cursor: (entry) => cursorAt(entry.at, entry.id) });
  },
  refund: ({ inPath }, tools) => end(inPath, "CANCELED", tools),
  fulfil: ({ inPath }, tools) => end(inPath, "FULFILLED", tools),
});

async function end(
  { id, redemption }: { readonly id: string; readonly redemption: string },
  as: Resolution,
  { room, note }: Tools,
) {
  const ending = given<StandingEntry>(await room(id).owner.redemptions.end(redemption as RedemptionId, as));
  note({
    before: { state: "UNFULFILLED" },
    after: { state: as, viewer: ending.viewerLogin, reward: ending.reward },
  });
  return shown(ending);
}

const shown = (entry: StandingEntry) => ({
  id: entry.id,
  reward: entry.reward,
  viewer: entry.viewerLogin,
  viewerId: entry.viewerId,
  viewerName: entry.viewerName,
  state: entry.status,
  decided: entry.decided,
  stands: entry.stands,
  input: entry.input,
  cost: entry.cost,
  at: iso(entry.at),
  resolvedAt: entry.resolvedAt === null ? null : iso(entry.resolvedAt),
});
