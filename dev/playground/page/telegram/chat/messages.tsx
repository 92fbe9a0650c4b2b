import { useComputed } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useLayoutEffect } from "preact/hooks";
import { useFollowEnd } from "../../chat/follow-end.ts";
import { Empty } from "../../parts/empty.tsx";
import type { ShownMessage } from "../../../wire-telegram.ts";
import { Icon } from "../../parts/icon.tsx";
import { texts } from "../../state/language.ts";
import { dayOf } from "../../state/clock.ts";
import type { ChatEntry } from "../chat-entry.ts";
import { messagesIn } from "../state/telegram.ts";
import { BubbleView, Trace } from "./bubble.tsx";
import { bubblesOf } from "./bubbles.ts";
import { serviceWords } from "./service.ts";

const shown = 120;

interface MessagesProps {
  readonly entry: ChatEntry;
  /** What stands where nothing was said yet. */
  readonly empty?: ComponentChildren;
  /** What can be done with a message, in place of replying to it. */
  readonly deeds?: (message: ShownMessage) => ComponentChildren;
  /** How much one has written here: whoever writes more sees the end again. */
  readonly written?: number;
}

/** What was said in a chat, on Telegram's wallpaper. */
export function Messages({ entry, empty, deeds, written }: MessagesProps) {
  const t = texts.value.telegram;
  const bubbles = useComputed(() => bubblesOf(messagesIn(entry.key).filter(isOfTopic)).slice(-shown));
  const { view, unseen, onScroll, goToEnd } = useFollowEnd(bubbles.value.at(-1)?.key);
  useLayoutEffect(goToEnd, [written]);
  const first = bubbles.value[0]?.messages[0];
  function isOfTopic({ message_thread_id: thread = 1 }: ShownMessage) {
    return entry.topic === undefined || thread === entry.topic;
  }
  return (
    <div class="lines-frame tg-frame">
      {/* Focusable, so that the keyboard can scroll it. */}
      <div class="lines" ref={view} onScroll={onScroll} role="log" aria-label={t.messages} tabIndex={0}>
        <div class="tg-messages">
          {first ? (
            <p class="tg-day">{dayOf(first.date * 1_000)}</p>
          ) : (
            (empty ?? <Empty icon="chat" text={t.empties[entry.name]} />)
          )}
          {bubbles.value.map((bubble) =>
            bubble.isDeleted ? (
              <Trace key={bubble.key} bubble={bubble} />
            ) : serviceWords(bubble.messages[0]) === undefined ? (
              <BubbleView key={bubble.key} entry={entry} bubble={bubble} deeds={deeds} />
            ) : (
              <p key={bubble.key} class="tg-day">
                {serviceWords(bubble.messages[0])}
              </p>
            ),
          )}
        </div>
      </div>
      {unseen.value > 0 && (
        <button type="button" class="unseen" onClick={goToEnd}>
          <Icon name="down" /> {texts.value.newLines(unseen.value)}
        </button>
      )}
    </div>
  );
}
