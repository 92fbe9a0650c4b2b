import type { Arrival } from "./arrival.ts";
import type { Place } from "./chat.ts";
import { type Message, textOf } from "./message.ts";
import type { Post } from "./post.ts";
import type { Sent, Step } from "./step.ts";
import { noText, type StyledText } from "./styled-text.ts";

/**
 * What the room of a target is told of a post that now stands there, for nobody tells a bot of its own messages: the post
 * as it looks in the target. So mappings may follow one another.
 */
export function arrivalsInTarget(
  { messages, hops }: Post,
  {
    steps,
    sent,
    target,
    is,
    by,
    replyTo,
  }: {
    readonly steps: readonly Step[];
    readonly sent: readonly Sent[];
    readonly target: Place;
    readonly is: "message" | "edit";
    /** The job that did it: of two edits within one second it alone tells which is which. */
    readonly by: string;
    /** What it answers in the target. */
    readonly replyTo?: number | undefined;
  },
): readonly Arrival[] {
  const [first] = steps;
  return messages.flatMap((message): Arrival[] => {
    const stands = sent.find(({ sourceId }) => sourceId === message.id);
    // Of messages that one stands for all of, one goes on.
    if (!stands || !first || stands.messageId === 0 || !isOwn(message, first)) return [];
    const { topicId: _, replyTo: __, isProtected: ___, ...kept } = message;
    const there: Message = {
      ...kept,
      ...looking(message, first),
      chatId: target.chat,
      id: stands.messageId,
      ...(target.topic !== undefined && { topicId: target.topic }),
      ...(replyTo !== undefined && first.is !== "forward" && { replyTo: { id: replyTo } }),
    };
    const key = is === "message" ? `message:${there.id}` : `edit:${there.id}:${by}`;
    return [{ is, key, message: there, hops: hops + 1 }];
  });
}

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
