import { useState } from "preact/hooks";
import { useChange } from "../../api/use.ts";
import { Button } from "../../parts/button.tsx";
import { confirmed } from "../../parts/confirm.tsx";
import { NumberField } from "../../parts/field.tsx";
import { Form } from "../../parts/form.tsx";
import { Wrong } from "../../parts/trouble.tsx";
import { channels, type KnownPlayer, players } from "./routes.ts";
import { correctionOf, draftOf, isAmount, parts } from "./score.ts";
import { say } from "./words.ts";

/** The score, and a way to set it by hand. */
export function Correction({ id, player }: { readonly id: string; readonly player: KnownPlayer }) {
  const [draft, setDraft] = useState(draftOf(player));
  const correct = useChange(players[":player"].$patch, {
    refreshes: [channels],
    done: say("players-corrected"),
    showsErrors: true,
  });
  const change = correctionOf(draft, player);
  const changed = parts.filter((part) => part in change);
  const isReady = changed.length > 0 && parts.every((part) => isAmount(draft[part]));
  const ask = async () => {
    const question = {
      title: say("players-correct-title", { name: player.name }),
      text: changed.map((part) => `${say(`players-${part}`)}: ${player[part]} → ${draft[part]}`).join(", "),
      action: say("players-correct"),
      danger: false,
    };
    if (await confirmed(question)) correct.mutate({ param: { id, player: player.id }, json: change });
  };
  return (
    <Form changes onSend={() => isReady && !correct.isPending && void ask()}>
      <div class="players-score">
        {parts.map((part) => (
          <NumberField
            key={part}
            label={say(`players-${part}`)}
            min={0}
            value={draft[part]}
            wrong={isAmount(draft[part]) ? undefined : say("players-wrong")}
            onChange={(typed) => setDraft({ ...draft, [part]: typed })}
          />
        ))}
      </div>
      <Wrong error={correct.error} />
      {changed.length > 0 && (
        <div class="dialog-foot">
          <Button type="submit" look="main" changes disabled={!isReady} pending={correct.isPending}>
            {say("players-correct")}
          </Button>
        </div>
      )}
    </Form>
  );
}
