import * as z from "zod";
import { reasonsToPause } from "#domain/twitch/paused-while";
import { operation } from "../operation.ts";
import { ofChannel, words } from "./of-channel.ts";

const tag = "Rewards";

const ofReward = ofChannel.extend({ reward: z.string().regex(/^[\w-]{1,40}$/, "wants a reward's key: keg") });

// Twitch's own bounds: https://dev.twitch.tv/docs/api/reference/#update-custom-reward
const title = z.string().trim().min(1).max(45);
const prompt = z.string().trim().max(200);
const cost = z.int().min(1).max(2_147_483_647).describe("In channel points");
const background = z.string().regex(/^#[0-9A-F]{6}$/i, "wants a colour such as #9147FF");

const atTwitch = z.object({
  id: z.string(),
  title,
  prompt,
  cost,
  background,
  isEnabled: z.boolean().describe("One that is not is not shown"),
  isPaused: z.boolean().describe("A paused one is shown and cannot be redeemed"),
});

const reward = z.object({
  key: z.string(),
  feature: z.string(),
  design: z
    .object({ title, prompt, cost, asksForText: z.boolean() })
    .describe("How it is made where nobody has changed it"),
  description: words,
  atTwitch: atTwitch.optional().describe("Missing: Twitch has none, or does not tell"),
  pausedWhile: z
    .enum(reasonsToPause)
    .optional()
    .describe("Why the bot has Twitch not sell it just now; missing: what is paused was paused by a person"),
});

const refusals = {
  404: "No feature knows this reward, or Twitch does not have it",
  409: "Twitch has it already; the bot pauses it just now; or the broadcaster has not signed in",
  502: "Twitch says no, in its own words",
} as const;

/** The channel point rewards of the features. */
export const rewardsApi = {
  list: operation({
    tag,
    method: "get",
    path: "/api/channels/:id/rewards",
    needs: ["channel", "see"],
    summary: "Every reward that a feature knows, and what Twitch has of it",
    inPath: ofChannel,
    answer: z.object({
      items: z.array(reward),
      problem: z.string().optional().describe("Why Twitch does not tell"),
      problemCode: z.string().optional().describe("The same for a program, where it is known"),
    }),
  }),
  create: operation({
    tag,
    method: "post",
    path: "/api/channels/:id/rewards/:reward",
    needs: ["channel", "change"],
    summary: "Makes a reward that Twitch does not have",
    inPath: ofReward,
    answer: atTwitch,
    refusals,
  }),
  change: operation({
    tag,
    method: "patch",
    path: "/api/channels/:id/rewards/:reward",
    needs: ["channel", "change"],
    summary: "Changes a reward at Twitch; it stays so, also when the reward has to be made anew",
    inPath: ofReward,
    body: z
      .strictObject({
        title: title.exactOptional(),
        prompt: prompt.exactOptional(),
        cost: cost.exactOptional(),
        background: background.exactOptional(),
        isEnabled: z.boolean().exactOptional(),
        isPaused: z.boolean().exactOptional(),
      })
      .refine((change) => Object.keys(change).length > 0, "wants something to change"),
    answer: atTwitch,
    refusals,
  }),
} as const;
