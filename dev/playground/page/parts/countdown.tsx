import { useComputed } from "@preact/signals";
import { clockText, now } from "../state/clock.ts";

/** What is left until a moment, counting down. */
export function Countdown({ until }: { readonly until: number }) {
  const left = useComputed(() => clockText(until - now.value));
  return (
    <span class="countdown" role="timer">
      {left}
    </span>
  );
}
