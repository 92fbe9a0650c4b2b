import { type Text, text } from "#kernel/text";
import type { Chat } from "../chat.ts";
import { explained } from "../filters/filtered.ts";
import type { Mapping } from "../mapping.ts";
import { type Message, textOf } from "../message.ts";
import { plan } from "../plan.ts";
import type { Post } from "../post.ts";
import type { Step } from "../step.ts";
import { isEmpty, type StyledText } from "../styled-text.ts";

/** What a mapping would make of a post, told to whoever asks; nothing is sent to its target. */
export interface Trial {
  readonly lines: readonly Text[];
  /** The texts that would arrive, each as a message of its own. */
  readonly results: readonly StyledText[];
}

/** A message from the panel's chat as it would have come in the source. What was forwarded from there is one of its own. */
export function asIfPosted(
  { origin, ...message }: Message,
  { source }: Pick<Mapping, "source">,
  chat: Pick<Chat, "title" | "username" | "type"> | undefined,
): Post {
  const isItsOwn = origin?.chatId === source.chat;
  const name = chat?.title ?? source.chat;
  const username = chat?.username;
  const speaksItself = isItsOwn || chat?.type === "channel";
  const posted: Message = {
    ...message,
    chatId: source.chat,
    id: (isItsOwn ? origin?.messageId : undefined) ?? message.id,
    chatTitle: name,
    ...(username && { chatUsername: username }),
    ...(origin && !isItsOwn && { origin }),
    ...(source.topic !== undefined && { topicId: source.topic }),
    sender: speaksItself ? { id: source.chat, name, ...(username && { username }) } : message.sender,
  };
  return { messages: [posted], hops: 0 };
}

export function trialOf(post: Post, mapping: Mapping): Trial {
  const [decisive] = explained(post, mapping.settings.filters).toReversed();
  const planned = plan(post, mapping);
  if (planned.is === "discard") {
    const why = decisive?.says === "discard" ? decisive.why : undefined;
    const lines = [
      text("forwarder-trial-discarded", { by: text(`filter-${planned.by}`) }),
      ...(why ? [text("forwarder-trial-why", { why })] : []),
    ];
    return { lines, results: [] };
  }
  const passed = explained(post, mapping.settings.filters).filter(({ says, why }) => says !== "pass" || why);
  return {
    lines: [
      text("forwarder-trial-carried"),
      ...passed.flatMap(({ filter, says, why }) =>
        why ? [text("forwarder-trial-filter", { filter: text(`filter-${filter}`), says, why })] : [],
      ),
      ...planned.steps.map(stepText),
      ...(mapping.enabled ? [] : [text("forwarder-trial-disabled")]),
    ],
    results: planned.steps.flatMap((step) => textsOf(step, post)).filter((each) => !isEmpty(each)),
  };
}

const stepText = (step: Step): Text =>
  text("forwarder-trial-step", {
    how: step.is,
    buttons: "buttons" in step ? (step.buttons?.flat().length ?? 0) : 0,
  });

function textsOf(step: Step, { messages }: Post): readonly StyledText[] {
  switch (step.is) {
    case "text":
      return [step.text];
    case "album":
      return step.items.map(({ caption }) => caption);
    case "copy":
      return step.caption ? [step.caption] : asTheyAre(step.covers, messages);
    case "forward":
      return asTheyAre(step.covers, messages);
  }
}

const asTheyAre = (ids: readonly number[], messages: readonly Message[]): readonly StyledText[] =>
  messages.filter(({ id }) => ids.includes(id)).flatMap((each) => textOf(each) ?? []);
