import * as z from "zod";
import { channelSettings } from "#domain/twitch/settings";
import { operation } from "../operation.ts";
import { ofChannel, words } from "./of-channel.ts";

const tag = "Channel settings";

/** One thing that can be set, for a form. */
const setting = z.object({
  path: z.string().describe("keg.fuseSeconds: where it stands in the settings"),
  section: z.string().describe("A feature, `commands`, or `channel`"),
  schema: z.record(z.string(), z.unknown()).describe("JSON Schema: its type and bounds"),
  default: z.unknown(),
  value: z.unknown(),
  isDefault: z.boolean(),
  description: words,
  fields: z.record(z.string(), words).optional().describe("Of a list of objects: what their fields mean"),
});

const command = z.object({
  key: z.string(),
  feature: z.string(),
  for: z.enum(["everyone", "privileged", "admins"]),
  names: z.array(z.string()).describe("What it is called in this channel, without the !"),
  usualNames: z.array(z.string()),
  description: words,
});

/** Everything a channel can set. */
export const settingsApi = {
  read: operation({
    tag,
    method: "get",
    path: "/api/channels/:id/settings",
    needs: ["channel", "see"],
    summary: "Every setting as it is now",
    inPath: ofChannel,
    answer: channelSettings,
  }),
  change: operation({
    tag,
    method: "put",
    path: "/api/channels/:id/settings",
    needs: ["channel", "change"],
    summary: "Changes the settings that are named, in every depth; null gives one its default again",
    inPath: ofChannel,
    body: z.unknown().describe("The settings that change; a list is replaced"),
    answer: channelSettings,
  }),
  form: operation({
    tag,
    method: "get",
    path: "/api/channels/:id/settings/form",
    needs: ["channel", "see"],
    summary: "What can be set: type, bounds, default, what it means, and how it is now",
    inPath: ofChannel,
    answer: z.object({
      sections: z.array(z.object({ name: z.string(), description: words })),
      items: z.array(setting),
    }),
  }),
  commands: operation({
    tag,
    method: "get",
    path: "/api/channels/:id/commands",
    needs: ["channel", "see"],
    summary: "Every command of the chat; its names are changed in the settings, under `commands`",
    inPath: ofChannel,
    answer: z.object({ items: z.array(command) }),
  }),
} as const;
