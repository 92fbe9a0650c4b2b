import { useComputed } from "@preact/signals";
import { Empty } from "../parts/empty.tsx";
import { Icon } from "../parts/icon.tsx";
import { chat, redemptions } from "../state/channel.ts";
import { texts } from "../state/language.ts";
import { useFollowEnd } from "./follow-end.ts";
import { Line } from "./line.tsx";
import { RedeemedLine } from "./redeemed-line.tsx";
import { timeline } from "./timeline.ts";

const shown = 250;

export function Lines() {
  const entries = useComputed(() => timeline(chat.value, redemptions.value).slice(-shown));
  const { view, unseen, onScroll, goToEnd } = useFollowEnd(entries.value.at(-1)?.key);
  return (
    <div class="lines-frame">
      {/* Focusable, so that the keyboard can scroll it. */}
      <div class="lines" ref={view} onScroll={onScroll} role="log" aria-label={texts.value.chat} tabIndex={0}>
        <div class="lines-inner">
          {entries.value.length === 0 && <Empty icon="chat" text={texts.value.chatEmpty} />}
          {entries.value.map((entry) =>
            entry.kind === "line" ? (
              <Line key={entry.key} line={entry.line} />
            ) : (
              <RedeemedLine key={entry.key} reward={entry.reward} users={entry.users} />
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
