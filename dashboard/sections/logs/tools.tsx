import { Button } from "../../parts/button.tsx";
import { Copy } from "../../parts/copy.tsx";
import { Download } from "../../parts/download.tsx";
import { linesOf, type Row } from "./journal.ts";
import type { View } from "./view.ts";
import { asJsonLines, asText } from "./written.ts";
import { say } from "./words.ts";

interface ToolsProps {
  readonly rows: readonly Row[];
  readonly view: View;
  /** Lines that have come since it was paused. */
  readonly waiting: number;
  readonly onPause: () => void;
  readonly onGoOn: () => void;
  readonly onClear: () => void;
}

/** What can be done with all lines that are shown. */
export function Tools({ rows, view, waiting, onPause, onGoOn, onClear }: ToolsProps) {
  return (
    <div class="logs-tools" role="group" aria-label={say("logs-tools")}>
      {view.is === "live" ? (
        <Button small icon="pause" onPress={onPause}>
          {say("logs-pause")}
        </Button>
      ) : (
        <Button small look="main" icon="play" onPress={onGoOn}>
          {waiting > 0 ? say("logs-go-on-new", { count: waiting }) : say("logs-go-on")}
        </Button>
      )}
      <Button small look="quiet" icon="trash" onPress={onClear}>
        {say("logs-clear")}
      </Button>
      <Copy text={() => asText(linesOf(rows))} />
      <Download file="taproom-log.txt" text={() => asText(linesOf(rows))} label={say("logs-as-text")} />
      <Download
        file="taproom-log.jsonl"
        type="application/jsonl"
        text={() => asJsonLines(linesOf(rows))}
        label={say("logs-as-json")}
      />
    </div>
  );
}
