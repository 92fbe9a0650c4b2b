/** Notices that go away by themselves, below the page. */
import { signal } from "@preact/signals";
import { IconButton } from "./button.tsx";
import { say } from "./words.ts";
import "./toast.css";

interface Notice {
  readonly id: number;
  readonly text: string;
  readonly tone: "good" | "bad";
}

const notices = signal<readonly Notice[]>([]);
let latest = 0;

/** Tells the person something; what went wrong stays longer. */
export function toast(text: string, tone: Notice["tone"] = "good"): void {
  latest += 1;
  const id = latest;
  notices.value = [...notices.value.slice(-3), { id, text, tone }];
  setTimeout(() => takeAway(id), tone === "bad" ? 10_000 : 4_000);
}

const takeAway = (id: number) => {
  notices.value = notices.value.filter((notice) => notice.id !== id);
};

export function Toasts() {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {notices.value.map(({ id, text, tone }) => (
        <div key={id} class={`toast toast-${tone}`}>
          <span>{text}</span>
          <IconButton icon="close" name={say("parts-close")} onPress={() => takeAway(id)} />
        </div>
      ))}
    </div>
  );
}
