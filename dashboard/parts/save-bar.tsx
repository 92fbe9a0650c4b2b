import { wordsOf } from "../api/words.ts";
import { Button } from "./button.tsx";
import { say } from "./words.ts";
import "./save-bar.css";

interface SaveBarProps {
  /** How many changes are not saved yet; without any there is no bar. */
  readonly count: number;
  /** Something in them cannot be so, and is told at its place. */
  readonly isWrong?: boolean;
  readonly isSaving: boolean;
  /** Why they could not be saved. */
  readonly refusal: Error | null;
  readonly onDiscard: () => void;
}

/** In a form: what is not saved yet, always in sight. */
export function SaveBar({ count, isWrong = false, isSaving, refusal, onDiscard }: SaveBarProps) {
  if (count === 0) return null;
  return (
    <div class="save-bar" role="region" aria-label={say("parts-unsaved")}>
      <p
        role={refusal || isWrong ? "alert" : "status"}
        class={refusal || isWrong ? "field-wrong" : undefined}
      >
        {refusal ? wordsOf(refusal) : say(isWrong ? "parts-save-wrong" : "parts-unsaved-count", { count })}
      </p>
      <div class="save-bar-deeds">
        <Button look="quiet" disabled={isSaving} onPress={onDiscard}>
          {say("parts-discard")}
        </Button>
        <Button look="main" type="submit" icon="check" disabled={isWrong} pending={isSaving}>
          {say("parts-save")}
        </Button>
      </div>
    </div>
  );
}
