import { text } from "#kernel/text";
import { type BotContext, sayingTo } from "./conversation.ts";

/** Says that a button belongs to something that is over. */
export function tooOld(ctx: BotContext): void {
  ctx.toast = sayingTo(ctx)(text("forwarder-old-button"));
}
