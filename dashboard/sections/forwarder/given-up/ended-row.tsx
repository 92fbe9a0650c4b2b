import { Link } from "wouter-preact";
import { useChange } from "../../../api/use.ts";
import { Button } from "../../../parts/button.tsx";
import { confirmed } from "../../../parts/confirm.tsx";
import { Moment } from "../../../parts/moment.tsx";
import { placeOf, troubleOf } from "../names.ts";
import { type Ended, forwarder, underWay } from "../routes.ts";
import { say } from "./words.ts";

interface EndedRowProps {
  readonly ended: Ended;
  readonly canBeTried: boolean;
}

/** One post: where it was to go, why it did not, and what can be done about it. */
export function EndedRow({ ended, canBeTried }: EndedRowProps) {
  const { target, targetTitle, source, sourceIds, kind, said, attempts, endedAt, mappingId } = ended;
  return (
    <li>
      <div class="forwarder-what">
        <p>
          <strong>{placeOf(target, targetTitle)}</strong>
          {canBeTried && <span class="forwarder-trouble"> · {troubleOf(kind)}</span>}
        </p>
        {said !== "" && <p class="hint">{say("given-up-said", { said })}</p>}
        <p class="hint">
          <Link href={`/mappings/${mappingId}`}>{say("given-up-mapping", { id: mappingId })}</Link> ·{" "}
          {say("given-up-post", { source, ids: sourceIds.join(", ") })} ·{" "}
          {say("given-up-attempts", { count: attempts })} · <Moment at={endedAt} />
        </p>
      </div>
      {canBeTried && <Deeds {...ended} />}
    </li>
  );
}

function Deeds({ id, targetTitle }: Ended) {
  const deadLetter = forwarder["dead-letters"][":id"];
  const retry = useChange(deadLetter.retry.$post, { refreshes: underWay, done: say("given-up-retried") });
  const drop = useChange(deadLetter.drop.$post, { refreshes: underWay, done: say("given-up-dropped") });
  const askToDrop = async () => {
    const question = {
      title: say("given-up-drop-title"),
      text: say("given-up-drop-text", { title: targetTitle }),
      action: say("given-up-drop"),
    };
    if (await confirmed(question)) drop.mutate({ param: { id } });
  };
  return (
    <div class="forwarder-deeds">
      <Button
        small
        changes
        icon="again"
        pending={retry.isPending}
        onPress={() => retry.mutate({ param: { id } })}
      >
        {say("given-up-retry")}
      </Button>
      <Button
        small
        changes
        look="quiet"
        icon="trash"
        pending={drop.isPending}
        onPress={() => void askToDrop()}
      >
        {say("given-up-drop")}
      </Button>
    </div>
  );
}
