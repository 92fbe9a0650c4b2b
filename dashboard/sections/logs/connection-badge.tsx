import { Badge } from "../../parts/badge.tsx";
import type { Connection } from "./follow.ts";
import type { View } from "./view.ts";
import { say } from "./words.ts";

const tones = { connecting: "info", open: "good", lost: "bad" } as const;

interface ConnectionBadgeProps {
  readonly connection: Connection;
  readonly view: View;
}

/** Whether what is shown is what happens. */
export function ConnectionBadge({ connection, view }: ConnectionBadgeProps) {
  return (
    <span role="status">
      {view.is !== "live" && <Badge tone="warning">{say(`logs-view-${view.is}`)}</Badge>}{" "}
      <Badge tone={tones[connection]}>{say(`logs-connection-${connection}`)}</Badge>
    </span>
  );
}
