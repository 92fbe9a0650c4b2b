import { useAnswer } from "../../../api/use.ts";
import { Badge } from "../../../parts/badge.tsx";
import { placeOf } from "../names.ts";
import { forwarder, type Skipped } from "../routes.ts";
import { say } from "./words.ts";

/** What was left out, pair by pair, and why. */
export function SkippedList({ skipped }: { readonly skipped: readonly Skipped[] }) {
  return skipped.length === 0 ? null : <Pairs skipped={skipped} />;
}

function Pairs({ skipped }: { readonly skipped: readonly Skipped[] }) {
  const chats = useAnswer(forwarder.chats, { query: { limit: 500 } });
  const titles = new Map(chats.data?.items.map(({ id, title }) => [id, title]));
  const nameOf = (place: string) => placeOf(place, titles.get(place.split("#", 1)[0] ?? place));
  return (
    <div role="alert">
      <p>
        <Badge tone="warning">{say("mappings-skipped", { count: skipped.length })}</Badge>
      </p>
      <ul class="rows forwarder-scroll">
        {skipped.map(({ source, target, message }) => (
          <li key={`${source} ${target}`}>
            <div class="forwarder-what">
              <p>
                {nameOf(source)} → {nameOf(target)}
              </p>
              <p class="hint">{message}</p>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
