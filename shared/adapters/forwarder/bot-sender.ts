import type { Api } from "grammy";
import type {
  InlineKeyboardMarkup,
  InputMediaAudio,
  InputMediaDocument,
  InputMediaPhoto,
  InputMediaVideo,
  MessageEntity,
} from "grammy/types";
import { UpstreamError } from "#kernel/errors";
import type { Destination, Sender, Standing } from "#domain/forwarder/sender";
import type { AlbumItem, Buttons, EditStep, Sent, Step } from "#domain/forwarder/step";
import type { StyledText } from "#domain/forwarder/styled-text";
import { asked, type BotAccess, botApi, means } from "../telegram/bot-api.ts";

type Making<Is extends Step["is"]> = (
  step: Extract<Step, { is: Is }>,
  to: Destination,
) => Promise<readonly number[]>;

/** The bot as a sender: https://core.telegram.org/bots/api */
export class BotSender implements Sender {
  readonly #api: Api;
  readonly #knowsFiles: boolean;

  /** `knowsFiles`: whether the files are named as this bot names them; a name is good for one bot alone. */
  constructor(access: BotAccess, knowsFiles: boolean) {
    this.#api = botApi(access);
    this.#knowsFiles = knowsFiles;
  }

  async make(step: Step, to: Destination): Promise<readonly Sent[]> {
    const making = this.#makings[step.is] as Making<typeof step.is>;
    const made = await making(step, to);
    return sentFor(step, made);
  }

