import { Composer } from "grammy";
import type { InlineQueryResult } from "grammy/types";
import { type Text, text } from "#kernel/text";
import { UploadCache } from "#adapters/upload-cache";
import { captionOf } from "#domain/downloader/caption";
import { postOfStartParameter, startParameterOf } from "#domain/downloader/link/deep-link";
import type { Lead } from "#domain/downloader/link/link";
import { linksIn } from "#domain/downloader/link/links-in";
import { platformNames } from "#domain/downloader/platform";
import { pageOf, type Post } from "#domain/downloader/post";
import type { Upload } from "#domain/downloader/upload";
import { type BotContext, personNamed, roomOf, sayingTo } from "./conversation.ts";

/** The bot in any chat: type its name and a link. Typing downloads nothing; only what was chosen is fetched. */
export const inline = new Composer<BotContext>();

/** What lies at Telegram stays there; what does not may lie there in a second. */
const hitSeconds = 300;

inline.on("inline_query", async (ctx) => {
  const person = personNamed(ctx.from);
  const say = sayingTo(person);
  const [lead] = linksIn(ctx.inlineQuery.query).leads;
  const post = lead && (await postOf(ctx, lead));
  if (!post) {
    const button = { text: say(text("downloader-inline-hint")), start_parameter: inlineStart };
    await ctx.answerInlineQuery([], { cache_time: 0, button });
    return;
  }
  const upload = await cacheOf(ctx).find(post, "best");
  const [file] = upload?.files ?? [];
  const result = upload && file ? cachedResult(upload, post, say) : fetchResult(post, say);
  await ctx.answerInlineQuery([result], { cache_time: upload ? hitSeconds : 0 });
});

/** Telegram's message is there; with a keyboard it can be turned into the video. */
inline.on("chosen_inline_result", async (ctx) => {
  const { result_id, inline_message_id } = ctx.chosenInlineResult;
  const start = postOfStartParameter(result_id);
  if (!start) return;
  const person = personNamed(ctx.from);
  const updateId = ctx.update.update_id;
  if (inline_message_id === undefined) {
    await roomOf(ctx, person).given({ updateId, person, post: start.post });
    return;
  }
  const ask = {
    id: inlineAskId(inline_message_id),
    lead: { is: "post", post: start.post },
    quality: "best",
    target: { is: "inline", messageId: inline_message_id },
    source: "inline",
  } as const;
  await roomOf(ctx, person).receive({ updateId, person, asks: [ask] });
});

/** The bot is opened with this by whoever presses the button above the results: they want to know how it goes. */
export const inlineStart = "inline";

/** Whoever chooses and presses as well wants one video. */
export const inlineAskId = (inlineMessageId: string) => `i${inlineMessageId}`;

export const cacheOf = ({ house }: BotContext) => new UploadCache(house.config, house.log);

/** A link that leads nowhere yet may be one that is still being typed. */
export async function postOf({ house }: BotContext, lead: Lead): Promise<Post | undefined> {
  if (lead.is === "post") return lead.post;
  const found = await house.env.SHORT_LINK.getByName(lead.short.url).target(lead.short);
  return found.is === "post" ? found.post : undefined;
}

type Say = (words: Text) => string;

/** What lies at Telegram, to be sent by one touch; an album does not fit into one message. */
export function cachedResult(upload: Upload, post: Post, say: Say): InlineQueryResult {
  const [file] = upload.files;
  if (!file || upload.files.length > 1) return fetchResult(post, say);
  const id = startParameterOf(post);
  const title = upload.title || say(text("downloader-inline-ready"));
  const caption = captionOf(upload, post);
  switch (file.kind) {
    case "video":
      return { type: "video", id, video_file_id: file.fileId, title, caption };
    case "photo":
      return { type: "photo", id, photo_file_id: file.fileId, title, caption };
    case "audio":
      return { type: "audio", id, audio_file_id: file.fileId, caption };
  }
}

/** A message that will become the video. Without the keyboard Telegram would not tell us which message it is. */
export function fetchResult(post: Post, say: Say): InlineQueryResult {
  const platform = platformNames[post.platform];
  return {
    type: "article",
    id: startParameterOf(post),
    title: say(text("downloader-inline-fetch", { platform })),
    description: say(text("downloader-inline-fetch-more")),
    input_message_content: {
      message_text: say(text("downloader-inline-placeholder", { platform, url: pageOf(post) })),
      link_preview_options: { is_disabled: true },
    },
    reply_markup: {
      inline_keyboard: [[{ text: say(text("downloader-get")), callback_data: startParameterOf(post) }]],
    },
  };
}
