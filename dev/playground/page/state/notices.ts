/** Short words to the person at the page; they leave by themselves. */
import { signal } from "@preact/signals";

export interface Notice {
  readonly id: number;
  readonly tone: "good" | "bad";
  readonly text: string;
}

export const notices = signal<readonly Notice[]>([]);

const staysFor = 5_000;
let lastId = 0;

export const announce = (text: string) => show("good", text);
export const complain = (text: string) => show("bad", text);

export function dismiss(id: number): void {
  notices.value = notices.value.filter((notice) => notice.id !== id);
}

function show(tone: Notice["tone"], text: string): void {
  const id = ++lastId;
  // The same words twice in a row say no more than once.
  const others = notices.value.filter((notice) => notice.text !== text);
  notices.value = [...others, { id, tone, text }].slice(-3);
  setTimeout(() => dismiss(id), staysFor);
}
