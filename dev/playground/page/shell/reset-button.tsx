import { useSignal } from "@preact/signals";
import { Icon } from "../parts/icon.tsx";
import { resetWorld } from "../state/deeds.ts";
import { texts } from "../state/language.ts";

const timeToDoubt = 3_000;

/** Forgets everything, at the second press. */
export function ResetButton() {
  const isSure = useSignal(false);
  const t = texts.value;
  const press = () => {
    if (isSure.value) void resetWorld();
    else setTimeout(() => (isSure.value = false), timeToDoubt);
    isSure.value = !isSure.value;
  };
  return (
    <button
      type="button"
      class={isSure.value ? "button button-danger" : "button"}
      title={t.resetHint}
      onClick={press}
    >
      <Icon name="reset" />
      <span>{isSure.value ? t.resetSure : t.reset}</span>
    </button>
  );
}
