import type { Context } from "grammy";
import type { Log } from "#kernel/log";

/** https://core.telegram.org/bots/api#answercallbackquery */
const mostWords = 200;

/** The clock on a button stops. Its query may be too old for that, which harms nobody. */
export async function answered(ctx: Context & { house: { log: Log } }, words?: string): Promise<void> {
  try {
    await ctx.answerCallbackQuery(words === undefined ? {} : { text: words.slice(0, mostWords) });
  } catch (error) {
    ctx.house.log.info("button.not-answered", { error: error instanceof Error ? error.name : "unknown" });
  }
}
