import { Composer, type NextFunction } from "grammy";
import { wordsOf } from "#domain/forwarder/panel/button";
import { stay } from "#domain/forwarder/panel/page";
import { answered } from "../answered.ts";
import { acted } from "./acts.ts";
import type { BotContext } from "./conversation.ts";
import { begun, pressed } from "./dialogues.ts";
import { tooOld } from "./old-button.ts";
import { show } from "./show.ts";
import { viewOf } from "./views.ts";

/** Buttons; one that means nothing any more says so. */
export const presses = new Composer<BotContext>();

presses.on("callback_query:data", (ctx) => followed(ctx, ctx.callbackQuery.data));

/** Stops the clock of a pressed button, whatever has become of the press. */
export async function stopClock(ctx: BotContext, next: NextFunction): Promise<void> {
  try {
    await next();
  } finally {
    if (ctx.callbackQuery) await answered(ctx, ctx.toast);
  }
}

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
