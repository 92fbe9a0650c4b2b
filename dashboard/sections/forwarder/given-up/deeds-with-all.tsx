import { useChange } from "../../../api/use.ts";
import { Button } from "../../../parts/button.tsx";
import { confirmed } from "../../../parts/confirm.tsx";
import { troubleOf } from "../names.ts";
import { forwarder, underWay } from "../routes.ts";
import { say } from "./words.ts";

/** Tries all of a kind again, or gives them up for good; the empty kind is everything. */
export function DeedsWithAll({ kind }: { readonly kind: string }) {
  const meant = { json: kind ? { kind } : {} };
  const retry = useChange(forwarder["dead-letters"].retry.$post, {
    refreshes: underWay,
    done: ({ jobs }) => say("given-up-retried-many", { count: jobs }),
  });
  const drop = useChange(forwarder.queue.purge.$post, {
    refreshes: underWay,
    done: ({ jobs }) => say("given-up-dropped-many", { count: jobs }),
  });
  const askToDrop = async () => {
    const question = {
      title: say("given-up-drop-all-title"),
      text: kind ? say("given-up-drop-kind-text", { why: troubleOf(kind) }) : say("given-up-drop-all-text"),
      action: say("given-up-drop-all"),
    };
    if (await confirmed(question)) drop.mutate(meant);
  };
  return (
    <div class="forwarder-deeds">
      <Button small changes icon="again" pending={retry.isPending} onPress={() => retry.mutate(meant)}>
        {say("given-up-retry-all")}
      </Button>
      <Button
        small
        changes
        look="quiet"
        icon="trash"
        pending={drop.isPending}
        onPress={() => void askToDrop()}
      >
        {say("given-up-drop-all")}
      </Button>
    </div>
  );
}
