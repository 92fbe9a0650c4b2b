import type { MappingSettings } from "./mapping-settings.ts";
import { type LinkButton, type Message, textOf } from "./message.ts";
import type { Post } from "./post.ts";
import type { Buttons } from "./step.ts";
import { isEmpty, noText, stacked, type StyledText } from "./styled-text.ts";
import { aboutOf } from "./transforms/about.ts";
import { buttonsAsText } from "./transforms/buttons-as-text.ts";
import { transformed } from "./transforms/transformed.ts";

/** A post as it shall look in the target. */
export interface Look {
  /** Of the first message that has a text, or of the first. */
  readonly text: StyledText;
  /** Of all messages, by their ids; the one with `text` too. */
  readonly captions: ReadonlyMap<number, StyledText>;
  readonly buttons: Buttons;
  /** The messages whose files are carried. */
  readonly kept: readonly Message[];
  readonly isChanged: boolean;
}

/** Puts a post as its mapping wants it; `droppedMedia`: files that stay behind. */
export function lookOf(post: Post, settings: MappingSettings, droppedMedia: readonly number[]): Look {
  const buttons = buttonsOf(post, settings);
  const kept = post.messages.filter(
    ({ id, content }) => content.is === "media" && !droppedMedia.includes(id),
  );
  const main = mainOf(post, kept);
  const captions = new Map(
    post.messages.map((message) => [message.id, restyled(message, message === main, settings)] as const),
  );
  // An album takes no keyboard, and a sticker no text.
  const hasNoKeyboard = settings.buttons === "text" || (kept.length > 1 && settings.addButtons.length > 0);
  const asText = hasNoKeyboard && takesText(main);
  const own = captions.get(main.id) ?? noText;
  const dropped = post.messages.filter((each) => each !== main && droppedMedia.includes(each.id));
  const words = [own, ...dropped.map(({ id }) => captions.get(id) ?? noText)];
  const text = [...words, ...(asText ? [buttonsAsText(buttons)] : [])].reduce((above, below) =>
    stacked(above, below),
  );
  captions.set(main.id, text);
  return {
    text,
    captions,
    buttons: asText ? [] : buttons,
    kept,
    isChanged:
      droppedMedia.length > 0 ||
      (settings.mode === "forward" && settings.addButtons.length > 0) ||
      (main.content.is === "text" && main.content.hasPreview !== hasPreview(post, settings)) ||
      post.messages.some((message) => isChanged(textOf(message), captions.get(message.id))),
  };
}

/** The message that speaks for the post. */
export const mainOf = ({ messages }: Post, kept: readonly Message[]): Message => {
  const candidates = kept.length > 0 ? kept : messages;
  return candidates.find((message) => !isEmpty(textOf(message) ?? noText)) ?? candidates[0] ?? messages[0];
};

/** Headers, footers and templates stand once in an album; everything else is done to each caption. */
function restyled(message: Message, isMain: boolean, { transforms, timeZone }: MappingSettings): StyledText {
  const before = textOf(message) ?? noText;
  if (!takesText(message)) return before;
  const wanted = isMain
    ? transforms
    : transforms.filter(({ is }) => !["header", "footer", "template"].includes(is));
  return wanted.length === 0 ? before : transformed(before, wanted, aboutOf(message, timeZone));
}

/** Stickers and round videos have no caption; a poll has its own words. */
const takesText = ({ content }: Message): boolean =>
  content.is === "text" || (content.is === "media" && !["sticker", "video_note"].includes(content.kind));

const isChanged = (before: StyledText = noText, after: StyledText = noText): boolean =>
  before.text !== after.text || JSON.stringify(before.entities) !== JSON.stringify(after.entities);

function buttonsOf({ messages }: Post, { buttons, addButtons, mode }: MappingSettings): Buttons {
  const own: Buttons =
    buttons === "drop"
      ? []
      : messages.flatMap((message): readonly (readonly LinkButton[])[] => message.buttons);
  // What is forwarded keeps its own buttons by itself.
  return mode === "forward" && addButtons.length === 0 && buttons !== "text" ? [] : [...own, ...addButtons];
}

/** Whether a text shows what its first link leads to. */
export const hasPreview = ({ messages: [first] }: Post, { linkPreview }: MappingSettings): boolean =>
  linkPreview === "as-is" ? first.content.is !== "text" || first.content.hasPreview : linkPreview === "on";

export const keyboard = (buttons: Buttons) => (buttons.length > 0 ? { buttons } : {});
