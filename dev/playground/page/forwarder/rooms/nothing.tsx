import { Icon } from "../../parts/icon.tsx";
import { texts } from "../../state/language.ts";
import type { End } from "../end.ts";
import { makeExample } from "../state/posting.ts";
import { mappings } from "../state/product.ts";
import { rooms } from "../state/rooms.ts";

interface NothingProps {
  readonly end: End;
  /** Whether it stands in place of the messages, and not among them. */
  readonly isFramed?: boolean;
}

/** Where nothing was posted yet: what happens here, and the way to begin. */
export function Nothing({ end, isFramed = false }: NothingProps) {
  const t = texts.value.forwarder;
  const words = (
    <div class="empty fw-nothing">
      <Icon name={end === "source" ? "out" : "in"} />
      <p>{rooms.value.length === 0 ? t.beginning[end] : t.nothing[end]}</p>
      {end === "source" && rooms.value.length === 0 && <ExampleButton />}
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
