import { Badge, type Tone } from "../../parts/badge.tsx";
import type { DeedTold } from "./routes.ts";
import { say } from "./words.ts";

const tones: Readonly<Record<DeedTold["became"], Tone>> = {
  done: "good",
  nothing: "warning",
  before: "info",
  failed: "bad",
};

/** What came of something that was done by hand: what the bot says, and what else it does. */
export function DeedShown({ told }: { readonly told: DeedTold | undefined }) {
  return (
    <div class="console-told" role="status">
      {told && (
        <>
          <p>
            <Badge tone={tones[told.became]}>{say(`console-became-${told.became}`)}</Badge>
          </p>
          {told.lines.map((line, nth) => (
            <p key={nth} class="console-line">
              {line}
            </p>
          ))}
          {told.effects.length > 0 && (
            <p class="hint">
              {say("console-besides")}:{" "}
              {told.effects.map((effect) => say(`console-effect-${effect}`)).join(", ")}
            </p>
          )}
        </>
      )}
    </div>
  );
}
