import { useSignal } from "@preact/signals";
import { Card } from "../parts/card.tsx";
import { Icon } from "../parts/icon.tsx";
import { chatters } from "../state/channel.ts";
import { texts } from "../state/language.ts";
import { Composer } from "./composer.tsx";
import { Lines } from "./lines.tsx";
import { People } from "./people.tsx";

/** The chat column: what is said, or who is there. */
export function Chat() {
  const showsPeople = useSignal(false);
  const t = texts.value;
  const label = showsPeople.value ? t.backToChat : t.peopleHere(chatters.value.length);
  const turn = (
    <button
      type="button"
      class="button button-quiet"
      aria-label={label}
      title={label}
      onClick={() => {
        showsPeople.value = !showsPeople.value;
      }}
    >
      <Icon name={showsPeople.value ? "back" : "people"} />
      {showsPeople.value ? t.backToChat : chatters.value.length}
    </button>
  );
  return (
    <Card name="chat" title={showsPeople.value ? t.peopleHere(chatters.value.length) : t.chat} aside={turn}>
      {showsPeople.value ? <People /> : <Lines />}
      <Composer />
    </Card>
  );
}
