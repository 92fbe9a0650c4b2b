import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import type { Ban } from "../../../emulators/twitch/entities.ts";
import { Icon } from "../parts/icon.tsx";
import { TimeoutClock } from "../parts/timeout-clock.tsx";
import { ViewerPicker } from "../parts/viewer-picker.tsx";
import { actor, playAs } from "../state/actor.ts";
import { timeoutOf } from "../state/channel.ts";
import { say } from "../state/deeds.ts";
import { texts } from "../state/language.ts";
import { Palette } from "./palette.tsx";

/** Where the actor writes; Enter sends. */
export function Composer() {
  const id = useId();
  const draft = useSignal("");
  const t = texts.value;
  const who = actor.value;
  const ban = who && timeoutOf.value.get(who.id);

  const send = async (event: Event) => {
    event.preventDefault();
    const text = draft.value.trim();
    if (!who || ban || text === "") return;
    draft.value = "";
    // What could not be said is still there to be said again.
    if (!(await say(who, text)) && draft.value === "") draft.value = text;
  };

  return (
    <form class="composer" onSubmit={send}>
      <Palette isMuted={ban !== undefined} />
      <ViewerPicker label={t.speakAs} opens="up" chosen={who} onChoose={playAs} />
      <div class="composer-row">
        <label class="unseen-label" for={id}>
          {t.write(who?.name ?? "")}
        </label>
        <input
          id={id}
          class="composer-input"
          maxLength={500}
          autocomplete="off"
          enterkeyhint="send"
          placeholder={ban ? t.youSitOut(who.name) : t.write(who?.name ?? "")}
          disabled={!who || ban !== undefined}
          value={draft.value}
          onInput={({ currentTarget }) => {
            draft.value = currentTarget.value;
          }}
        />
        <SendButton ban={ban} isReady={draft.value.trim() !== ""} />
      </div>
    </form>
  );
}

function SendButton({ ban, isReady }: { readonly ban: Ban | undefined; readonly isReady: boolean }) {
  if (ban) return <TimeoutClock endsAt={ban.endsAt} />;
  return (
    <button type="submit" class="button button-icon" aria-label={texts.value.send} disabled={!isReady}>
      <Icon name="send" />
    </button>
  );
}
