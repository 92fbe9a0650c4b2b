import { useComputed } from "@preact/signals";
import { useFollowEnd } from "../../chat/follow-end.ts";
import { Empty } from "../../parts/empty.tsx";
import { Icon } from "../../parts/icon.tsx";
import { texts } from "../../state/language.ts";
import { dayOf } from "../../state/clock.ts";
import type { ChatEntry } from "../state/me.ts";
import { messagesIn } from "../state/telegram.ts";
import { BubbleView, Trace } from "./bubble.tsx";
import { bubblesOf } from "./bubbles.ts";

const shown = 120;

/** What was said in a chat, on Telegram's wallpaper. */
export function Messages({ entry }: { readonly entry: ChatEntry }) {
  const t = texts.value.telegram;
  const bubbles = useComputed(() => bubblesOf(messagesIn(entry.key)).slice(-shown));
  const { view, unseen, onScroll, goToEnd } = useFollowEnd(bubbles.value.at(-1)?.key);
  const first = bubbles.value[0]?.messages[0];
  return (
    <div class="lines-frame tg-frame">
      {/* Focusable, so that the keyboard can scroll it. */}
      <div class="lines" ref={view} onScroll={onScroll} role="log" aria-label={t.messages} tabIndex={0}>
        <div class="tg-messages">
          {first ? (
            <p class="tg-day">{dayOf(first.date * 1_000)}</p>
          ) : (
            <Empty icon="chat" text={t.empties[entry.name]} />
          )}
          {bubbles.value.map((bubble) =>
            bubble.isDeleted ? (
              <Trace key={bubble.key} bubble={bubble} />
            ) : (
              <BubbleView key={bubble.key} entry={entry} bubble={bubble} />
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
