import { useSignal } from "@preact/signals";
import { Icon } from "../parts/icon.tsx";
import { texts } from "../state/language.ts";

const place = "taproom-playground-knows-the-way";

/** Shown on the first visit, until somebody says they have got it. */
export function FirstSteps() {
  const isKnown = useSignal(localStorage.getItem(place) !== null);
  if (isKnown.value) return null;

  const dismiss = () => {
    localStorage.setItem(place, "yes");
    isKnown.value = true;
  };
  return (
    <div class="first-steps">
      <ol>
        {texts.value.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <button
        type="button"
        class="button button-quiet button-icon"
        aria-label={texts.value.gotIt}
        title={texts.value.gotIt}
        onClick={dismiss}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
