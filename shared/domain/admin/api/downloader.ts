import * as z from "zod";
import { commonSettings } from "../../downloader/common-settings.ts";
import { platforms } from "../../downloader/platform.ts";
import { reasonKinds } from "../../downloader/reason.ts";
import { botSetUp } from "./bot-set-up.ts";
import { deadLetter } from "./dead-letter.ts";
import { count, done, listOf, moment, operation, part, whole } from "./operation.ts";
import { readElsewhere } from "./schema.ts";

const tag = "Downloader";
const platform = z.enum(platforms);
const ofPlatform = z.object({ platform });

const settings = z.looseObject(commonSettings);

const breaker = z.discriminatedUnion("is", [
  z.object({ is: z.literal("closed"), failures: count }),
  z.object({
    is: z.literal("open"),
    until: moment.describe("It rests so long; then one download finds out whether it works again"),
    because: z.enum(reasonKinds),
  }),
]);

const user = z.object({
  id: z.string().describe("Of a person, or of a channel that speaks itself"),
  name: z.string(),
  username: z.string().nullable(),
  language: z.string(),
  blocked: z.boolean(),
  bonus: count.describe("Free downloads besides the usual ones"),
  firstSeenAt: moment,
  seenAt: moment,
});
const blocked = z.strictObject({ blocked: z.boolean() });

const off = { 403: "The downloader is off: its variables are not set; or it is not yours to do" } as const;

/** What there is to look after at the downloader bot, besides what it has done: statistics.ts. */
export const downloaderApi = {
  setUp: operation({
    tag,
    method: "post",
    path: "/api/downloads/setup",
    needs: ["downloads", "change"],
    summary: "Tells Telegram where the bot is to be found and what it understands; can be repeated",
    answer: botSetUp,
    refusals: off,
  }),
  health: operation({
    tag,
    method: "get",
    path: "/api/downloads/health",
    needs: ["downloads", "see"],
    summary: "Whether the platforms answer, and how the last downloads of each ended",
    answer: z.object({
      platforms: z.array(
        z.object({
          platform,
          enabled: z.boolean(),
          breaker,
          recent: z.array(z.enum(["landed", ...reasonKinds])).describe("The newest last"),
        }),
      ),
    }),
  }),
  settings: operation({
    tag,
    method: "get",
    path: "/api/downloads/platforms/:platform/settings",
    needs: ["downloads", "see"],
    summary: "How a platform is asked; what every platform has, and more",
    inPath: ofPlatform,
    answer: settings,
  }),
  changeSettings: operation({
    tag,
    method: "put",
    path: "/api/downloads/platforms/:platform/settings",
    needs: ["downloads", "change"],
    summary: "Replaces them; what is left out has its default. A platform that rests is asked again at once",
    inPath: ofPlatform,
    body: readElsewhere(settings),
    answer: settings,
  }),
  users: operation({
    tag,
    method: "get",
    path: "/api/downloads/users",
    needs: ["downloads", "see"],
    summary: "Who has asked for something, whoever was seen last first",
    query: z.object({
      ...part(100),
      search: z.string().max(200).default("").describe("In names and @names, or an id"),
    }),
    answer: listOf(user),
  }),
  block: operation({
    tag,
    method: "put",
    path: "/api/downloads/users/:id/blocked",
    needs: ["downloads", "change"],
    summary: "Answers somebody no more, or again",
    inPath: z.object({ id: z.string().max(40) }),
    body: blocked,
    answer: blocked,
    refusals: { 404: "Nobody of this id has ever asked for anything" },
  }),
  forget: operation({
    tag,
    method: "delete",
    path: "/api/downloads/uploads/:platform/:id",
    needs: ["downloads", "change"],
    summary: "Forgets a video: who asks for it next has it downloaded anew, or is refused",
    inPath: z.object({ platform, id: z.string().max(40).describe("As the platform has it") }),
    answer: done,
    refusals: off,
  }),
  deadLetters: operation({
    tag,
    method: "get",
    path: "/api/downloads/dead-letters",
    needs: ["downloads", "see"],
    summary: "Updates on which our own code failed, the latest first",
    query: z.object({ limit: whole(1, 1_000, 100) }),
    answer: z.object({ items: z.array(deadLetter) }),
  }),
} as const;
