import { useState } from "preact/hooks";
import { parts } from "#domain/forwarder/settings-parts";
import { useAnswer, useChange } from "../../../api/use.ts";
import { Button } from "../../../parts/button.tsx";
import { Dialog } from "../../../parts/dialog.tsx";
import { SelectField } from "../../../parts/field.tsx";
import { Form } from "../../../parts/form.tsx";
import { Search } from "../../../parts/search.tsx";
import { Told } from "../../../parts/told.tsx";
import { Wrong } from "../../../parts/trouble.tsx";
import { say as sayPart } from "../../../parts/words.ts";
import { nameOf, pathOf } from "../names.ts";
import { type Mapping, mappings } from "../routes.ts";
import { Ticks } from "./ticks.tsx";
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
    done: ({ items }) => say("mappings-copied", { count: items.length }),
    showsErrors: true,
  });
  const send = () =>
    copy.mutate({ param: { id: from.id }, json: { to: [...to], part } }, { onSuccess: onClose });
  return (
    <Dialog open title={say("mappings-copy-title", { name: nameOf(from) })} onClose={onClose}>
      <Form changes onSend={() => to.length > 0 && send()}>
        <SelectField
          label={say("mappings-copy-part")}
          hint={say("mappings-copy-part-hint")}
          value={part}
          options={parts.map((value) => ({ value, text: say(`mappings-copy-${value}`) }))}
          onChange={setPart}
        />
        <Others of={from} chosen={to} onChoose={setTo} />
        <Wrong error={copy.error} />
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

/** More than these are looked through by a word. */
const atOneGlance = 8;

function Others({ of: { id: own }, chosen, onChoose }: OthersProps) {
  const [search, setSearch] = useState("");
  const answer = useAnswer(mappings, { query: { limit: 500 } });
  return (
    <Told answer={answer}>
      {({ items }) => {
        const others = items.filter(({ id }) => id !== own);
        if (others.length === 0) return <p class="hint">{say("mappings-copy-none")}</p>;
        return (
          <fieldset class="mappings-places">
            <legend>{say("mappings-copy-to")}</legend>
            {others.length > atOneGlance && (
              <Search label={say("mappings-copy-search")} value={search} onSearch={setSearch} />
            )}
            <Ticks
              options={others.map(optionOf).filter(({ text }) => text.includes(search.toLowerCase()))}
              chosen={chosen}
              onChoose={onChoose}
            />
          </fieldset>
        );
      }}
    </Told>
  );
}

const optionOf = (mapping: Mapping) => ({
  id: mapping.id,
  name: nameOf(mapping),
  ...(mapping.label !== "" && { hint: pathOf(mapping) }),
  text: `${mapping.label} ${pathOf(mapping)}`.toLowerCase(),
});