  async change(step: EditStep, { chat, parts }: Standing, to: Destination): Promise<readonly number[]> {
    const [first, ...others] = parts;
    if (first === undefined) return [];
    await unlessUnchanged(this.#edit(step, chat, first));
    const kept = [first];
    for (const [place, text] of step.rest.entries()) {
      const part = others[place];
      if (part !== undefined) await unlessUnchanged(this.#editText(text, chat, part));
      kept.push(part ?? (await this.#follow(text, { ...to, replyTo: first })));
    }
    await this.remove({ chat, parts: others.slice(step.rest.length) });
    return kept;
  }

  async remove({ chat, parts }: Standing): Promise<void> {
    if (parts.length > 0) await asked(this.#api.deleteMessages(chat, [...parts]));
  }

  async pin({ chat, parts: [first] }: Standing): Promise<void> {
    if (first !== undefined)
      await asked(this.#api.pinChatMessage(chat, first, { disable_notification: true }));
  }

  async reach(): Promise<void> {
    await asked(this.#api.getMe());
  }

  readonly #makings: { readonly [Is in Step["is"]]: Making<Is> } = {
    forward: async ({ covers }, to) => {
      const { chat, options } = addressed(to, false);
      const [only, ...others] = covers;
      if (only !== undefined && others.length === 0)
        return [(await asked(this.#api.forwardMessage(chat, to.sourceChat, only, options))).message_id];
      return ids(await asked(this.#api.forwardMessages(chat, to.sourceChat, [...covers], options)));
    },

    copy: async ({ covers, caption, buttons }, to) => {
      const [only, ...others] = covers;
      if (only === undefined || others.length > 0) {
        const { chat, options } = addressed(to, false);
        return ids(await asked(this.#api.copyMessages(chat, to.sourceChat, [...covers], options)));
      }
      const { chat, options } = addressed(to, true);
      const looks = { ...options, ...captioned(caption), ...keyboard(buttons) };
      return [(await asked(this.#api.copyMessage(chat, to.sourceChat, only, looks))).message_id];
    },

    text: async ({ text, hasPreview, buttons }, to) => {
      const { chat, options } = addressed(to, true);
      const looks = { ...options, ...preview(hasPreview), ...keyboard(buttons), entities: entities(text) };
      return [(await asked(this.#api.sendMessage(chat, text.text, looks))).message_id];
    },

    album: async ({ items }, to) => {
      const { chat, options } = addressed(to, true);
      return ids(await asked(this.#api.sendMediaGroup(chat, items.map(albumMedia), options)));
    },
  };

  #edit(step: EditStep, chat: string, messageId: number): Promise<unknown> {
    if (step.is === "edit-text") {
      const looks = { ...preview(step.hasPreview), ...keyboard(step.buttons), entities: entities(step.text) };
      return asked(this.#api.editMessageText(chat, messageId, step.text.text, looks));
    }
    if (!this.#knowsFiles || !canBeReplaced.has(step.item.kind))
      return this.#editCaption(step.item.caption, step.buttons, chat, messageId);
    return asked(this.#api.editMessageMedia(chat, messageId, media(step.item), keyboard(step.buttons)));
  }

  #editCaption(caption: StyledText, buttons: Buttons | undefined, chat: string, messageId: number) {
    return asked(
      this.#api.editMessageCaption(chat, messageId, { ...captioned(caption), ...keyboard(buttons) }),
    );
  }

  #editText = (text: StyledText, chat: string, messageId: number) =>
    asked(this.#api.editMessageText(chat, messageId, text.text, { entities: entities(text) }));

  async #follow(text: StyledText, to: Destination): Promise<number> {
    const { chat, options } = addressed(to, true);
    return (await asked(this.#api.sendMessage(chat, text.text, { ...options, entities: entities(text) })))
      .message_id;
  }
}

/** A voice message stays what it is; of it only the caption changes. */
const canBeReplaced = new Set<AlbumItem["kind"]>(["photo", "video", "animation", "audio", "document"]);

/**
 * Which message came of which. Telegram skips silently what it cannot carry, and then nobody can tell; what has come stands for
 * the first ones.
 */
function sentFor({ covers, standsFor = [], ...step }: Step, made: readonly number[]): readonly Sent[] {
  const [first] = made;
  if (first === undefined) throw new UpstreamError("telegram", 400, "Bad Request: nothing was sent");
  const isOneForAll = step.is === "text";
  const sent = covers.flatMap((sourceId, place): Sent[] => {
    const messageId = isOneForAll ? first : made[place];
    return messageId === undefined ? [] : [{ sourceId, messageId }];
  });
  return [...sent, ...standsFor.map((sourceId) => ({ sourceId, messageId: first }))];
}

const ids = (messages: readonly { readonly message_id: number }[]) =>
  messages.map(({ message_id }) => message_id);

/** Where it goes. General is not named: https://core.telegram.org/api/forum. What cannot answer anything goes without. */
function addressed({ target, replyTo, isSilent }: Destination, canAnswer: boolean) {
  return {
    chat: target.chat,
    options: {
      ...(target.topic !== undefined && target.topic !== 1 && { message_thread_id: target.topic }),
      ...(isSilent && { disable_notification: true }),
      ...(canAnswer &&
        replyTo !== undefined && {
          reply_parameters: { message_id: replyTo, allow_sending_without_reply: true },
        }),
    },
  };
}

/** The cast: entities are as a bot was given them. */
const entities = (text: StyledText) => text.entities as MessageEntity[];

const captioned = (caption: StyledText | undefined) =>
  caption ? { caption: caption.text, caption_entities: entities(caption) } : {};

const preview = (hasPreview: boolean) => (hasPreview ? {} : { link_preview_options: { is_disabled: true } });

const keyboard = (buttons: Buttons | undefined): { reply_markup?: InlineKeyboardMarkup } =>
  buttons && buttons.length > 0
    ? { reply_markup: { inline_keyboard: buttons.map((row) => row.map((button) => ({ ...button }))) } }
    : {};

const media = ({ kind, fileId, caption, isSpoiler, isCaptionAbove }: AlbumItem) => ({
  // The cast: others are not given here.
  type: kind as "photo",
  media: fileId,
  ...captioned(caption),
  ...(isSpoiler && { has_spoiler: true }),
  ...(isCaptionAbove && { show_caption_above_media: true }),
});

const albumMedia = (item: AlbumItem) =>
  media(item) as InputMediaPhoto | InputMediaVideo | InputMediaDocument | InputMediaAudio as InputMediaPhoto;

async function unlessUnchanged(edit: Promise<unknown>): Promise<void> {
  try {
    await edit;
  } catch (error) {
    if (!means(error, "nothing to change")) throw error;
  }
}
