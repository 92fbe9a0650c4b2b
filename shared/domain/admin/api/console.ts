import * as z from "zod";
import { featureIds } from "#domain/twitch/features/index";
import { switchable } from "#domain/twitch/settings";
import { words } from "./channels/of-channel.ts";
import { moment, operation } from "./operation.ts";

const tag = "Console";

const ofChannel = z.object({
  id: z.string().regex(/^\d{1,20}$/, "wants a broadcaster's Twitch user id (digits)"),
});

/** Buttons are pressed twice, and answers get lost. */
const key = z
  .string()
  .regex(/^[\w-]{8,64}$/, "wants 8 to 64 letters, digits, _ and -")
  .describe("Names this press of a button: what comes again under the same one is not done again");

const deed = z.object({
  became: z
    .enum(["done", "nothing", "before", "failed"])
    .describe("nothing: it was heard and nothing came of it, a cooldown may be; before: it was done already"),
  lines: z.array(z.string()).describe("What the bot says of it, now or as soon as it can"),
  effects: z.array(z.string()).describe("What else is to be done outside: time-out, resolve, look-up …"),
});

/** What can be done by hand that is otherwise done by itself. */
export const channelJobs = ["channel-setup", "channel-upkeep"] as const;
export const houseJobs = ["forwarder-check", "forwarder-rebuild"] as const;
export const jobs = [...channelJobs, ...houseJobs] as const;
export type Job = (typeof jobs)[number];

/** What a person does in a channel without being in its chat, and with the house's jobs. What is set, is so at once. */
export const consoleApi = {
  channel: operation({
    tag,
    method: "get",
    path: "/api/console/channels/:id",
    needs: ["console", "see"],
    summary: "What can be ordered in a channel, and what is on there",
    inPath: ofChannel,
    answer: z.object({
      stopped: z
        .object({ since: moment, by: z.string() })
        .optional()
        .describe("Somebody has stopped the bot"),
      features: z.array(
        z.object({
          feature: z.enum(featureIds),
          isOn: z.boolean(),
          isSwitchable: z.boolean(),
          description: words,
        }),
      ),
      commands: z.array(
        z.object({
          command: z.string(),
          feature: z.enum(featureIds),
          for: z.enum(["everyone", "privileged", "admins"]),
          names: z.array(z.string()).describe("As they are typed here, without the !"),
          description: words,
        }),
      ),
    }),
  }),
  say: operation({
    tag,
    method: "post",
    path: "/api/console/channels/:id/say",
    needs: ["console", "change"],
    summary: "Says something as the bot: at most once, in several lines if it is long, in its turn",
    inPath: ofChannel,
    body: z.strictObject({ key, text: z.string().trim().min(1).max(2_000) }),
    answer: deed,
    refusals: { 409: "The channel was never set up" },
  }),
  command: operation({
    tag,
    method: "post",
    path: "/api/console/channels/:id/commands/:command",
    needs: ["console", "change"],
    summary: "Gives a command as if the broadcaster had typed it",
    inPath: ofChannel.extend({ command: z.string().max(50) }),
    body: z.strictObject({ key, rest: z.string().trim().max(400).default("") }),
    answer: deed,
    refusals: {
      404: "There is no such command",
      409: "The channel was never set up, or the bot or this feature is off there",
    },
  }),
  run: operation({
    tag,
    method: "put",
    path: "/api/console/channels/:id/running",
    needs: ["console", "change"],
    summary:
      "Stops the bot in a channel, or starts it: what is in play goes back to whoever has paid for it, and no reward is sold meanwhile",
    inPath: ofChannel,
    body: z.strictObject({ running: z.boolean() }),
    answer: z.object({ running: z.boolean() }),
  }),
  switch: operation({
    tag,
    method: "put",
    path: "/api/console/channels/:id/features/:feature",
    needs: ["console", "change"],
    summary:
      "Switches a feature on or off: what is in play goes back to whoever has paid for it, and its rewards are not sold meanwhile",
    inPath: ofChannel.extend({ feature: z.enum(switchable) }),
    body: z.strictObject({ on: z.boolean() }),
    answer: z.object({ switchedOff: z.array(z.enum(featureIds)) }),
  }),
  jobs: operation({
    tag,
    method: "get",
    path: "/api/console/jobs",
    needs: ["console", "see"],
    summary: "What is done by itself, and can be done by hand",
    answer: z.object({
      items: z.array(
        z.object({
          job: z.enum(jobs),
          isOfChannel: z.boolean().describe("It wants to know in which channel"),
          isOn: z.boolean().describe("False: what it belongs to is not configured"),
        }),
      ),
    }),
  }),
  job: operation({
    tag,
    method: "post",
    path: "/api/console/jobs/:job",
    needs: ["console", "change"],
    summary: "Does a job now",
    inPath: z.object({ job: z.enum(jobs) }),
    body: z.strictObject({ channel: ofChannel.shape.id.optional() }).prefault({}),
    answer: z.object({
      problems: z.array(z.string()).describe("What a person has to see to, in words; empty: all is well"),
    }),
  }),
} as const;
