import type { Api } from "grammy";
import type { DownloaderConfig } from "#kernel/config";
import type { Log } from "#kernel/log";
import { text } from "#kernel/text";
import { means } from "#adapters/telegram/bot-api";
import { botInfo } from "#adapters/telegram/bot-info";
import { mostBytes } from "#adapters/telegram/limits";
import type { UploadCache } from "#adapters/upload-cache";
import { type Button, cancelButton, getButton, offerButtons } from "#domain/downloader/buttons";
import { captionOf } from "#domain/downloader/caption";
import type { ChatSettings } from "#domain/downloader/chat-settings";
import type { Outcome, Progress } from "#domain/downloader/flight";
import { startParameterOf } from "#domain/downloader/link/deep-link";
import type { Platform } from "#domain/downloader/platform";
import { pageOf, type Post } from "#domain/downloader/post";
import { reasons } from "#domain/downloader/reason";
import { mostWaiting, type Request, type Target } from "#domain/downloader/request";
import { progressText, refusalText } from "#domain/downloader/says";
import { speaking } from "#domain/downloader/texts/texts";
import type { TelegramFile, Upload } from "#domain/downloader/upload";
import { ChatMessages } from "./chat-messages.ts";

export interface AnswerNeeds {
  readonly api: Api;
  readonly config: DownloaderConfig;
  readonly cache: UploadCache;
  readonly log: Log;
  /** How many this person has in a month, with those that friends have brought. */
  readonly freeDownloads: () => number;
}

/** A request whose outcome is known. */
export type Answerable = Request & { readonly stage: { readonly is: "answering" } };

/** What is known of an answer that may have been begun before. */
export interface Begun {
  /** Nobody can have begun it. */
  readonly isFirst: boolean;
  /** Hears how many files of an album stand there. */
  readonly onGiven: (files: number) => void;
}

/** What a request's person gets to see: how far it is, and what came of it. Throws what Telegram's client throws. */
export class Answers {
  readonly #needs: AnswerNeeds;

  constructor(needs: AnswerNeeds) {
    this.#needs = needs;
  }

  /** Tells how far it is; gives the request with what stands there now. */
  async progress(
    request: Request,
    progress: Progress,
    place: number,
  ): Promise<Pick<Request, "statusId" | "status">> {
    const messages = this.#messages(request);
    const words = messages.say(progressText(progress, platformOf(request), place));
    if (words === request.status) return request;
    const statusId = await messages.write(request.target, request.statusId, words, [
      [cancelButton(request.id)],
    ]);
    return { statusId, status: words };
  }

  async cancelled(request: Request): Promise<void> {
    const messages = this.#messages(request);
    if (request.target.is === "chat" && request.statusId === undefined) return;
    await messages.write(request.target, request.statusId, messages.say(text("downloader-cancelled")), []);
  }

  /**
   * Gives the video, or says why there is none. After a crash nobody knows whether that was begun, so the message that
   * told how far it was becomes the video: that can be done any number of times.
   * True: that message is now the answer, and has to stay.
   */
  async answer(request: Answerable, settings: ChatSettings, begun: Begun): Promise<boolean> {
    const { outcome } = request.stage;
    if (outcome.is === "landed") return this.#give(request, outcome.upload, settings, begun);
    await this.#refuse(request, outcome, settings);
    return true;
  }

  /** What stood there while it took its time goes, and the link too where the chat wants that. */
  async tidy(request: Request): Promise<void> {
    const { target, statusId, stage } = request;
    if (target.is !== "chat" || stage.is !== "tidying") return;
    const messages = this.#messages(request);
    if (stage.deleteStatus && statusId !== undefined) await messages.remove(target.chatId, statusId);
    if (stage.deleteLink && target.messageId !== undefined)
      await messages.remove(target.chatId, target.messageId);
  }

