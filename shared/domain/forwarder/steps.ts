import { albumItem } from "./album-item.ts";
import { hasPreview, keyboard, type Look, lookOf, mainOf } from "./look.ts";
import type { MappingSettings } from "./mapping-settings.ts";
import type { Message } from "./message.ts";
import type { Post } from "./post.ts";
import type { Buttons, Step } from "./step.ts";
import { noText, type StyledText } from "./styled-text.ts";
import { longestCaption, longestText, split } from "./transforms/split.ts";

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
  // A poll has no words of ours; it may have a keyboard.
  if (post.messages[0].content.is === "other") return asTheyAre(post, settings, look.buttons);
  return look.kept.length === 0
    ? texts(covers, look.text, hasPreview(post, settings), look.buttons)
    : files(post, look, settings);
}

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
      ? [albumItem(message.content, captions.get(message.id) ?? message.content.caption)]
      : [],
  ),
});
