import * as z from "zod";
import { listOf, moment, operation, part } from "../operation.ts";
import { ofChannel } from "./of-channel.ts";

const game = z.object({
  id: z.string(),
  game: z.string().describe("keg, twenty-one, beer"),
  host: z.object({
    id: z.string(),
    login: z.string().optional(),
    name: z.string().optional().describe("As last seen; missing: nobody knows any more"),
  }),
  ending: z.string().describe("One word, the game's own: burst, saved, win, draw"),
  details: z.record(z.string(), z.unknown()).describe("What the game has remembered"),
  startedAt: moment,
  endedAt: moment,
});

/** How the games of a channel have ended. */
export const gamesApi = {
  list: operation({
    tag: "Games",
    method: "get",
    path: "/api/channels/:id/games",
    needs: ["channel", "see"],
    summary: "Games that have ended, the latest first. A game stands here some seconds after its end",
    inPath: ofChannel,
    query: z.object({ ...part(50, 200), game: z.string().max(40).optional().describe("Only of this one") }),
    answer: listOf(game),
  }),
} as const;
