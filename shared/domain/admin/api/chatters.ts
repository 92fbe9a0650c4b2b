import * as z from "zod";
import { isLogin } from "../../twitch/chatter.ts";
import { operation } from "./operation.ts";

/** As many as Twitch tells of at once: https://dev.twitch.tv/docs/api/reference/#get-users */
const most = 100;

const listed = (one: z.ZodType<string, string>) =>
  z
    .string()
    .default("")
    .transform((text) => text.toLowerCase().split(",").filter(Boolean))
    .pipe(z.array(one).max(most));

/** People at Twitch. */
export const chattersApi = {
  find: operation({
    tag: "People at Twitch",
    method: "get",
    path: "/api/twitch/people",
    // What Twitch tells of them it tells everybody; it is asked where a channel's people are shown and chosen.
    needs: ["channel", "see"],
    summary:
      "Who has these logins or ids at Twitch: Taproom knows people by their ids, which stay when a login is changed",
    query: z.object({
      logins: listed(z.string().refine(isLogin, "is no login of Twitch's")).describe(
        "shroud,anna_k: up to 100",
      ),
      ids: listed(z.string().regex(/^\d{1,20}$/, "is no id of Twitch's")).describe("1001,2004: up to 100"),
    }),
    answer: z.object({
      items: z
        .array(z.object({ id: z.string(), login: z.string(), name: z.string() }))
        .describe("Whom Twitch does not know is missing"),
    }),
  }),
} as const;
