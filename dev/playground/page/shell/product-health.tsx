import { product } from "../state/outside.ts";
import { texts } from "../state/language.ts";

/** Is Taproom there, and how much has it still to do? */
export function ProductHealth() {
  const t = texts.value;
  const look = product.value;
  const state = look === undefined ? "unknown" : look.isUp ? "up" : "down";
  const words = { unknown: t.productUnknown, up: t.productUp, down: t.productDown }[state];
  const toDo = look?.status?.outbox ?? 0;
  return (
    <span class="health" data-state={state} title={t.productHint}>
      <span class="health-light" aria-hidden="true" />
      <span role="status">{words}</span>
      {look?.status?.awake === false && <span class="health-todo">{t.botSleeps}</span>}
      {toDo > 0 && <span class="health-todo">{t.toDo(toDo)}</span>}
    </span>
  );
}
