import { wordsOf } from "../../../api/words.ts";
import { Button } from "../../../parts/button.tsx";
import { say } from "../words.ts";
import type { Settings } from "./drafts.ts";

/** What is not saved yet, always in sight. */
export function SaveBar({ form }: { readonly form: Settings }) {
  const { changed, wrong, discard, isSaving, refusal } = form;
  if (changed.length === 0) return null;
  const isWrong = changed.some((setting) => wrong(setting));
  return (
    <div class="channel-save" role="region" aria-label={say("channel-unsaved")}>
      <p
        role={refusal || isWrong ? "alert" : "status"}
        class={refusal || isWrong ? "field-wrong" : undefined}
      >
        {refusal
          ? wordsOf(refusal)
          : say(isWrong ? "channel-save-wrong" : "channel-unsaved-count", { count: changed.length })}
      </p>
      <div class="channel-save-deeds">
        <Button look="quiet" disabled={isSaving} onPress={discard}>
          {say("channel-discard")}
        </Button>
        <Button look="main" type="submit" icon="check" disabled={isWrong} pending={isSaving}>
          {say("channel-save")}
        </Button>
      </div>
    </div>
  );
}
