import { type Signal, useSignal } from "@preact/signals";
import { Choice } from "../../parts/choice.tsx";
import { Switch } from "../../parts/switch.tsx";
import { texts } from "../../state/language.ts";
import { type ChatKind, chatKinds } from "../chat-kind.ts";
import type { End } from "../end.ts";
import { openNew } from "../state/posting.ts";

/** A new chat in place of the one that lies open. */
export function NewChat({ end, isOpening }: { readonly end: End; readonly isOpening: Signal<boolean> }) {
  const kind = useSignal<ChatKind>("channel");
  const isProtected = useSignal(false);
  const t = texts.value.forwarder;

  const onSubmit = async (event: Event) => {
    event.preventDefault();
    await openNew(end, kind.value, isProtected.value);
    isOpening.value = false;
  };
  return (
    <form class="fw-new" onSubmit={(event) => void onSubmit(event)}>
      <Choice
        label={t.newChat}
        options={chatKinds.map((value) => ({ value, text: t.kinds[value] }))}
        value={kind.value}
        onChoose={(value) => {
          kind.value = value;
        }}
      />
      <div class="fw-new-row">
        <Switch
          label={t.protected}
          isOn={isProtected.value}
          onTurn={(on) => {
            isProtected.value = on;
          }}
        />
        <button type="submit" class="button">
          {t.create}
        </button>
      </div>
    </form>
  );
}