  /** True: the message that told how far it was has become the gift. */
  async #give(
    request: Answerable,
    upload: Upload,
    settings: ChatSettings,
    { isFirst, onGiven }: Begun,
  ): Promise<boolean> {
    const { target, statusId, quality, stage } = request;
    const [file, ...more] = upload.files;
    // What lies at Telegram has a post and at least one file.
    if (!file || !stage.post) return false;
    const messages = this.#messages(request);
    const caption = settings.captions ? captionOf(upload, stage.post) : "";
    const buttons = settings.buttons ? await this.#offers(stage.post, upload, quality) : [];
    if (target.is === "inline")
      await (more.length > 0
        ? this.#openInBot(request, stage.post)
        : messages.turnInto(target, undefined, file, caption, buttons));
    else if (more.length > 0)
      await messages.sendAlbum(target, upload.files, caption, { given: stage.given ?? 0, onGiven });
    else if (isFirst || statusId === undefined) await messages.send(target, file, caption, buttons);
    else return becomeOrSend(messages, target, statusId, [file, caption, buttons]);
    return false;
  }

  async #openInBot(request: Request, post: Post): Promise<void> {
    const { config } = this.#needs;
    const { username } = await botInfo({
      token: config.TELEGRAM_DOWNLOADER_TOKEN,
      apiRoot: config.TELEGRAM_API_ROOT,
    });
    const messages = this.#messages(request);
    const link = `https://t.me/${username}?start=${startParameterOf(post)}`;
    await messages.write(
      request.target,
      undefined,
      messages.say(text("downloader-album-in-chat", { link })),
      [],
    );
  }

  async #offers(post: Post, { offers, given }: Upload, asked: Request["quality"]): Promise<Button[][]> {
    const there = given ?? asked;
    const others = offers.map(({ quality }) => quality).filter((quality) => quality !== there);
    return others.length === 0
      ? []
      : offerButtons(post, offers, there, await this.#needs.cache.which(post, others));
  }

  async #refuse(
    request: Answerable,
    outcome: Outcome & { readonly is: "refused" },
    { quiet }: ChatSettings,
  ): Promise<void> {
    const { target, statusId, stage } = request;
    const messages = this.#messages(request);
    if (quiet && target.is === "chat" && !target.isPrivate) {
      if (statusId !== undefined) await messages.remove(target.chatId, statusId);
      return;
    }
    const lines = [
      messages.say(refusalText(outcome, platformOf(request), this.#limits())),
      ...(stage.post ? [pageOf(stage.post)] : []),
      ...(outcome.errorId ? [messages.say(text("downloader-error-id", { id: outcome.errorId }))] : []),
    ];
    const canBeTriedAgain = stage.post && "blamesPlatform" in reasons[outcome.reason];
    const offers =
      stage.post && outcome.offers ? offerButtons(stage.post, outcome.offers, request.quality, []) : [];
    const retry =
      canBeTriedAgain && stage.post ? [[getButton(stage.post, "downloader-retry", request.quality)]] : [];
    await messages.write(target, statusId, lines.join("\n"), [...offers, ...retry]);
  }

  #limits() {
    const { config, freeDownloads } = this.#needs;
    return {
      mostBytes: mostBytes(config.TELEGRAM_API_ROOT),
      freeDownloads: freeDownloads(),
      mostWaiting,
    };
  }

  #messages = ({ language }: Pick<Request, "language">) =>
    new ChatMessages(this.#needs.api, speaking(language));
}

type Gift = readonly [file: TelegramFile, caption: string, buttons: readonly (readonly Button[])[]];

/** The status may have gone already, by a person's hand or by ours. Whether it has become the gift. */
async function becomeOrSend(
  messages: ChatMessages,
  target: Target & { readonly is: "chat" },
  statusId: number,
  gift: Gift,
): Promise<boolean> {
  try {
    await messages.turnInto(target, statusId, ...gift);
    return true;
  } catch (error) {
    if (!means(error, "message is gone")) throw error;
    await messages.send(target, ...gift);
    return false;
  }
}

function platformOf({ lead, stage }: Request): Platform {
  if ("post" in stage && stage.post) return stage.post.platform;
  return lead.is === "post" ? lead.post.platform : lead.short.platform;
}
