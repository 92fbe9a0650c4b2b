import type { ComponentChildren } from "preact";
import { useChange } from "../../../api/use.ts";
import { Button } from "../../../parts/button.tsx";
import { confirmed } from "../../../parts/confirm.tsx";
import { forwarder, type Line, underWay } from "../routes.ts";
import { say } from "./words.ts";

interface PurgeProps {
  /** Only what stands in line here; without it, everything. */
  readonly target?: Line;
  /** How many it is about. */
  readonly of: Pick<Line, "waiting" | "dead">;
  readonly children: ComponentChildren;
}

/** Gives up what stands in line, and what was given up already: it is gone for good. */
export function Purge({ target, of: { waiting, dead }, children }: PurgeProps) {
  const purge = useChange(forwarder.queue.purge.$post, {
    refreshes: underWay,
    done: ({ jobs }) => say("queue-purged", { count: jobs }),
  });
  const ask = async () => {
    const question = {
      title: target ? say("queue-clear-title", { title: target.title }) : say("queue-purge-title"),
      text: say("queue-purge-text", { waiting, dead }),
      action: say("queue-purge-deed", { count: waiting + dead }),
    };
    if (await confirmed(question))
      purge.mutate({ json: { waiting: true, ...(target && { target: target.target }) } });
  };
  return (
    <Button
      small
      changes
      look="quiet"
      icon="trash"
      pending={purge.isPending}
      {...(target && { label: say("queue-clear-label", { title: target.title }) })}
      onPress={() => void ask()}
    >
      {children}
    </Button>
  );
}
