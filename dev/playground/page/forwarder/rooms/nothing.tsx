import { Icon } from "../../parts/icon.tsx";
import { texts } from "../../state/language.ts";
import { makeExample } from "../state/posting.ts";
import { mappings } from "../state/product.ts";
import { rooms, type Side } from "../state/rooms.ts";

interface NothingProps {
  readonly side: Side;
  /** Whether it stands in place of the messages, and not among them. */
  readonly isFramed?: boolean;
}

/** Where nothing was posted yet: what happens here, and the way to begin. */
export function Nothing({ side, isFramed = false }: NothingProps) {
  const t = texts.value.forwarder;
  const words = (
    <div class="empty fw-nothing">
      <Icon name={side === "source" ? "out" : "in"} />
      <p>{rooms.value.length === 0 ? t.beginning[side] : t.nothing[side]}</p>
      {side === "source" && rooms.value.length === 0 && <ExampleButton />}
    </div>
  );
  return isFramed ? (
    <div class="lines-frame tg-frame">
      <div class="tg-messages fw-alone">{words}</div>
    </div>
  ) : (
    words
  );
}

/** A source, a target and a mapping at one click. */
export function ExampleButton() {
  return (
    <button
      type="button"
      class="button button-primary"
      disabled={mappings.value === undefined}
      onClick={() => void makeExample()}
    >
      {texts.value.forwarder.makeExample}
    </button>
  );
}
