import * as z from "zod";
import { languages } from "#kernel/i18n";

/** What a chat wishes of the bot; every field has a default. */
export const chatSettings = z.strictObject({
  /** undefined: everybody is answered in the language of their Telegram. */
  language: z.enum(languages).optional(),
  /** Whether a video bears its title, author and link. */
  captions: z.boolean().default(true),
  /** Whether a video bears buttons for the other qualities there are. */
  buttons: z.boolean().default(true),
  /** Whether the message with the link goes when the video has come; the bot has to be allowed to delete. */
  deleteLinks: z.boolean().default(false),
  /** Whether nothing is said when there is no video. */
  quiet: z.boolean().default(false),
});

export type ChatSettings = Readonly<z.infer<typeof chatSettings>>;

export const usualChatSettings: ChatSettings = chatSettings.parse({});

/** The switches of a chat, in the order of their buttons. */
export const chatSwitches = ["captions", "buttons", "deleteLinks", "quiet"] as const;
export type ChatSwitch = (typeof chatSwitches)[number];
