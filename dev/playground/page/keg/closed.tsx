import { useSignal } from "@preact/signals";
import { viewers } from "../state/channel.ts";
import { openKeg } from "../state/deeds.ts";
import { type Ending, lastEnding } from "../state/evening.ts";
import { texts } from "../state/language.ts";
import type { Texts } from "../texts/texts.ts";
import { KegDrawing, type KegMood } from "./keg-drawing.tsx";

/** No keg is burning; `isWaiting`: one was opened, and nothing has come of it for long. */
export function Closed({ isWaiting }: { readonly isWaiting: boolean }) {
  const isOpening = useSignal(false);
  const t = texts.value;
  const ending = lastEnding.value;

  const open = async () => {
    isOpening.value = true;
    await openKeg();
    isOpening.value = false;
  };

  return (
    <div class="keg-scene">
      <KegDrawing mood={ending ? moods[ending.how] : "closed"} heat={0} />
      <p class="keg-words" role="status">
        {isWaiting ? t.kegWaiting : ending ? endingText(ending, t) : t.kegClosed}
      </p>
      <button
        type="button"
        class="button button-primary"
        disabled={isOpening.value || viewers.value.length === 0}
        onClick={open}
      >
        {ending ? t.openAnother : t.openKeg}
      </button>
    </div>
  );
}

const moods: Readonly<Record<Ending["how"], KegMood>> = {
  burst: "burst",
  saved: "saved",
  cancelled: "closed",
};

function endingText(ending: Ending, t: Texts): string {
  switch (ending.how) {
    case "burst":
      return t.endingBurst(ending.soaked);
    case "saved":
      return t.endingSaved;
    case "cancelled":
      return t.endingCancelled;
  }
}
