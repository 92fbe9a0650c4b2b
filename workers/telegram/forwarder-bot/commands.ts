import { Composer } from "grammy";
import { text } from "#kernel/text";
import type { BotContext } from "./conversation.ts";
import { noted, show } from "./show.ts";
import { viewOf } from "./views.ts";

/** What one may say by name; everything else is a button. */
export const commands = new Composer<BotContext>();

/** Where each leads; the first three are everybody's, the others are for those who like to type. */
const menusByCommand = {
  start: ["home"],
  help: ["help"],
  admin: ["home"],
  mappings: ["mappings", "0"],
  queue: ["queue"],
  dead: ["dead", "0"],
  stats: ["statistics"],
} as const;

for (const [command, view] of Object.entries(menusByCommand))
  commands.command(command, async (ctx) => {
    // Whoever goes elsewhere has left what they were in the middle of.
    delete ctx.session.kept;
    await show(ctx, await viewOf(ctx, view));
  });

commands.command("cancel", async (ctx) => {
  const wasInTheMiddle = ctx.session.kept !== undefined;
  delete ctx.session.kept;
  const key = wasInTheMiddle ? "forwarder-cancelled" : "forwarder-nothing-to-cancel";
  await show(ctx, noted(text(key), await viewOf(ctx, ["home"])));
});
