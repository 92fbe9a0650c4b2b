import * as z from "zod";
import { degrees, sections } from "../rights.ts";
import { done, moment, operation } from "./operation.ts";

const tag = "Session";

const person = z.object({
  id: z.string().describe("twitch:1001, telegram:7001, name:anna, token"),
  name: z.string(),
  role: z.enum(["owner", "moderator"]),
  rights: z
    .partialRecord(z.enum(sections), z.enum(degrees))
    .describe("Of a moderator: what they may see or change. An owner may everything"),
});

const session = z.object({ person, expiresAt: moment.describe("If it is not used before") });

const refusals = {
  401: "It is not right; attemptsLeft tells how often it may be tried at once",
  403: "Right, but nobody has let them in; or the question comes from another site",
  429: "Too many failures; Retry-After tells for how many seconds",
} as const;

/** Coming in and going. Over Twitch and Telegram one comes in by links: workers/admin/session/. */
export const sessionApi = {
  current: operation({
    tag,
    method: "get",
    path: "/api/session",
    needs: "session",
    summary: "Who is asking",
    answer: session,
  }),
  ways: operation({
    tag,
    method: "get",
    path: "/api/session/ways",
    needs: "nothing",
    summary: "How one can come in; the admin token always opens",
    answer: z.object({
      twitch: z.boolean(),
      telegram: z.boolean(),
      password: z.boolean().describe("Somebody has one"),
    }),
  }),
  withToken: operation({
    tag,
    method: "post",
    path: "/api/session/token",
    needs: "nothing",
    summary: "Begins a session with the admin token",
    body: z.strictObject({ token: z.string().max(1_000) }),
    answer: session,
    refusals,
    isAudited: false,
  }),
  withPassword: operation({
    tag,
    method: "post",
    path: "/api/session/password",
    needs: "nothing",
    summary: "Begins a session with a name and a password",
    body: z.strictObject({ name: z.string().max(100), password: z.string().max(1_000) }),
    answer: session,
    refusals,
    isAudited: false,
  }),
  withTelegram: operation({
    tag,
    method: "post",
    path: "/api/session/telegram",
    needs: "nothing",
    summary: "Begins a session with what Telegram's login widget has said",
    body: z.strictObject({
      state: z.string().max(2_000).describe("As it was in the address that Telegram led back to"),
      login: z
        .record(z.string().max(50), z.coerce.string().max(1_000))
        .describe("The fields as Telegram has signed them"),
    }),
    answer: session,
    refusals,
    isAudited: false,
  }),
  end: operation({
    tag,
    method: "delete",
    path: "/api/session",
    needs: "session",
    summary: "Ends this session, and what it has open",
    answer: done,
    isAudited: false,
  }),
} as const;
