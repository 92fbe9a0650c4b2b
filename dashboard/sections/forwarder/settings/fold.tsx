import type { ComponentChildren } from "preact";
import { Badge } from "../../../parts/badge.tsx";
import { say } from "./words.ts";

interface FoldProps {
  readonly title: string;
  /** Something in it is not as it is if nobody chooses. */
  readonly isChanged: boolean;
  readonly children: ComponentChildren;
}

/** A group of settings that most people need not see. */
export function Fold({ title, isChanged, children }: FoldProps) {
  return (
    <details class="card settings-fold">
      <summary>
        {title} {isChanged && <Badge tone="accent">{say("settings-changed")}</Badge>}
      </summary>
      <div class="card-body">{children}</div>
    </details>
  );
}
