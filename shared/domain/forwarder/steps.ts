import type { MappingSettings } from "./mapping-settings.ts";
import { type Content, type LinkButton, type Message, textOf } from "./message.ts";
import type { Post } from "./post.ts";
import type { AlbumItem, Buttons, EditStep, Step } from "./step.ts";
import { isEmpty, noText, stacked, type StyledText } from "./styled-text.ts";
import { aboutOf } from "./transforms/about.ts";
import { buttonsAsText } from "./transforms/buttons-as-text.ts";
import { longestCaption, longestText, split } from "./transforms/split.ts";
import { transformed } from "./transforms/transformed.ts";

/** A post as it shall look in the target. */
interface Look {
  /** Of the first message that has a text, or of the first. */
  readonly text: StyledText;
  /** Of all messages, by their ids; the one with `text` too. */
  readonly captions: ReadonlyMap<number, StyledText>;
  readonly buttons: Buttons;
  /** The messages whose files are carried. */
  readonly kept: readonly Message[];
  readonly isChanged: boolean;
}

type Media = Extract<Content, { is: "media" }>;

/** What a sender has to do so that a post looks in the target as its mapping wants it; `droppedMedia`: files that stay behind. */
export function stepsFor(
  post: Post,
  settings: MappingSettings,
  droppedMedia: readonly number[],
): readonly Step[] {
  const covers = post.messages.map(({ id }) => id);
  const look = lookOf(post, settings, droppedMedia);
  if (!look.isChanged) {
    if (settings.mode === "forward" && !post.messages[0].isProtected) return [{ is: "forward", covers }];
    if (!isTooLongToTouch(post, settings, look)) return asTheyAre(post, settings, look.buttons);
  }
  return look.kept.length === 0
    ? texts(covers, look.text, hasPreview(post, settings), look.buttons)
    : files(post, look, settings);
}

/** Changes what stands in the target for one message of a post; undefined where nothing of it can be changed. */
export function editStepFor(
  post: Post,
  id: number,
  settings: MappingSettings,
  droppedMedia: readonly number[],
): EditStep | undefined {
  if (settings.mode === "forward") return undefined;
  const { captions, buttons, kept } = lookOf(post, settings, droppedMedia);
  const main = mainOf(post, kept);
  // For a message whose file stayed behind stands the one that speaks for the post.
  const shown = kept.find((each) => each.id === id) ?? main;
  const covers = [id];
  const { content } = shown;
  const text = captions.get(shown.id) ?? noText;
  if (content.is === "other") return undefined;
  if (content.is === "text" || kept.length === 0) {
    const [first, ...rest] = split(text, longestText);
    if (!first) return undefined;
    return {
      is: "edit-text",
      covers,
      text: first,
      rest,
      hasPreview: hasPreview(post, settings),
      ...keyboard(buttons),
    };
  }
  const [caption = noText, ...rest] = split(text, longestCaption, longestText);
  return { is: "edit-media", covers, item: item(content, caption), rest, ...keyboard(buttons) };
}

function lookOf(post: Post, settings: MappingSettings, droppedMedia: readonly number[]): Look {
  const buttons = buttonsOf(post, settings);
  const kept = post.messages.filter(
    ({ id, content }) => content.is === "media" && !droppedMedia.includes(id),
  );
  const main = mainOf(post, kept);
  const captions = new Map(
    post.messages.map((message) => [message.id, restyled(message, message === main, settings)] as const),
  );
  // An album takes no keyboard.
  const asText = settings.buttons === "text" || (kept.length > 1 && settings.addButtons.length > 0);
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
const mainOf = ({ messages }: Post, kept: readonly Message[]): Message => {
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

const hasPreview = ({ messages: [first] }: Post, { linkPreview }: MappingSettings): boolean =>
  linkPreview === "as-is" ? first.content.is !== "text" || first.content.hasPreview : linkPreview === "on";

const keyboard = (buttons: Buttons) => (buttons.length > 0 ? { buttons } : {});

/**
 * Copied by the server itself, which keeps captions that only Premium may write. It can neither let several messages
 * answer one nor give them a keyboard: then an album is made anew.
 */
function asTheyAre(post: Post, settings: MappingSettings, buttons: Buttons): readonly Step[] {
  const covers = post.messages.map(({ id }) => id);
  const answers = settings.replies !== "drop" && post.messages[0].replyTo !== undefined;
  if (post.messages.length > 1 && answers && post.messages.every(({ content }) => content.is === "media"))
    return [album(post.messages, new Map())];
  return [{ is: "copy", covers, ...keyboard(buttons) }];
}

/** A caption that only Premium may write stays as it is in a plain copy, and in no other. */
function isTooLongToTouch(
  { messages }: Post,
  settings: MappingSettings,
  { kept, text, buttons }: Look,
): boolean {
  const isTouched = buttons.length > 0 || answersSomething(messages[0], settings);
  return kept.length > 0 && isTouched && text.text.length > longestCaption;
}

const answersSomething = ({ replyTo }: Message, { replies }: MappingSettings): boolean =>
  replies !== "drop" && replyTo !== undefined;

/** What does not fit under the files follows as an answer to them. */
function files(
  post: Post,
  { kept, text, captions, buttons }: Look,
  settings: MappingSettings,
): readonly Step[] {
  const main = mainOf(post, kept);
  const [caption = noText, ...rest] = split(text, longestCaption, longestText);
  const covers = post.messages.map(({ id }) => id);
  const [only, ...others] = kept;
  const first: Step =
    only && others.length === 0
      ? { is: "copy", covers: [only.id], caption, ...keyboard(buttons) }
      : album(kept, new Map([...captions, [main.id, caption]]));
  const more = rest.map((each): Step => continuing([main.id], each, hasPreview(post, settings)));
  // A file that stayed behind still leads to what stands for it.
  const missing = covers.filter((id) => !first.covers.includes(id));
  return [missing.length > 0 ? { ...first, standsFor: missing } : first, ...more];
}

function texts(
  covers: readonly number[],
  text: StyledText,
  preview: boolean,
  buttons: Buttons,
): readonly Step[] {
  const pieces = split(text, longestText);
  return pieces.map((piece, place): Step => {
    const isLast = place === pieces.length - 1;
    const step = {
      is: "text",
      covers,
      text: piece,
      hasPreview: preview,
      ...(isLast && keyboard(buttons)),
    } as const;
    return place === 0 ? step : { ...step, continues: true };
  });
}

const continuing = (covers: readonly number[], text: StyledText, preview: boolean): Step => ({
  is: "text",
  covers,
  text,
  hasPreview: preview,
  continues: true,
});

const album = (messages: readonly Message[], captions: ReadonlyMap<number, StyledText>): Step => ({
  is: "album",
  covers: messages.map(({ id }) => id),
  items: messages.flatMap((message) =>
    message.content.is === "media"
      ? [item(message.content, captions.get(message.id) ?? message.content.caption)]
      : [],
  ),
});

const item = ({ kind, fileId, isSpoiler, isCaptionAbove }: Media, caption: StyledText): AlbumItem => ({
  kind,
  fileId,
  caption,
  ...(isSpoiler && { isSpoiler }),
  ...(isCaptionAbove && { isCaptionAbove }),
});
