import { useComputed } from "@preact/signals";
import { clockText, now } from "../state/clock.ts";
import { texts } from "../state/language.ts";

/** What is left of a timeout, counting down; a ban never ends. */
export function TimeoutClock({ endsAt }: { readonly endsAt: number | null }) {
  const left = useComputed(() => (endsAt === null ? texts.value.banned : clockText(endsAt - now.value)));
  return (
    <span class="timeout-clock" role="timer">
      {left}
    </span>
  );
}
