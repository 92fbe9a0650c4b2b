import { useState } from "preact/hooks";
import { parts } from "#domain/forwarder/settings-parts";
import { useAnswer, useChange } from "../../../api/use.ts";
import { wordsOf } from "../../../api/words.ts";
import { Button } from "../../../parts/button.tsx";
import { Dialog } from "../../../parts/dialog.tsx";
import { SelectField } from "../../../parts/field.tsx";
import { Form } from "../../../parts/form.tsx";
import { Told } from "../../../parts/told.tsx";
import { say as sayPart } from "../../../parts/words.ts";
import { nameOf } from "../names.ts";
import { type Mapping, mappings } from "../routes.ts";
import { say } from "./words.ts";

interface CopyDialogProps {
  readonly from: Mapping;
  readonly onClose: () => void;
}

/** Gives other mappings the settings of this one, or a part of them. */
export function CopyDialog({ from, onClose }: CopyDialogProps) {
  const [part, setPart] = useState<(typeof parts)[number]>("everything");
  const [to, setTo] = useState<readonly number[]>([]);
  const copy = useChange(mappings[":id"].copy.$post, {
    refreshes: [mappings],
    done: say("mappings-copied"),
    showsErrors: true,
  });
  const send = () =>
    copy.mutate({ param: { id: from.id }, json: { to: [...to], part } }, { onSuccess: onClose });
  return (
    <Dialog open title={say("mappings-copy")} onClose={onClose}>
      <Form changes onSend={() => to.length > 0 && send()}>
        <SelectField
          label={say("mappings-copy-part")}
          value={part}
          options={parts.map((value) => ({ value, text: say(`mappings-copy-${value}`) }))}
          onChange={setPart}
        />
        <Others of={from} chosen={to} onChoose={setTo} />
        {copy.error && (
          <p class="field-wrong" role="alert">
            {wordsOf(copy.error)}
          </p>
        )}
        <div class="dialog-foot">
          <Button look="quiet" onPress={onClose}>
            {sayPart("parts-cancel")}
          </Button>
          <Button type="submit" look="main" changes disabled={to.length === 0} pending={copy.isPending}>
            {say("mappings-copy-deed", { count: to.length })}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

interface OthersProps {
  readonly of: Mapping;
  readonly chosen: readonly number[];
  readonly onChoose: (ids: readonly number[]) => void;
}

function Others({ of: { id: own }, chosen, onChoose }: OthersProps) {
  const answer = useAnswer(mappings, { query: { limit: 500 } });
  const tick = (id: number, isTicked: boolean) =>
    onChoose(isTicked ? [...chosen, id] : chosen.filter((each) => each !== id));
  return (
    <Told answer={answer}>
      {({ items }) => {
        const others = items.filter(({ id }) => id !== own);
        if (others.length === 0) return <p class="hint">{say("mappings-copy-none")}</p>;
        return (
          <fieldset class="mappings-places">
            <legend>{say("mappings-copy-to")}</legend>
            <div class="mappings-known">
              {others.map((mapping) => (
                <label key={mapping.id}>
                  <input
                    type="checkbox"
                    checked={chosen.includes(mapping.id)}
                    onChange={({ currentTarget }) => tick(mapping.id, currentTarget.checked)}
                  />
                  <span>{nameOf(mapping)}</span>
                </label>
              ))}
            </div>
          </fieldset>
        );
      }}
    </Told>
  );
}
