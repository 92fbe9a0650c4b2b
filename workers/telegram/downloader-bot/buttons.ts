import { Composer } from "grammy";
import { text } from "#kernel/text";
import { cancelledBy } from "#domain/downloader/buttons";
import { postOfStartParameter } from "#domain/downloader/link/deep-link";
import type { Target } from "#domain/downloader/request";
import { answered } from "../answered.ts";
import { type BotContext, personNamed, roomOf, sayingTo } from "./conversation.ts";
import { inlineAskId } from "./inline.ts";

/** Buttons under messages: cancel, another quality, try again, get the video. */
export const buttons = new Composer<BotContext>();

const pressed = buttons.on("callback_query:data");

pressed.use(async (ctx, next) => {
  const requestId = cancelledBy(ctx.callbackQuery.data);
  if (requestId === undefined) return next();
  const person = personNamed(ctx.from);
  // Only whoever asked can end it: it is in nobody else's room.
  const ended = await roomOf(ctx, person).cancel(requestId);
  await answered(ctx, ended ? undefined : sayingTo(person)(text("downloader-old-button")));
});

pressed.use(async (ctx, next) => {
  const start = postOfStartParameter(ctx.callbackQuery.data);
  const target = targetOf(ctx);
  if (!start || !target) return next();
  const person = personNamed(ctx.from);
  const updateId = ctx.update.update_id;
  const ask = {
    id: target.is === "inline" ? inlineAskId(target.messageId) : `b${updateId}`,
    lead: { is: "post", post: start.post },
    quality: start.quality ?? "best",
    target,
    source: "button",
  } as const;
  const room = roomOf(ctx, person);
  await room.receive({ updateId, person, asks: [ask] });
  await room.clicked(updateId, "button", start.post);
  await answered(ctx);
});

pressed.use(async (ctx) => {
  await answered(ctx, sayingTo(personNamed(ctx.from))(text("downloader-old-button")));
});

/** The answer goes where the button stands: into the message itself, or as a reply to what it is about. */
function targetOf({ callbackQuery }: BotContext): Target | undefined {
  const { inline_message_id: inline, message } = callbackQuery ?? {};
  if (inline !== undefined) return { is: "inline", messageId: inline };
  if (!message) return undefined;
  const about = "reply_to_message" in message ? message.reply_to_message : undefined;
  return {
    is: "chat",
    chatId: message.chat.id,
    isPrivate: message.chat.type === "private",
    messageId: about?.message_id ?? message.message_id,
  };
}
