import { signal } from "@preact/signals";

/** The time of day as clocks on the page show it. */
export const now = signal(Date.now());

export function runClock(): void {
  setInterval(() => {
    now.value = Date.now();
  }, 200);
}

/** `9:41`, or `1:02:03` where it takes longer than an hour. A started second counts: a clock shows 0:00 when it is over. */
export function clockText(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1_000));
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

const two = (part: number) => String(part).padStart(2, "0");

export const timeOfDay = (at: number) =>
  new Date(at).toLocaleTimeString([], {
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hour12: false,
  });

/** `9:41`, for what was said. */
export const minuteOfDay = (at: number) =>
  new Date(at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hour12: false });

/** In the language of the page. */
export const dayOf = (at: number) =>
  new Date(at).toLocaleDateString(globalThis.document.documentElement.lang, {
    day: "numeric",
    month: "long",
  });
