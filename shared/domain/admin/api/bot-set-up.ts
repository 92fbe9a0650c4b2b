import * as z from "zod";

/** What setting a Telegram bot up has come to. */
export const botSetUp = z.object({
  bot: z.string(),
  webhook: z.string(),
  problems: z.array(z.string()).describe("What is in the way; empty: all is well"),
});
