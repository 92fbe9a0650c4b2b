import * as z from "zod";
import { count, listOf, moment, operation, part } from "../operation.ts";
import { ofChannel } from "./of-channel.ts";

const tag = "Redemptions";

const ofRedemption = ofChannel.extend({ redemption: z.string().regex(/^[\w-]{1,64}$/) });

const redemption = z.object({
  id: z.string(),
  reward: z.string().describe("The reward's key"),
  viewer: z.string().describe("The viewer's login"),
  viewerId: z.string(),
  viewerName: z.string(),
  state: z.enum(["UNFULFILLED", "FULFILLED", "CANCELED"]).describe("How it stands at Twitch"),
  decided: z.enum(["FULFILLED", "CANCELED"]).nullable().describe("How it is to end; null: it is in play"),
  stands: z
    .enum(["in-play", "ending", "ended", "given-up"])
    .describe("`ending`: Twitch has still to be told; `given-up`: Twitch could not be told, end it by hand"),
  input: z.string(),
  cost: count,
  at: moment,
  resolvedAt: moment.nullable(),
});

const refusals = {
  404: "Nobody knows it",
  409: "It has ended, or is about to end otherwise",
} as const;

/** The ledger of channel points. */
export const redemptionsApi = {
  list: operation({
    tag,
    method: "get",
    path: "/api/channels/:id/redemptions",
    needs: ["redemptions", "see"],
    summary: "Redemptions of the last 90 days, the newest first",
    inPath: ofChannel,
    query: z.object({
      ...part(200),
      state: z.enum(["UNFULFILLED", "FULFILLED", "CANCELED"]).optional(),
      reward: z.string().max(40).optional().describe("A reward's key"),
      viewer: z.string().max(60).optional().describe("The beginning of a login or name"),
    }),
    answer: listOf(redemption),
  }),
  refund: operation({
    tag,
    method: "post",
    path: "/api/channels/:id/redemptions/:redemption/refund",
    needs: ["redemptions", "change"],
    summary: "Gives somebody's points back; asked again while Twitch is told, it is the same refund",
    inPath: ofRedemption,
    answer: redemption,
    refusals,
  }),
  fulfil: operation({
    tag,
    method: "post",
    path: "/api/channels/:id/redemptions/:redemption/fulfil",
    needs: ["redemptions", "change"],
    summary: "Spends somebody's points; asked again while Twitch is told, it is the same end",
    inPath: ofRedemption,
    answer: redemption,
    refusals,
  }),
} as const;
