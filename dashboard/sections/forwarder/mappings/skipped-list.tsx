import { Badge } from "../../../parts/badge.tsx";
import type { Skipped } from "../routes.ts";
import { say } from "./words.ts";

/** What was left out, pair by pair, and why. */
export function SkippedList({ skipped }: { readonly skipped: readonly Skipped[] }) {
  if (skipped.length === 0) return null;
  return (
    <div role="alert">
      <p>
        <Badge tone="warning">{say("mappings-skipped", { count: skipped.length })}</Badge>
      </p>
      <ul class="forwarder-rows forwarder-scroll">
        {skipped.map(({ source, target, message }) => (
          <li key={`${source} ${target}`}>
            <div class="forwarder-what">
              <p>
                {source} → {target}
              </p>
              <p class="hint">{message}</p>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
