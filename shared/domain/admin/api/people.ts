import * as z from "zod";
import { leastPasswordLength, mostPasswordLength } from "../password.ts";
import { degrees, sectionsToGive } from "../rights.ts";
import { done, moment, operation } from "./operation.ts";

const tag = "People";

const rights = z
  .partialRecord(z.enum(sectionsToGive), z.enum(degrees))
  .describe("What a moderator may see or change; a section that is missing is closed");
const role = z.enum(["owner", "moderator"]);

/** Where somebody is known: Twitch and Telegram have ids in digits, a name is for those who come in by password. */
const personId = z
  .string()
  .regex(
    /^(twitch:\d{1,20}|telegram:\d{1,20}|name:[\w.-]{1,40})$/,
    "wants twitch:<id>, telegram:<id> or name:<name>",
  );
const ofPerson = z.object({ id: personId });
const name = z.string().trim().min(1).max(100);

const known = z.object({
  id: z.string(),
  name: z.string(),
  role,
  rights,
  hasPassword: z.boolean(),
  addedAt: moment,
  seenAt: moment.optional().describe("When they last came in"),
});

const openSession = z.object({
  id: z.string().describe("For ending it; it opens nothing"),
  person: z.string(),
  name: z.string(),
  way: z.enum(["twitch", "telegram", "token", "password"]),
  address: z.string(),
  agent: z.string().describe("The browser, in its own words"),
  begunAt: moment,
  usedAt: moment,
  isThis: z.boolean().describe("The one that asks"),
});
const ofSession = z.object({ id: z.string().regex(/^[\w-]{8,64}$/) });

/** Who may come in, and who is in. */
export const peopleApi = {
  list: operation({
    tag,
    method: "get",
    path: "/api/people",
    needs: ["people", "see"],
    summary: "Everybody who may come in",
    answer: z.object({ items: z.array(known) }),
  }),
  put: operation({
    tag,
    method: "put",
    path: "/api/people/:id",
    needs: ["people", "change"],
    summary: "Lets somebody in, or gives them another role or other rights; it holds at once",
    inPath: ofPerson,
    body: z.strictObject({ name, role, rights: rights.default({}) }),
    answer: known,
  }),
  remove: operation({
    tag,
    method: "delete",
    path: "/api/people/:id",
    needs: ["people", "change"],
    summary: "Lets somebody in no more, and ends their sessions",
    inPath: ofPerson,
    answer: done,
  }),
  setPassword: operation({
    tag,
    method: "put",
    path: "/api/people/:id/password",
    needs: ["people", "change"],
    summary: "Gives somebody a password, and ends the sessions that the old one has begun",
    inPath: ofPerson,
    body: z.strictObject({ password: z.string().min(leastPasswordLength).max(mostPasswordLength) }),
    answer: done,
  }),
  removePassword: operation({
    tag,
    method: "delete",
    path: "/api/people/:id/password",
    needs: ["people", "change"],
    summary: "Takes somebody's password away",
    inPath: ofPerson,
    answer: done,
  }),
  sessions: operation({
    tag,
    method: "get",
    path: "/api/sessions",
    needs: "session",
    summary: "The sessions that are open: an owner sees everybody's, a moderator their own",
    answer: z.object({ items: z.array(openSession) }),
  }),
  endSession: operation({
    tag,
    method: "delete",
    path: "/api/sessions/:id",
    needs: "session",
    summary: "Ends a session, and what it has open; a moderator their own",
    inPath: ofSession,
    answer: done,
  }),
} as const;
