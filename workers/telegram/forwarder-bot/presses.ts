import { Composer } from "grammy";
import { wordsOf } from "#domain/forwarder/panel/button";
import { stay } from "#domain/forwarder/panel/page";
import { answered } from "../answered.ts";
import { acted } from "./acts.ts";
import type { BotContext } from "./conversation.ts";
import { begun, pressed } from "./dialogues.ts";
import { tooOld } from "./old-button.ts";
import { show } from "./show.ts";
import { viewOf } from "./views.ts";

/** Buttons. Whatever becomes of a press, its clock is stopped; a button that means nothing any more says so. */
export const presses = new Composer<BotContext>();

presses.on("callback_query:data", async (ctx) => {
  try {
    await followed(ctx, ctx.callbackQuery.data);
  } finally {
    await answered(ctx, ctx.toast);
  }
});

/** A game, or something else that the panel never offers. */
presses.on("callback_query", (ctx) => answered(ctx));

async function followed(ctx: BotContext, data: string): Promise<void> {
  if (data === stay) return;
  const [verb, ...words] = wordsOf(data);
  switch (verb) {
    case "see":
      return show(ctx, await viewOf(ctx, words));
    case "do":
      return acted(ctx, words);
    case "begin":
      return begun(ctx, words);
    case "step":
      return pressed(ctx, words);
    default:
      tooOld(ctx);
  }
}
