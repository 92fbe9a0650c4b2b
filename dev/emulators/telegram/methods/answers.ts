/** Answers: to a pressed button, to what somebody types inline, and to whoever calls a guest. */
import * as z from "zod";
import { inlineContent, readResult } from "../inline-result.ts";
import { badRequest } from "../telegram-error.ts";
import type { Methods } from "./method.ts";

const mostResults = 50;
const startParameter = /^[\w-]{1,64}$/;
const buttonSchema = z.looseObject({ text: z.string(), start_parameter: z.string().optional() });

export const answers: Methods = {
  answerCallbackQuery({ telegram, bot, parameters }) {
    const query = telegram.queries.answerable(parameters.text("callback_query_id"), "callback", bot.id);
    const text = parameters.text("text");
    if (text !== undefined && text.length > 200) throw badRequest("MESSAGE_TOO_LONG");
    telegram.queries.answer(query.id, {
      text,
      showAlert: parameters.flag("show_alert"),
      url: parameters.text("url"),
    });
    return true;
  },

  answerInlineQuery(asked) {
    const { telegram, bot, parameters } = asked;
    const complaint = "can't parse inline query results JSON object";
    const given = parameters.json("results", z.array(z.unknown()), complaint);
    if (!given) throw badRequest(complaint);
    if (given.length > mostResults) throw badRequest("RESULTS_TOO_MUCH");
    const results = given.map((each) => readResult(asked, each));
    if (new Set(results.map(({ id }) => id)).size < results.length) throw badRequest("RESULT_ID_DUPLICATE");
    const button = parameters.json("button", buttonSchema, "can't parse inline query results button");
    const start = button?.start_parameter;
    if (start !== undefined && !startParameter.test(start)) throw badRequest("START_PARAM_INVALID");
    const query = telegram.queries.answerable(parameters.text("inline_query_id"), "inline", bot.id);
    telegram.queries.answer(query.id, {
      results,
      cacheTime: parameters.integer("cache_time") ?? 300,
      isPersonal: parameters.flag("is_personal"),
      nextOffset: parameters.text("next_offset") ?? "",
      button,
    });
    return true;
  },

  async answerGuestQuery(asked) {
    const { telegram, bot, parameters } = asked;
    const query = telegram.queries.answerable(parameters.text("guest_query_id"), "guest", bot.id);
    const result = readResult(
      asked,
      parameters.json("result", z.unknown(), "can't parse inline query result JSON object"),
    );
    const content = await inlineContent(asked, result);
    const { conversation, from } = query;
    if (!conversation) throw badRequest("chat not found");
    const sent = telegram.write(bot, conversation, {
      date: telegram.store.date(),
      from: bot.user,
      guest_bot_caller_user: from,
      ...content,
    });
    const inlineId = telegram.inlineMessages.remember({
      botId: bot.id,
      conversation,
      messageId: sent.message_id,
    });
    telegram.queries.answer(query.id, { messageId: sent.message_id, inlineMessageId: inlineId });
    return { inline_message_id: inlineId };
  },
};
