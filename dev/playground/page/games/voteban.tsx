import { useSignal } from "@preact/signals";
import type { Chatter } from "../../../emulators/twitch/entities.ts";
import { Card } from "../parts/card.tsx";
import { Countdown } from "../parts/countdown.tsx";
import { Icon } from "../parts/icon.tsx";
import { Meter } from "../parts/meter.tsx";
import { ViewerPicker } from "../parts/viewer-picker.tsx";
import { plainViewers } from "../state/actor.ts";
import { findChatter } from "../state/channel.ts";
import { callOf } from "../state/commands.ts";
import { voteOut } from "../state/deeds.ts";
import { texts } from "../state/language.ts";
import { isProductUp } from "../state/outside.ts";
import { room } from "../state/room.ts";
import { settings } from "../state/settings.ts";

/** The votes that run, and a crowd to vote with. */
export function Voteban() {
  const isBusy = useSignal(false);
  const chosenId = useSignal<string | undefined>(undefined);
  const t = texts.value;
  const command = callOf("voteban");
  if (command === undefined) return null;

  const needed = settings.value?.voteban?.votesNeeded ?? 10;
  const votes = room.value?.votes ?? [];
  const target: Chatter | undefined =
    (chosenId.value === undefined ? undefined : findChatter(chosenId.value)) ?? plainViewers.value.at(-1);
  const vote = async () => {
    if (!target) return;
    isBusy.value = true;
    await voteOut(target, needed);
    isBusy.value = false;
  };

  return (
    <Card name="voteban" title={t.voteban} aside={<span class="counts">{command}</span>}>
      <div class="card-body">
        {votes.length === 0 && (
          <p class="scene-words">
            <Icon name="gavel" /> {t.votesNone}
          </p>
        )}
        {votes.map(({ target: name, voters, endsAt }) => (
          <div key={name} class="gauge">
            <b>{name}</b> <Countdown until={endsAt} />
            <Meter label={t.votesOf(voters, needed)} value={voters} most={needed} />
          </div>
        ))}
        <ViewerPicker
          label={t.voteAgainst}
          opens="down"
          chosen={target}
          onChoose={({ id }) => {
            chosenId.value = id;
          }}
        />
        <button
          type="button"
          class="button"
          disabled={isBusy.value || !target || isProductUp.value === false}
          onClick={() => void vote()}
        >
          {t.manyVote(needed)}
        </button>
      </div>
    </Card>
  );
}
