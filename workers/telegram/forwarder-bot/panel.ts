import { Composer, type NextFunction, session } from "grammy";
import { hours } from "#kernel/clock";
import { text } from "#kernel/text";
import { PanelSessions, sessionKey } from "#adapters/database/forwarder/panel-sessions";
import { Unusable } from "#domain/forwarder/refusals/refusals";
import { languageOf } from "../language.ts";
import { adminsOnly, notTooOften } from "./admins-only.ts";
import { commands } from "./commands.ts";
import { type BotContext, nowIs, type PanelSession, sayingTo } from "./conversation.ts";
import { showDialogue } from "./dialogues.ts";
import { messages } from "./messages.ts";
import { presses, stopClock } from "./presses.ts";
import { noted, show } from "./show.ts";
import { viewOf } from "./views.ts";

/** What administrators see when they write to the bot: menus, and dialogues that outlive a deployment. */
export const panel = new Composer<BotContext>();

const keepFor = hours(24 * 400);

panel.use(adminsOnly, notTooOften);
panel.use((ctx, next) =>
  session<PanelSession, BotContext>({
    initial: () => ({ seen: [] }),
    getSessionKey: ({ from }) => from && sessionKey(from.id),
    storage: new PanelSessions<PanelSession>({
      databaseUrl: ctx.house.config.DATABASE_URL,
      keepFor,
      now: nowIs,
    }),
  })(ctx, next),
);
panel.use(stopClock, once, withExcuse);
panel.use(commands, presses, messages);

const mostSeen = 30;

/** Telegram brings an update again when it has not heard our answer. What was seen to is not done twice. */
async function once(ctx: BotContext, next: NextFunction): Promise<void> {
  const { update_id: id } = ctx.update;
  if (ctx.session.seen.includes(id)) return;
  ctx.session.heard = languageOf(ctx.from?.language_code);
  await next();
  ctx.session.seen = [...ctx.session.seen, id].slice(-mostSeen);
}

/** What cannot be done is said in the words of whoever asked for it. */
async function withExcuse(ctx: BotContext, next: NextFunction): Promise<void> {
  try {
    await next();
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    const { code, args } = error.refusal;
    const excuse = text(`refused-${code}`, args);
    if (ctx.callbackQuery) ctx.toast = sayingTo(ctx)(excuse);
    else if (ctx.session.kept) await showDialogue(ctx, excuse);
    else await show(ctx, noted(text("forwarder-problem", { problem: excuse }), await viewOf(ctx, ["home"])));
  }
}
