import { useSignal } from "@preact/signals";
import type { RewardOffer } from "../../wire.ts";
import { Icon } from "../parts/icon.tsx";
import { texts } from "../state/language.ts";

interface InputFormProps {
  readonly id: string;
  readonly reward: RewardOffer;
  readonly isDisabled: boolean;
  readonly onSend: (input: string) => void;
}

const litres: readonly string[] = ["1", "5", "10", "15", "20"];

/** A reward that asks for text: what is often typed at one click, and a field for everything else. */
export function InputForm({ id, reward, isDisabled, onSend }: InputFormProps) {
  const draft = useSignal("");
  const t = texts.value;
  const offered = reward.key === "beer" ? litres : [];

  const send = (event: Event) => {
    event.preventDefault();
    onSend(draft.value.trim());
    draft.value = "";
  };

  return (
    <form class="reward-input" id={id} onSubmit={send}>
      {offered.length > 0 && (
        <div class="reward-offers" role="group" aria-label={t.litres}>
          {offered.map((text) => (
            <button
              key={text}
              type="button"
              class="button button-small"
              aria-label={t.litresOf(Number(text))}
              disabled={isDisabled}
              onClick={() => onSend(text)}
            >
              {text}
            </button>
          ))}
          <span class="hint">{t.litres}</span>
        </div>
      )}
      <div class="reward-field">
        <input
          class="field"
          aria-label={t.input}
          maxLength={200}
          autocomplete="off"
          placeholder={reward.key === "beer" ? t.litresHint : t.input}
          value={draft.value}
          onInput={({ currentTarget }) => {
            draft.value = currentTarget.value;
          }}
        />
        <button
          type="submit"
          class="button button-icon"
          aria-label={t.sendWith(reward.title)}
          disabled={isDisabled || draft.value.trim() === ""}
        >
          <Icon name="send" />
        </button>
      </div>
    </form>
  );
}
