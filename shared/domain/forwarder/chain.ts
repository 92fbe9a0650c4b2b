import type { Arrival } from "./arrival.ts";
import { type Place, placeName } from "./chat.ts";
import { type Message, textOf } from "./message.ts";
import type { Post } from "./post.ts";
import type { Sent, Step } from "./step.ts";
import { noText, type StyledText } from "./styled-text.ts";

/**
 * What the room of a target is told of a post that now stands there, for nobody tells a bot of its own messages: the post
 * as it looks in the target. So mappings may follow one another.
 */
export function arrivalsInTarget(post: Post, standing: Standing): readonly Arrival[] {
  return standing.steps.flatMap((step, part) =>
    post.messages.flatMap((message): Arrival[] => {
      const stands = standing.sent.find((each) => each.sourceId === message.id && each.part === part);
      // Of messages that one stands for all of, one goes on.
      if (!stands || stands.messageId === 0 || !isOwn(message, step)) return [];
      const { is, by } = standing;
      const there = inTarget(message, step, stands.messageId, standing);
      const key = is === "message" ? `message:${there.id}` : `edit:${there.id}:${by}`;
      return [{ is, key, message: there, hops: post.hops + 1 }];
    }),
  );
}

interface Standing {
  readonly steps: readonly Step[];
  /** `part` counts the steps before the one that has sent it. */
  readonly sent: readonly (Sent & { readonly part: number })[];
  readonly target: Place;
  readonly is: "message" | "edit";
  /** The job that did it: of two edits within one second it alone tells which is which. */
  readonly by: string;
  /** What it answers in the target. */
  readonly replyTo?: number | undefined;
}

function inTarget(message: Message, step: Step, id: number, { sent, target, replyTo }: Standing): Message {
  const { topicId: _, replyTo: __, isProtected: ___, groupId, ...kept } = message;
  const isMore = step.is === "text" && step.continues === true;
  const answered = isMore ? sent.find(({ part }) => part === 0)?.messageId : replyTo;
  return {
    ...kept,
    ...looking(message, step),
    chatId: target.chat,
    id,
    cameThrough: [...(message.cameThrough ?? []), placeOf(message)],
    // What did not fit under an album is none of it.
    ...(groupId !== undefined && !isMore && { groupId }),
    ...(target.topic !== undefined && { topicId: target.topic }),
    ...(answered && step.is !== "forward" && { replyTo: { id: answered } }),
  };
}

const placeOf = ({ chatId: chat, topicId: topic }: Message): string =>
  placeName({ chat, ...(topic !== undefined && { topic }) });

const isOwn = (message: Message, step: Step): boolean =>
  step.is === "text" ? step.covers[0] === message.id : step.covers.includes(message.id);

/** How a step makes a message look; a forwarded one says where it comes from. */
function looking(message: Message, step: Step): Partial<Message> {
  switch (step.is) {
    case "forward":
      return {
        origin: message.origin ?? { chatId: message.chatId, messageId: message.id, name: message.chatTitle },
      };
    case "copy":
      return step.caption ? withText(message, step.caption) : {};
    case "text":
      return {
        content: { is: "text", text: step.text, hasPreview: step.hasPreview },
        buttons: step.buttons ?? [],
      };
    case "album":
      return withText(
        message,
        step.items[step.covers.indexOf(message.id)]?.caption ?? textOf(message) ?? noText,
      );
  }
}

function withText({ content }: Message, text: StyledText): Partial<Message> {
  if (content.is === "text") return { content: { ...content, text } };
  return content.is === "media" ? { content: { ...content, caption: text } } : {};
}
